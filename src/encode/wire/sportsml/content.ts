/** Where in `sports-content` the rows of a document stand: an event of a phase, a table of a phase or event, a schedule. */
import type { Header } from '../../../model/document.ts';
import { levelOf, partsOf, type Rsc, unpad } from '../../../model/rsc.ts';
import { type Dispatch, guidOf, isStartList, type WireSettings } from '../dispatch.ts';
import { headerIn } from '../wording.ts';
import { textXml, vendor, xml } from '../xml.ts';
import { competitors } from './competitors.ts';
import { medalStanding } from './medal-standing.ts';
import { scheduleOf } from './schedule.ts';
import { property } from './stats.ts';

export function sportsContent(dispatch: Dispatch, settings: WireSettings): string {
  const { document, story } = dispatch;
  const { header } = document;
  const metadata = xml('sports-metadata', {
    'doc-id': guidOf(dispatch, settings),
    'date-time': document.asOf,
    language: settings.language,
    'fixture-key': vendor(isStartList(story) ? 'start-list' : (FIXTURES[header.type] ?? header.type)),
  });
  return xml('sports-content', {}, metadata, bodyOf(dispatch, settings));
}

const FIXTURES: Readonly<Record<string, string>> = {
  RESULT: 'event-stats',
  MEDALS: 'standings-medal',
  SCHEDULE: 'schedule',
};

function bodyOf(dispatch: Dispatch, settings: WireSettings): string {
  const { document } = dispatch;
  const header = headerIn(document, settings.language);
  if (header.type === 'SCHEDULE') return scheduleOf(document, settings.language);
  const place = placeOf(header);
  if (header.type === 'MEDALS')
    return xml(
      'tournament',
      {},
      tournamentMetadata(header, place),
      medalStanding(document, settings.language),
    );
  const listed = competitors(dispatch, settings.language);
  if (levelOf(header.unit) === 'unit')
    return inTournament(header, inPart(header, xml('sports-event', {}, eventMetadata(header), ...listed)));
  const standing = xml('standing', { 'content-label': header.type }, ...listed);
  return inTournament(header, levelOf(header.unit) === 'phase' ? inPart(header, standing) : standing);
}

/** Of the competition and event: `OG2016-ATHM100M`. */
const placeOf = ({ competition, unit }: Header): string =>
  [competition?.code ?? 'SPLITSECOND', unpad(unit.slice(0, 22))].join('-');

const inTournament = (header: Header, body: string): string =>
  xml('tournament', {}, tournamentMetadata(header, placeOf(header)), body);

const tournamentMetadata = ({ names, competition }: Header, place: string): string =>
  xml(
    'tournament-metadata',
    { key: vendor(place) },
    textXml('name', { role: 'nrol:full' }, names.event ?? competition?.name ?? names.discipline),
  );

function inPart(header: Header, body: string): string {
  const { unit, names } = header;
  const { phase } = partsOf(unit);
  const metadata = xml(
    'tournament-part-metadata',
    { key: vendor(`${placeOf(header)}-${phase}`), type: `sptournamentphase:${PHASES[phase] ?? 'round'}` },
    names.phase === undefined ? '' : textXml('name', {}, names.phase),
  );
  return xml('tournament-part', {}, metadata, body);
}

/** Phases that IPTC has a code for; every other one is a round. */
const PHASES: Readonly<Record<string, string>> = { FNL: 'final', SFNL: 'semi-final' };

function eventMetadata(header: Header): string {
  const { unit, info, names, status } = header;
  const { phase, unit: number } = partsOf(unit);
  return xml(
    'event-metadata',
    {
      key: vendor(`${placeOf(header)}-${[phase, number].filter((part) => part !== '').join('-')}`),
      'start-date-time': info.started ?? info.scheduledStart,
      'event-status': `speventstatus:${stageOf(status)}`,
      'heat-number': names.codes?.number,
    },
    property('result-status', status),
    property('unit', unit as Rsc),
    property('venue', info.venueName ?? info.venue),
    property('wind', info.wind),
    names.unit === undefined ? '' : textXml('name', {}, names.unit),
  );
}

/** What IPTC tells apart; our own ladder is in `signal`. */
function stageOf(status: Header['status']): 'pre-event' | 'mid-event' | 'post-event' {
  if (status === 'START_LIST') return 'pre-event';
  return status === 'LIVE' || status === 'INTERMEDIATE' || status === 'UNCONFIRMED' || status === 'PARTIAL'
    ? 'mid-event'
    : 'post-event';
}
