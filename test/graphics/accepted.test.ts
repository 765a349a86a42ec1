import { describe, expect, it } from 'vitest';
import { Accepted } from '../../src/graphics/accepted.ts';
import type { Document } from '../../src/model/document.ts';
import type { ResultStatus } from '../../src/model/result-status.ts';

const version = (
  number: number,
  status: ResultStatus,
  more: { readonly corrects?: number; readonly epoch?: string; readonly unit?: string } = {},
): Document =>
  ({
    epoch: more.epoch ?? '1',
    version: number,
    hash: `hash ${number}`,
    correction: more.corrects === undefined ? null : { of: more.corrects, reason: null, moved: [] },
    header: { unit: more.unit ?? 'A', type: 'RESULT', subcode: null, status },
  }) as unknown as Document;

/** What is on air after each of these has come, and whether something waits. */
function onAir(...came: readonly Document[]): readonly [number | undefined, boolean] {
  const accepted = new Accepted();
  let shown: Document | null = null;
  for (const document of came) shown = accepted.take(document, true);
  return [shown?.version, accepted.waiting !== null];
}

describe('what is on air while corrections wait', () => {
  it('follows a result that is not announced yet, whatever changes', () => {
    expect(onAir(version(1, 'LIVE'), version(2, 'LIVE'), version(7, 'UNOFFICIAL'))).toEqual([7, false]);
  });

  it('follows from unofficial to official, when that takes nothing back', () => {
    expect(onAir(version(7, 'UNOFFICIAL'), version(8, 'OFFICIAL'))).toEqual([8, false]);
  });

  it('stays when the next version takes back what was announced, and when others come after it', () => {
    const corrected = [version(8, 'OFFICIAL'), version(9, 'OFFICIAL', { corrects: 8 })];
    expect(onAir(...corrected)).toEqual([8, true]);
    expect(onAir(...corrected, version(10, 'OFFICIAL'))).toEqual([8, true]);
  });

  it('stays when versions in between were not seen: one of them may have taken something back', () => {
    expect(onAir(version(8, 'OFFICIAL'), version(10, 'OFFICIAL'))).toEqual([8, true]);
    expect(onAir(version(8, 'OFFICIAL'), version(9, 'OFFICIAL', { epoch: '2' }))).toEqual([8, true]);
  });

  it('has nothing that waits when a correction was corrected back', () => {
    const same = { ...version(10, 'OFFICIAL', { corrects: 9 }), hash: 'hash 8' };
    expect(onAir(version(8, 'OFFICIAL'), version(9, 'OFFICIAL', { corrects: 8 }), same)).toEqual([10, false]);
  });

  it('goes on with another unit: that takes nothing back', () => {
    expect(onAir(version(8, 'OFFICIAL'), version(3, 'LIVE', { unit: 'B' }))).toEqual([3, false]);
  });

  it('is the newest once that is accepted, and always where nothing has to wait', () => {
    const accepted = new Accepted();
    accepted.take(version(8, 'OFFICIAL'), true);
    accepted.take(version(9, 'OFFICIAL', { corrects: 8 }), true);
    accepted.accept(null);
    expect(accepted.take(version(9, 'OFFICIAL', { corrects: 8 }), true)?.version).toBe(9);
    expect(accepted.take(version(11, 'OFFICIAL', { corrects: 9 }), false)?.version).toBe(11);
  });

  it('goes up to the version that was accepted, whether it has come already or not; a later correction waits on', () => {
    const accepted = new Accepted();
    for (const number of [8, 9, 10]) accepted.take(version(number, 'OFFICIAL', { corrects: 1 }), true);
    accepted.accept({ epoch: '1', version: 9 });
    expect([accepted.shown?.version, accepted.waiting?.version]).toEqual([9, 10]);
    accepted.accept({ epoch: '1', version: 12 });
    expect([accepted.shown?.version, accepted.waiting]).toEqual([10, null]);
    expect(accepted.take(version(12, 'OFFICIAL', { corrects: 8 }), true)?.version).toBe(12);
    expect(accepted.take(version(13, 'OFFICIAL', { corrects: 8 }), true)?.version).toBe(12);
  });

  it('accepts nothing of a unit because something of another one was accepted', () => {
    const accepted = new Accepted();
    for (const number of [8, 9]) accepted.take(version(number, 'OFFICIAL', { corrects: 1 }), true);
    accepted.accept({ epoch: '1', version: 9 });
    for (const number of [3, 4]) accepted.take(version(number, 'OFFICIAL', { corrects: 1, unit: 'B' }), true);
    expect([accepted.shown?.version, accepted.waiting?.version]).toEqual([3, 4]);
  });

  it('never goes back to what comes once more', () => {
    const accepted = new Accepted();
    for (const number of [7, 8, 7]) accepted.take(version(number, 'LIVE'), true);
    expect([accepted.shown?.version, accepted.waiting]).toEqual([8, null]);
  });
});
