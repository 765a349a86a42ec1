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
  return [shown?.version, accepted.waits];
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
    accepted.accept();
    expect(accepted.take(version(9, 'OFFICIAL', { corrects: 8 }), true)?.version).toBe(9);
    expect(accepted.take(version(11, 'OFFICIAL', { corrects: 9 }), false)?.version).toBe(11);
  });
});
