/**
 * One field event as CSV `Place, Name, Team, Finals_Result, Event, ...` with `Flight_n` (the attempts of a jump or throw)
 * or `Round_n` and `Round_n_Attempt_k` (bars and trials), as the package JumpeR reads meet results.
 */

import { EVENTS } from '../../../../sports/athletics/events.ts';
import { formatDecimal } from '../../../model/decimal.ts';
import type { LeftOut } from '../../../venue/import/left-out.ts';
import { eventCodeOf } from './event-names.ts';
import {
  codeFrom,
  genderOf,
  type PublishedCompetition,
  type PublishedRow,
  type PublishedTrial,
  type PublishedUnit,
  rankOf,
  readAttempt,
  readMark,
  readTrials,
} from './published.ts';

type Line = Readonly<Record<string, string>>;

/** College rules: one more than there are places with points has the last rounds. */
const NINE_GO_ON = { cut: { after: 3, best: 9 } };

export function readCollege(text: string): PublishedCompetition {
  const lines = linesOf(text);
  const units: PublishedUnit[] = [];
  const leftOut: LeftOut[] = [];
  const numbers = new Map(lines.map((line, index) => [line, index + 1]));
  for (const name of new Set(lines.map(({ Event = '' }) => Event))) {
    const of = lines.filter(({ Event = '' }) => Event === name);
    const event = eventCodeOf(name);
    const kind = event === null ? undefined : EVENTS[event]?.kind;
    if (event === null || kind === undefined || kind === 'race') {
      leftOut.push({ reason: `${name}: no rule for this event`, lines: of.length });
      continue;
    }
    const rows = of.map((line) => rowOf(line, kind, numbers.get(line)!));
    units.push({
      event,
      gender: genderOf(name),
      phase: 'FNL',
      partOfCombined: false,
      heat: 1,
      name,
      wind: null,
      rows,
      ...(kind === 'distance' ? { options: NINE_GO_ON } : {}),
    });
  }
  const date = lines[0]?.Event_Date ?? '2019-01-01';
  return {
    set: `Athletics ${units.map(({ name }) => name).join(', ')} ${date}`,
    name: 'Meet',
    date,
    units,
    totals: [],
    lines: lines.length,
    leftOut,
  };
}

function rowOf(line: Line, kind: 'distance' | 'height', number: number): PublishedRow {
  const { Place = '', Name = '', Team = '', Finals_Result: result = '' } = line;
  const { value, irm } = readMark(result.replace(/FOUL/i, 'NM'));
  const noPlace = readMark(Place.replace(/FOUL/i, 'NM')).irm;
  return {
    line: number,
    code: codeFrom(Team, Name),
    organisation: Team.slice(0, 64) || 'XXX',
    given: '',
    family: Name,
    members: [],
    team: false,
    group: null,
    reaction: null,
    time: null,
    mark: value === null ? null : formatDecimal(value),
    trials: kind === 'height' ? heightTrials(line) : distanceTrials(line),
    irm: irm ?? noPlace,
    irmReason: null,
    rank: (irm ?? noPlace) === null ? rankOf(Place) : null,
    qualificationMark: null,
  };
}

/** A dash stands for a pass and for an attempt that was not allowed any more. */
const distanceTrials = (line: Line): PublishedTrial[] =>
  numbered(line, /^Flight_(\d+)$/).flatMap(([attempt, cell]) => readAttempt(attempt, cell) ?? []);

function heightTrials(line: Line): PublishedTrial[] {
  return numbered(line, /^Round_(\d+)$/).flatMap(([round, height]) => {
    const cells = numbered(line, new RegExp(`^Round_${round}_Attempt_(\\d+)$`));
    return height === '' ? [] : readTrials(cells.map(([, cell]) => cell).join(''), height);
  });
}

function numbered(line: Line, pattern: RegExp): [number, string][] {
  const cells = Object.entries(line).flatMap(([column, cell]): [number, string][] => {
    const found = pattern.exec(column);
    return found === null ? [] : [[Number(found[1]), cell]];
  });
  return cells.sort(([one], [other]) => one - other);
}

function linesOf(text: string): Line[] {
  const [head = '', ...rest] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const columns = cellsOf(head);
  return rest.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

/** Cells of a line, quoted or not; the files hold no quotes inside quotes. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?<=^|,)(?:"([^"]*)"|([^,]*))(?=,|$)/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').trim(),
  );
