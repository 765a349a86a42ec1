/** What one fact may do: nothing to other units, and nothing that another fact cannot mend. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WireFact } from '../../src/ingest/wire.ts';
import { Feed } from '../support/feed.ts';
import { Meet } from '../support/meet.ts';
import { ROOT } from '../support/source-tree.ts';

const feedOf = (name: string): Feed => Feed.of(new URL(`./feeds/${name}.ndjson`, import.meta.url));
const codesOf = ({ complaints }: Feed): string[] =>
  complaints.map(({ code, message }) => `${code} ${message}`);

describe('a rule of another family', () => {
  test('rule-of-another-family: it is held with a code, and the heats go on', () => {
    const feed = feedOf('rule-of-another-family');
    expect(codesOf(feed)).toEqual([
      'FACT_HELD RULE_OF_ANOTHER_FAMILY: ATH.HIGHJUMP@2024 is a rule for another kind of competition than ATHM100M--------------HEAT--------',
    ]);
    expect(feed.lines('RESULT', 'ATHM100M--------------HEAT000100')).toEqual(['1 1 10.00']);
    expect(feed.lines('PHASE_RESULT', 'ATHM100M--------------HEAT')).toEqual(['1 1 10.00']);
  });

  test('of a unit it is held, too, and of a setup that came before its units', () => {
    const meet = new Meet('ATHM100M');
    const [phase, heat] = [meet.rsc('RND1'), meet.rsc('RND1', '000100')];
    meet.say(phase, {
      setup: { rule: 'ATH.HIGHJUMP@2024', advance: [{ by: 'place', count: 1, mark: 'Q' }] },
    });
    meet.race(heat, { ANNA: '10.10', BERT: '10.20' });
    expect(meet.lines('PHASE_RESULT', phase)).toEqual(['ANNA 1 10.10', 'BERT 2 10.20']);
    expect(meet.document('PHASE_RESULT', phase).header.reliability.reasons).toEqual(['HELD']);
    expect(meet.say(heat, { setup: { rule: 'ATH.LONGJUMP@2024' } })).toBe('FACT_HELD');
    expect(meet.lines('RESULT', heat)).toEqual(['ANNA 1 10.10', 'BERT 2 10.20']);
    meet.say(phase, { setup: { advance: [{ by: 'place', count: 1, mark: 'Q' }] } });
    meet.say(heat, { setup: {} });
    expect(meet.document('PHASE_RESULT', phase).header.reliability.reasons).toEqual([]);
    expect(meet.marks('RND1')).toEqual({ ANNA: 'Q' });
  });

  test('a rule that nobody knows takes no list away', () => {
    const meet = new Meet('SWMM100MFR');
    meet.race(meet.rsc('HEAT', '000100'), { ANNA: '58.00' });
    expect(meet.say(meet.rsc('HEAT'), { setup: { rule: 'SWM.PHASE@1066' } })).toBe('UNKNOWN_RULE');
    expect(meet.lines('PHASE_RESULT', meet.rsc('HEAT'))).toEqual(['ANNA 1 58.00']);
  });
});

describe('a start list with somebody twice', () => {
  test('same-competitor-twice: it is held with a code', () => {
    expect(codesOf(feedOf('same-competitor-twice'))[0]).toMatch(/^FACT_HELD COMPETITOR_TWICE: 1 /);
  });

  const relay = (code: string, members: readonly string[]) => ({
    competitor: {
      code,
      kind: 'TEAM',
      organisation: code,
      name: { team: code },
      members: members.map((member) => ({
        code: member,
        kind: 'ATHLETE',
        organisation: code,
        name: { family: member },
      })),
    },
    startOrder: 1,
  });

  test('nor may a member be in two teams; a swimmer on two legs of one is one swimmer', () => {
    const meet = new Meet('SWMM4X100MFR');
    const unit = meet.rsc('FNL-', '000100');
    const entries = (...lists: ReturnType<typeof relay>[]) => ({ startList: { entries: lists } });
    expect(meet.say(unit, entries(relay('ITA', ['A', 'B']), relay('FRA', ['C', 'B'])))).toBe('FACT_HELD');
    expect(meet.say(unit, entries(relay('ITA', ['A', 'B', 'A']), relay('FRA', ['C'])))).toBeNull();
    expect(meet.document('RESULT', unit).rows).toHaveLength(2);
  });

  test('nor one of a phase or event', () => {
    const meet = new Meet('SWMM100MFR');
    const [phase, heat] = [meet.rsc('HEAT'), meet.rsc('HEAT', '000100')];
    meet.race(heat, { ANNA: '58.00' });
    const twice = ['ANNA', 'ANNA'].map((code) => ({
      competitor: { code, kind: 'ATHLETE', organisation: 'ITA', name: { family: code } },
      startOrder: 1,
    }));
    expect(meet.say(phase, { startList: { entries: twice } })).toBe('FACT_HELD');
    expect(meet.lines('PHASE_RESULT', phase)).toEqual(['ANNA 1 58.00']);
  });
});

describe('a rehearsal', () => {
  test('test-flag-sticks: a withdrawn fact about somebody unlisted leaves no flag behind', () => {
    const feed = feedOf('test-flag-sticks');
    for (const document of feed.documents()) expect(document.header.test).toBe(false);
  });

  test('a fact of a rehearsal flags what it counts in, until another word stands for it', () => {
    const meet = new Meet('SWMM100MFR');
    const unit = meet.rsc('FNL-', '000100');
    const flag = (): boolean => meet.document('RESULT', unit).header.test;
    meet.startList(unit, ['ANNA']);
    meet.say(unit, { test: true, passing: { competitor: 'NOBODY', point: 'FIN', time: '58.00' } });
    expect(flag()).toBe(false);
    meet.say(unit, { test: true, passing: { competitor: 'ANNA', point: 'FIN', time: '58.00' } });
    expect(flag()).toBe(true);
    expect(meet.document('SCHEDULE', 'SWM'.padEnd(34, '-')).header.test).toBe(true);
    meet.say(unit, { passing: { competitor: 'ANNA', point: 'FIN', time: '58.10' } });
    expect(flag()).toBe(false);
    expect(meet.document('SCHEDULE', 'SWM'.padEnd(34, '-')).header.test).toBe(false);
  });
});

test('unit-named-2000-times: a unit counts once in a list, however often a setup names it', () => {
  const meet = new Meet('SWMM100MFR');
  const [phase, heat] = [meet.rsc('HEAT'), meet.rsc('HEAT', '000100')];
  meet.say(phase, { setup: { units: Array(2_000).fill(heat) } });
  meet.race(heat, { ANNA: '58.00', BERT: '58.10' });
  const { rows, header } = meet.document('PHASE_RESULT', phase);
  expect(rows).toHaveLength(2);
  expect(header.info.progress).toEqual({ units: 1, complete: 1 });
});

describe('then-a-sequence-gap', () => {
  test('a version that has a number is published, whatever else cannot be made', () => {
    const race = new Meet('ATHM200M');
    const final = race.rsc('FNL-', '000100');
    race.race(final, { ANNA: '20.02', BERT: '20.00' });
    const heat = 'ATHM100M--------------HEAT000100--';
    race.startList(heat, ['CARL']);
    race.say('ATHM100M--------------HEAT--------', { setup: { rule: 'ATH.HIGHJUMP@2024' } });
    race.say(final, { link: { source: 'TEST', state: 'GAP' } });
    expect(race.document('RESULT', final).header.reliability.reasons).toEqual(['SEQUENCE_GAP']);
    race.say(final, { passing: { competitor: 'ANNA', point: 'FIN', time: '19.90' } });
    expect(race.lines('RESULT', final)[0]).toBe('ANNA 1 19.90');
  });
});

test('control-characters: none of them gets into any text of a fact', () => {
  const feed = feedOf('control-characters');
  expect(feed.complaints.map(({ code }) => code)).toEqual(Array(5).fill('WRONG_VALUE'));
  expect([...feed.documents()]).toEqual([]);
});

describe('names that every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const SAMPLES = join(ROOT, 'schemas', 'venue-feed', 'samples');
  /** A unit of each sport, with the rule of another edition as a setup would name it. */
  const UNITS: Readonly<Record<string, string>> = {
    'ATHM100M--------------FNL-000100--': 'ATH.100M@',
    'ATHMHIGHJUMP----------FNL-000100--': 'ATH.HIGHJUMP@',
    'ATHMDECATH------------100-000100--': 'ATH.DECATH@',
    'SWMM100MFR------------HEAT000100--': 'SWM.RACE@',
    'GARW1APBB-------------FNL-000100--': 'GAR.BB@',
    'ORIM------------------FNL-000100--': 'ORI.INDIVIDUAL@',
    'FBLMTEAM11------------GPA-000100--': 'FBL.MATCH@',
    'FBLMTEAM11------------GPA---------': 'FBL.GROUP@',
    'TENMSINGLES-----------FNL-000100--': 'TEN.MATCH@',
    'ROWMSCULL1------------FNL-000100--': 'ROW.RACE@',
    'DIVW3M----------------FNL-000100--': 'DIV.CONTEST@',
    'JUDM66KG--------------8FNL000100--': 'JUD.CONTEST@',
    'SALM49ER--------------FNL-000100--': 'SAL.RACE@',
    'SALM49ER--------------------------': 'SAL.SERIES@',
  };

  test('edition-named-constructor: it is a rule that nobody knows', () => {
    expect(codesOf(feedOf('edition-named-constructor'))).toEqual([expect.stringMatching(/^UNKNOWN_RULE /)]);
  });

  /** Every valid sample fact with one of its texts replaced. */
  function* replaced(name: string): Generator<Record<string, unknown>> {
    for (const kind of readdirSync(SAMPLES)) {
      if (kind === 'envelope') continue;
      for (const file of readdirSync(join(SAMPLES, kind))) {
        if (!file.startsWith('valid-')) continue;
        const fact = JSON.parse(readFileSync(join(SAMPLES, kind, file), 'utf8')) as Record<string, unknown>;
        if (fact[kind] !== undefined)
          for (const said of withOne(fact[kind], name)) yield { ...fact, [kind]: said };
      }
    }
  }

  /** Copies of a value, each with one text, or one key, replaced. */
  function* withOne(value: unknown, name: string): Generator<unknown> {
    if (typeof value === 'string') yield name;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      for (const said of withOne(inner, name)) {
        const copy = structuredClone(value) as Record<string, unknown>;
        copy[key] = said;
        yield copy;
      }
      if (Array.isArray(value)) continue;
      const { [key]: _, ...others } = value as Record<string, unknown>;
      yield JSON.parse(
        JSON.stringify(others).replace(
          /\}$/,
          `${Object.keys(others).length > 0 ? ',' : ''}"${name}":${JSON.stringify(inner)}}`,
        ),
      );
    }
  }

  test.each(NAMES)('%s in any text of any fact stops no unit of any sport', (name) => {
    for (const [unit, rule] of Object.entries(UNITS)) {
      let seq = 0;
      const facts = [
        {
          startList: {
            entries: [
              {
                competitor: { code: name, kind: 'ATHLETE', organisation: name, name: { family: name } },
                startOrder: 1,
              },
            ],
          },
        },
        { setup: { rule: rule + name } },
        { setup: { rule: rule.replace(/\..*@/, `.${name}@2024`) } },
        { irm: { competitor: name, code: name } },
        ...replaced(name),
      ].map((said) => ({ ...said, source: 'TEST', epoch: '1', seq: ++seq, unit }) as unknown as WireFact);
      const feed = new Feed(facts);
      expect(codesOf(feed).filter((code) => /UNIT_STOPPED|RULE_BROKEN/.test(code))).toEqual([]);
    }
  });
});
