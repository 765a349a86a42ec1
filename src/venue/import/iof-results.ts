/** An IOF result list (XML 3.0, and 2.0.3 of older programs) as classes, runners and their controls. */

import { decimal, type Micro, parseDecimal } from '../../model/decimal.ts';
import type { Instant } from '../../model/fact.ts';
import { parseInstant } from '../../model/instant.ts';
import { parseTimeText } from '../../model/time-text.ts';
import { codeText, competitorText, lineText } from './feed-writer.ts';
import { ImportError } from './import-error.ts';
import { type LeftOut, lineNumbers } from './left-out.ts';
import { at, child, children, parseXml, type XmlElement, type XmlFormat } from './xml-tree.ts';

export interface IofResultList {
  readonly name: string;
  readonly classes: readonly IofClass[];
  /** Results of runners and teams in the file. */
  readonly lines: number;
  readonly leftOut: readonly LeftOut[];
}

export interface IofClass {
  readonly name: string;
  readonly gender: 'M' | 'W' | 'O';
  readonly runners: readonly IofRunner[];
}

export interface IofRunner {
  /** Number of the result in the file. */
  readonly line: number;
  readonly code: string;
  readonly given: string;
  readonly family: string;
  readonly organisation: string;
  readonly bib: string | null;
  /** 1, 2 ... in events of several races. */
  readonly race: number;
  readonly start: Instant | null;
  readonly time: Micro | null;
  /** The status of the format 3.0, also where the file is older. */
  readonly status: string;
  readonly controls: readonly IofControl[];
  /** As published; for comparison only. */
  readonly position: number | null;
}

export interface IofControl {
  /** 1, 2 ... along the course. */
  readonly number: number;
  readonly code: string;
  readonly time: Micro;
}

