/** What operators do with an output, as a function of what was there. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf } from '../../src/incidents/said.ts';
import { afterCommand, type Command } from '../../src/on-air/commands.ts';
import { type Cue, NEVER_TAKEN, type Output, type ToldTexts } from '../../src/on-air/output.ts';
import { outputIn } from '../../src/on-air/stored-output.ts';

const take = (layer: string, changed: Partial<Extract<Command, { do: 'take' }>> = {}): Command => ({
  do: 'take',
  layer,
  graphic: layer,
  told: { channel: 'C/RESULT' },
  accepted: null,
  by: 'Ada',
  ...changed,
});

/** Goes on from state to state; throws where one is refused. */
function goneOn(before: Output, ...commands: readonly Command[]): Output {
  return commands.reduce((state, command) => {
    const outcome = afterCommand(state, command, 1_000);
    if ('refused' in outcome) throw new Error(outcome.refused);
    return outcome;
  }, before);
}

const refusalOf = (before: Output, command: Command): string | null => {
  const outcome = afterCommand(before, command, 1_000);
  return 'refused' in outcome ? outcome.refused : null;
};

const on = (state: Output, layer: string): Cue => state.cues.find((cue) => cue.layer === layer)!;
const of = (state: Output, layer: string, by = 'Bob') => ({
  layer,
  takenAt: on(state, layer).takenAt,
  by,
});
const shown = ({ cues }: Output): string[] =>
  cues.filter(({ state }) => state === 'IN').map(({ layer }) => layer);

describe('an output', () => {
  test('shows what was taken, the last one on top, until it is taken out, with who did it and when', () => {
    const taken = goneOn(NEVER_TAKEN, take('clock'), take('lower-third'));
    expect(shown(taken)).toEqual(['clock', 'lower-third']);
    expect(on(taken, 'clock')).toMatchObject({ by: 'Ada', at: 1_000, step: 0 });
    const out = goneOn(taken, { do: 'out', ...of(taken, 'clock') });
    expect(shown(out)).toEqual(['lower-third']);
    expect(on(out, 'clock')).toMatchObject({ state: 'OUT', by: 'Bob', at: 1_002 });
    expect(shown(goneOn(out, take('clock')))).toEqual(['lower-third', 'clock']);
  });

  test('keeps the order of its layers where another cue takes the place of one that is on air', () => {
    const taken = goneOn(NEVER_TAKEN, take('under'), take('over'));
    const other = goneOn(taken, take('under', { told: { channel: 'D/RESULT' } }));
    expect(shown(other)).toEqual(['under', 'over']);
    expect(on(other, 'under').takenAt).toBeGreaterThan(on(taken, 'under').takenAt);
  });

  test('has one cue where two operators take the same, and begins it anew where it was led on since', () => {
    const taken = goneOn(NEVER_TAKEN, take('clock'));
    expect(goneOn(taken, take('clock', { by: 'Bob' }))).toBe(taken);
    const led = goneOn(taken, { do: 'next', step: 0, ...of(taken, 'clock') });
    expect(on(goneOn(led, take('clock')), 'clock').step).toBe(0);
  });

  test('is led on once by two desks that saw the same page', () => {
    const taken = goneOn(NEVER_TAKEN, take('standings'));
    const led = goneOn(taken, { do: 'next', step: 0, ...of(taken, 'standings') });
    expect(on(led, 'standings').step).toBe(1);
    expect(refusalOf(led, { do: 'next', step: 0, ...of(taken, 'standings') })).toBe('STEP_PASSED');
  });

  test('is told something else in its place, as the same cue', () => {
    const taken = goneOn(NEVER_TAKEN, take('clock'));
    const changed = goneOn(taken, { do: 'change', told: { rows: '4' }, ...of(taken, 'clock') });
    expect(on(changed, 'clock')).toMatchObject({ told: { rows: '4' }, takenAt: 1_000, state: 'IN' });
    expect(goneOn(changed, { do: 'change', told: { rows: '4' }, ...of(taken, 'clock') })).toBe(changed);
  });

  test('accepts a correction up to the version that was seen, and never goes back to an older one', () => {
    const taken = goneOn(NEVER_TAKEN, take('standings', { accepted: { epoch: 'a', version: 4 } }));
    const accept = (version: number): Command => ({
      do: 'accept',
      version: { epoch: 'a', version },
      ...of(taken, 'standings'),
    });
    const accepted = goneOn(taken, accept(6));
    expect(on(accepted, 'standings').accepted).toEqual({ epoch: 'a', version: 6 });
    expect(goneOn(accepted, accept(5))).toBe(accepted);
    // Versions of two units are not to be compared.
    const ofUnit = { epoch: 'a', version: 2, unit: 'U' };
    const other = goneOn(accepted, { ...accept(2), version: ofUnit } as Command);
    expect(on(other, 'standings').accepted).toEqual(ofUnit);
  });

  test('does nothing with a cue that its sender has not seen, or that is out', () => {
    const taken = goneOn(NEVER_TAKEN, take('clock'));
    const other = goneOn(taken, take('clock', { graphic: 'score-bug' }));
    expect(refusalOf(other, { do: 'out', ...of(taken, 'clock') })).toBe('OTHER_CUE');
    const out = goneOn(taken, { do: 'out', ...of(taken, 'clock') });
    expect(goneOn(out, { do: 'out', ...of(taken, 'clock', 'Cyd') })).toBe(out);
    expect(refusalOf(out, { do: 'next', step: 0, ...of(taken, 'clock') })).toBe('NOT_ON_AIR');
    expect(refusalOf(NEVER_TAKEN, { do: 'out', layer: 'clock', takenAt: 1, by: 'Ada' })).toBe('NOT_ON_AIR');
  });

  test('takes all out at once, also where nothing is known of it: outputs may still show what a broker has lost', () => {
    const cleared = goneOn(NEVER_TAKEN, take('clock'), take('bug'), { do: 'clear', by: 'Bob' });
    expect(shown(cleared)).toEqual([]);
    expect(goneOn(cleared, { do: 'clear', by: 'Ada' })).toBe(cleared);
    expect(goneOn(NEVER_TAKEN, { do: 'clear', by: 'Ada' }).changedAt).toBeGreaterThan(0);
  });

  test('has room for twenty cues on air; what is out makes room', () => {
    const twenty = Array.from({ length: 20 }, (_none, index) => take(`layer-${index}`));
    const full = goneOn(NEVER_TAKEN, ...twenty);
    expect(refusalOf(full, take('more'))).toBe('TOO_MANY_LAYERS');
    const out = goneOn(full, { do: 'out', ...of(full, 'layer-3') });
    expect(shown(goneOn(out, take('more')))).toHaveLength(20);
    expect(goneOn(out, take('more')).cues).toHaveLength(20);
  });
});

