/** Rows of a list as `player` or `team`: metadata, then what was done. */
import { listRows } from '../../../model/document.ts';
import type { ListRow, MemberIdentity } from '../../../model/row.ts';
import { type Dispatch, isStartList } from '../dispatch.ts';
import { nameOf } from '../wording.ts';
import { textXml, vendor, xml } from '../xml.ts';
import { statsOf } from './stats.ts';

/** Either players or teams stand in a list: where both are, everybody is a team. */
export function competitors({ document, story }: Dispatch, language: string): string[] {
  const rows = listRows(document);
  const areAthletes = rows.every(({ identity }) => identity.kind === 'ATHLETE');
  const withStats = !isStartList(story);
  const sides = document.header.type === 'RESULT' && rows.length === 2 ? rows : [];
  return rows.map((row) => {
    const opponent = sides.find((side) => side !== row && side.mark.wlt !== undefined);
    const stats = withStats ? statsOf(row, areAthletes ? 'player' : 'team', opponent) : '';
    return areAthletes ? player(row, language, stats) : team(row, language, stats);
  });
}

const player = ({ key, identity }: ListRow, language: string, stats: string): string =>
  xml(
    'player',
    {},
    xml(
      'player-metadata',
      {
        key: vendor(key),
        nationality: identity.organisation,
        'date-of-birth': dateIn(identity.birthDate),
        'uniform-number': identity.bib,
        'lineup-slot': identity.lane ?? identity.startOrder,
      },
      textXml('name', { role: 'nrol:full' }, nameOf(identity, language)),
    ),
    stats,
  );

const team = ({ key, identity }: ListRow, language: string, stats: string): string =>
  xml(
    'team',
    {},
    xml(
      'team-metadata',
      { key: vendor(key), nationality: identity.organisation },
      textXml('name', { role: 'nrol:full' }, nameOf(identity, language)),
    ),
    stats,
    ...(identity.members ?? []).map((each) => member(each, language)),
  );

const member = (identity: MemberIdentity, language: string): string =>
  xml(
    'player',
    {},
    xml(
      'player-metadata',
      {
        key: vendor(identity.competitor),
        nationality: identity.organisation,
        'date-of-birth': dateIn(identity.birthDate),
        'uniform-number': identity.bib,
      },
      textXml('name', { role: 'nrol:full' }, nameOf({ ...identity, kind: 'ATHLETE' }, language)),
    ),
  );

/** The schema takes a day, a month or a year, and nothing else. */
const dateIn = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text)
    ? text
    : undefined;