export const IOF: XmlFormat = {
  name: 'IOF',
  // Files of version 2.0.3 name their DTD; it has no say in what is read.
  habitualDoctype: /<!DOCTYPE\s+ResultList\s+(?:PUBLIC\s+"[^"<>[\]]{0,200}"|SYSTEM)\s*"[^"<>[\]]{0,200}"\s*>/,
};

/** Throws an ImportError: NOT_IOF, IOF_TOO_LARGE, IOF_DOCTYPE, IOF_MALFORMED, IOF_ZIPPED, IOF_ENCODING. */
export function readIof(file: Uint8Array | string): IofResultList {
  const root = parseXml(file, IOF);
  if (root.name !== 'ResultList') {
    throw new ImportError('NOT_IOF', `the file is no IOF ResultList: its root is ${root.name}`);
  }
  const event = child(root, 'Event');
  const leftOut: LeftOut[] = [];
  const lineOf = lineNumbers();
  const midnight = parseInstant(`${dateOf(event)}T00:00:00Z`) ?? 0;
  return {
    name: lineText(child(event, 'Name')?.text ?? ''),
    classes: children(root, 'ClassResult').map((result) => classOf(result, midnight, leftOut, lineOf)),
    lines: lineOf() - 1,
    leftOut,
  };
}

const dateOf = (event: XmlElement | undefined): string =>
  at(event, 'StartTime', 'Date')[0]?.text || at(event, 'StartDate', 'Date')[0]?.text || '2000-01-01';

function classOf(result: XmlElement, midnight: Instant, leftOut: LeftOut[], lineOf: () => number): IofClass {
  const name = lineText(at(result, 'Class', 'Name')[0]?.text ?? child(result, 'ClassShortName')?.text ?? '');
  const teams = children(result, 'TeamResult').map(lineOf).length;
  if (teams > 0) leftOut.push({ reason: `Class ${name}: teams (relays are not imported yet)`, lines: teams });
  const runners = children(result, 'PersonResult').flatMap((person) => runnersOf(person, midnight, lineOf));
  return { name, gender: genderOf(child(result, 'Class')?.attributes.sex), runners: withOwnCodes(runners) };
}

const genderOf = (sex: string | undefined): 'M' | 'W' | 'O' => (sex === 'M' ? 'M' : sex === 'F' ? 'W' : 'O');

/** One runner has one result for each race. */
function runnersOf(person: XmlElement, midnight: Instant, lineOf: () => number): IofRunner[] {
  return children(person, 'Result').map((result) => {
    const names = at(person, 'Person', 'Name')[0] ?? at(person, 'Person', 'PersonName')[0];
    const given = lineText(child(names, 'Given')?.text ?? '');
    const family = lineText(child(names, 'Family')?.text ?? '');
    const start = clockOf(child(result, 'StartTime'), midnight);
    return {
      line: lineOf(),
      code: runnerCode(person, result, `${family}-${given}`),
      given,
      family,
      organisation: organisationOf(person),
      bib: codeText(child(result, 'BibNumber')?.text ?? '') || null,
      race: Number(result.attributes.raceNumber) || 1,
      start,
      time:
        timeOf(child(result, 'Time')) ?? difference(start, clockOf(child(result, 'FinishTime'), midnight)),
      status: statusOf(result),
      controls: controlsOf(result),
      position: Number(child(result, 'Position')?.text ?? child(result, 'ResultPosition')?.text) || null,
    };
  });
}

/** By name where the file has no code: its place in the file would say how the runner did. */
function runnerCode(person: XmlElement, result: XmlElement, name: string): string {
  const codes = [
    at(person, 'Person', 'Id')[0],
    at(person, 'Person', 'PersonId')[0],
    child(person, 'EntryId'),
    child(result, 'ControlCard'),
    child(result, 'CCardId'),
  ];
  return competitorText(codes.find((code) => code !== undefined && code.text !== '')?.text ?? name);
}

function organisationOf(person: XmlElement): string {
  const club = child(person, 'Organisation') ?? child(person, 'Club');
  const name = child(club, 'ShortName')?.text || child(club, 'Name')?.text || '';
  return codeText(name) || 'IND';
}

/** `<StartTime>2024-06-22T16:10:05</StartTime>`, or `<StartTime><Clock>18:16:37</Clock></StartTime>`. No zone is taken as UTC. */
function clockOf(element: XmlElement | undefined, midnight: Instant): Instant | null {
  if (element === undefined) return null;
  const clock = child(element, 'Clock')?.text;
  if (clock !== undefined) {
    const time = parseTimeText(clock);
    return time === null ? null : midnight + time;
  }
  return parseInstant(element.text) ?? parseInstant(`${element.text}Z`);
}

/** `<Time>968.0</Time>` are seconds; `<Time timeFormat="HH:MM:SS">` says it in words. */
function timeOf(element: XmlElement | undefined): Micro | null {
  const text = element?.text ?? '';
  return text.includes(':') ? parseTimeText(text) : parseDecimal(text);
}

const difference = (from: Instant | null, to: Instant | null): Micro | null =>
  from === null || to === null || to <= from ? null : to - from;

const OLD_STATUSES: Readonly<Record<string, string>> = {
  MisPunch: 'MissingPunch',
  SportWithdr: 'SportingWithdrawal',
};

function statusOf(result: XmlElement): string {
  const text = child(result, 'Status')?.text ?? child(result, 'CompetitorStatus')?.attributes.value ?? 'OK';
  return OLD_STATUSES[text] ?? text;
}

/** Controls in the order of the course. Missing ones have no time; additional ones do not belong to it. */
function controlsOf(result: XmlElement): IofControl[] {
  const splits = children(result, 'SplitTime').filter(({ attributes }) => attributes.status !== 'Additional');
  return splits.flatMap((split, index) => {
    const time = timeOf(child(split, 'Time'));
    const code = codeText(child(split, 'ControlCode')?.text ?? '');
    const number = Number(split.attributes.sequence) || index + 1;
    return time === null || time < decimal('0') || code === '' ? [] : [{ number, code, time }];
  });
}

/** Two runners with one code (a borrowed card) are two all the same. */
function withOwnCodes(runners: readonly IofRunner[]): IofRunner[] {
  const seen = new Map<string, number>();
  return runners.map((runner) => {
    const key = `${runner.race}|${runner.code}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? runner : { ...runner, code: `${runner.code}-${before + 1}` };
  });
}
