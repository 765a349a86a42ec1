/** What is an incident: found in what is measured, each in one line of the table, with the same words as the runbook. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Measured } from '../../src/incidents/measured.ts';
import { conditionsIn, INCIDENT_CODES, INCIDENTS, type IncidentCode } from '../../src/incidents/table.ts';
import { ROOT } from '../support/source-tree.ts';
import { desk, edge, engine, held, RACE, refused, seen, source, unit, WELL } from './measured.ts';

const found = (changed: Partial<Measured>): string[] =>
  conditionsIn({ ...WELL, ...changed }).map(({ code, about }) => `${code} ${about}`.trim());

const OTHERS = [edge('d1'), desk('k1')];
const MANY = 20 * 60_000;

const WRONG: Readonly<Record<IncidentCode, readonly [Partial<Measured>, string]>> = {
  BROKER_GONE: [{ isConnected: false }, ''],
  BROKER_FULL: [{ parts: seen(engine('e1', { isBrokerFull: true }), engine('e2'), ...OTHERS) }, ''],
  BROKER_FILLING: [{ broker: { ...WELL.broker!, usedBytes: 81 } }, ''],
  COPIES_LOST: [
    {
      broker: {
        ...WELL.broker!,
        streams: [{ name: 'VENUE', entries: 1, bytes: 1, replicas: 3, current: 2 }],
      },
    },
    '',
  ],
  NO_ENGINE: [{ missing: [{ code: 'NO_ENGINE', message: 'no word' }] }, ''],
  PART_LOST: [{ parts: seen(engine('e1'), ...OTHERS) }, 'engine'],
  NOT_READY: [
    {
      parts: seen(
        engine('e1', { missing: [{ code: 'READING_HISTORY', message: 'reads' }] }),
        engine('e2'),
        ...OTHERS,
      ),
    },
    'e1',
  ],
  BEHIND: [{ parts: seen(engine('e1', { behind: 10.1 }), engine('e2'), ...OTHERS) }, 'e1'],
  CHANNELS_FROZEN: [{ parts: seen(engine('e1'), engine('e2'), edge('d1', { frozen: 2 }), desk('k1')) }, 'd1'],
  ENGINES_DISAGREE: [{ parts: seen(engine('e1', { disagreements: 1 }), engine('e2'), ...OTHERS) }, ''],
  UNIT_STOPPED: [{ parts: seen(engine('e1', { stoppedUnits: [RACE] }), engine('e2'), ...OTHERS) }, RACE],
  REJECTIONS_WAIT: [{ parts: seen(engine('e1', { rejectionsWaiting: 3 }), engine('e2'), ...OTHERS) }, 'e1'],
  REJECTIONS_LOST: [{ parts: seen(engine('e1', { rejectionsLost: 3 }), engine('e2'), ...OTHERS) }, 'e1'],
  CHECKPOINT_OLD: [{ parts: seen(engine('e1', { checkpointAge: 601 }), engine('e2'), ...OTHERS) }, 'e1'],
  CHECKPOINT_REFUSED: [
    { parts: seen(engine('e1', { checkpointsRefused: 1 }), engine('e2'), ...OTHERS) },
    'e1',
  ],
  CLOCK_OFF: [
    { parts: seen(engine('e1'), engine('e2'), edge('d1'), desk('k1', { clockAhead: -3_600 })) },
    'k1',
  ],
  SOURCE_SILENT: [{ sources: [source('TIMING', { state: 'silent' })] }, 'TIMING'],
  FACTS_MISSING: [{ sources: [source('TIMING', { state: 'gap', holes: [[4, 6]] })] }, 'TIMING'],
  FACTS_HELD: [{ held: [held(3), held(4)] }, RACE],
  FACTS_REFUSED: [{ refusedLately: [refused(3)] }, 'STA'],
  UNIT_STALE: [{ units: [unit(RACE, { ageMs: MANY })] }, RACE],
  NOT_SHOWN: [
    { outputs: [{ output: 'main', onAir: ['clock'], pages: 1, behind: 1, isShown: false }] },
    'main',
  ],
};

test('of a pipeline in which all is well there is none', () => {
  expect(conditionsIn(WELL)).toEqual([]);
});

test.each(INCIDENT_CODES)('%s is found where it is so, alone, and about what it is', (code) => {
  const [changed, about] = WRONG[code];
  expect(found(changed)).toEqual([`${code} ${about}`.trim()]);
});

describe('what looks like it and is none', () => {
  test('a source that is silent in the evening, when all of its units are over', () => {
    const sources = [source('TIMING', { state: 'silent' })];
    expect(found({ sources, units: [unit(RACE, { status: 'OFFICIAL' })] })).toEqual([]);
  });

  test('a unit of which nothing is said for long, and which is not under way', () => {
    expect(found({ units: [unit(RACE, { status: 'START_LIST', ageMs: MANY })] })).toEqual([]);
  });

  test('edges that are late because the engine is: what is to be acted on is the engine', () => {
    const late = [engine('e1', { behind: 20 }), edge('d1', { behind: 20 }), desk('k1', { behind: 20 })];
    expect(found({ parts: seen(...late, engine('e2')) })).toEqual(['BEHIND e1']);
    expect(found({ parts: seen(...late.slice(1), engine('e1'), engine('e2')) })).toEqual([
      'BEHIND d1',
      'BEHIND k1',
    ]);
  });

  test('an output on which nothing is on air, and that nobody shows', () => {
    expect(found({ outputs: [{ output: 'main', onAir: [], pages: 0, behind: 0, isShown: false }] })).toEqual(
      [],
    );
  });

  test('an engine that ends in order says STOPPING, and is not missed', () => {
    const parts = seen(
      engine('e1', { missing: [{ code: 'STOPPING', message: 'ends' }] }),
      engine('e2'),
      ...OTHERS,
    );
    expect(found({ parts })).toEqual([]);
  });
});

describe('what could be overlooked', () => {
  test('an engine that never reported is missed where the operator has said how many there are', () => {
    const [lost] = conditionsIn({ ...WELL, expected: { engine: 3, edge: 1, desk: 1 } });
    expect(lost).toMatchObject({
      code: 'PART_LOST',
      about: 'engine',
      count: 1,
      values: { heard: 2, expected: 3 },
    });
  });

  test('a fact is held of which this desk has read nothing: the document says it', () => {
    expect(found({ units: [unit(RACE, { reasons: ['HELD'] })] })).toEqual([`FACTS_HELD ${RACE}`]);
    expect(found({ units: [unit(RACE, { reasons: ['HELD'] })], held: [held(3)] })).toEqual([
      `FACTS_HELD ${RACE}`,
    ]);
  });

  test('a source is silent before the first of very many units has begun', () => {
    const units = Array.from({ length: 500 }, (_none, index) =>
      unit(RACE.replace('000100', String(index).padStart(6, '0')), { status: 'START_LIST' }),
    );
    const [silent] = conditionsIn({ ...WELL, units, sources: [source('TIMING', { state: 'silent' })] });
    expect(silent).toMatchObject({ code: 'SOURCE_SILENT', values: { units: 500 } });
  });

  test('a source has a gap whose numbers nobody names: at least one is missing', () => {
    const [gap] = conditionsIn({ ...WELL, sources: [source('TIMING', { state: 'gap' })] });
    expect(gap).toMatchObject({ code: 'FACTS_MISSING', count: 1 });
  });
});

describe('the table', () => {
  const runbook = readFileSync(join(ROOT, 'src', 'OPERATIONS.md'), 'utf8');
  const rules = readFileSync(join(ROOT, 'schemas', 'alerts.yml'), 'utf8');

  test.each(INCIDENT_CODES)('%s says the same as the section of its alert, which there is', (code) => {
    const { alert, action } = INCIDENTS[code];
    expect(rules).toContain(`- alert: ${alert}\n`);
    const section = runbook.split(`\n### ${alert}\n`)[1]?.split('\n#')[0]?.replaceAll(/\s+/g, ' ').trim();
    expect(section).toBeDefined();
    expect(section!.startsWith(action)).toBe(true);
  });

  test('each alert but that of a process that does not answer, and those of gateways to media wires, which no desk watches, has its incident', () => {
    const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name!);
    const own = new Set(INCIDENT_CODES.map((code) => INCIDENTS[code].alert));
    expect(alerts.filter((alert) => !own.has(alert) && !alert.startsWith('SplitsecondWires'))).toEqual([
      'SplitsecondDown',
    ]);
  });

  test('what it hides is in it', () => {
    const codes: readonly string[] = INCIDENT_CODES;
    const hidden = INCIDENT_CODES.flatMap((code) => INCIDENTS[code].hides.map((each) => each.split('/')[0]!));
    expect(hidden.filter((code) => !codes.includes(code))).toEqual([]);
  });

  test('what its words name is among the values that it finds', () => {
    for (const code of INCIDENT_CODES) {
      const places = [...INCIDENTS[code].text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      const condition = conditionsIn({ ...WELL, ...WRONG[code][0] })[0]!;
      expect([code, places.filter((name) => !Object.hasOwn(condition.values, name))]).toEqual([code, []]);
    }
  });
});