/** What an operator asks of the state as he sees it, or saw it a while ago. */
const anyCommand = fc.record({
  what: fc.constantFrom('take', 'out', 'next', 'change', 'accept', 'clear'),
  layer: fc.constantFrom('a', 'b', 'c'),
  told: fc.constantFrom<ToldTexts>({}, { rows: '4' }, { rows: '8' }),
  by: fc.constantFrom('Ada', 'Bob'),
  now: fc.integer({ min: 0, max: 5_000 }),
  seenAgo: fc.integer({ min: 0, max: 2 }),
  version: fc.integer({ min: 1, max: 9 }),
});
type Asked = typeof anyCommand extends fc.Arbitrary<infer One> ? One : never;

function commandOf({ what, layer, told, by, version }: Asked, seen: Output): Command {
  const cue = seen.cues.find((each) => each.layer === layer);
  const about = { layer, takenAt: cue?.takenAt ?? 1, by };
  if (what === 'take') return take(layer, { told, by });
  if (what === 'clear') return { do: 'clear', by };
  if (what === 'next') return { do: 'next', step: cue?.step ?? 0, ...about };
  if (what === 'change') return { do: 'change', told, ...about };
  if (what === 'accept') return { do: 'accept', version: { epoch: 'a', version }, ...about };
  return { do: 'out', ...about };
}

test('whatever operators do: one cue a layer, time goes on with each change, and what is stored is read back', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 40 }), (asked) => {
      const states: Output[] = [NEVER_TAKEN];
      for (const each of asked) {
        const before = states.at(-1)!;
        const seen = states.at(-1 - each.seenAgo) ?? before;
        const command = commandOf(each, seen);
        const outcome = afterCommand(before, command, each.now);
        if ('refused' in outcome) continue;
        if (outcome !== before) {
          expect(outcome.changedAt).toBeGreaterThan(before.changedAt);
          expect(outcome.cues.every(({ at, takenAt }) => takenAt <= at && at <= outcome.changedAt)).toBe(
            true,
          );
        }
        expect(new Set(outcome.cues.map(({ layer }) => layer)).size).toBe(outcome.cues.length);
        expect(outputIn(bytesOf(outcome))).toEqual(outcome);
        // A second copy of what was asked changes nothing more.
        const again = afterCommand(outcome, command, each.now);
        expect('refused' in again || again === outcome).toBe(true);
        states.push(outcome);
      }
    }),
  );
});

test('what anybody else has put in the place of an output is none', () => {
  const cue = on(goneOn(NEVER_TAKEN, take('clock')), 'clock');
  const stored = (changed: object) => outputIn(bytesOf({ changedAt: 1, cues: [{ ...cue, ...changed }] }));
  expect(stored({})).not.toBe(null);
  for (const changed of [
    { layer: 'Über' },
    { graphic: 7 },
    { told: { 'a-b': 'x' } },
    { told: { rows: 4 } },
    { told: { rows: 'x'.repeat(501) } },
    { state: 'ON' },
    { takenAt: -1 },
    { step: 0.5 },
    { accepted: { epoch: 'a' } },
    { accepted: { epoch: 'a', version: 1, unit: 7 } },
  ])
    expect([changed, stored(changed)]).toEqual([changed, null]);
  expect(outputIn(new TextEncoder().encode('no JSON'))).toBe(null);
  expect(outputIn(bytesOf({ changedAt: 1 }))).toBe(null);
});
