/** Apparatus and events of artistic gymnastics (ODF: apparatus codes, RSC event codes). */
import type { Rsc } from '../../src/model/rsc.ts';
import { partsOf } from '../../src/model/rsc.ts';

/** Codes as in RSC and document subcode, in Olympic order. */
export const APPARATUS: Readonly<Record<string, readonly string[]>> = {
  M: ['FX', 'PH', 'SR', 'VT', 'PB', 'HB'],
  W: ['VT', 'UB', 'BB', 'FX'],
};

/** The first vault stands for the vault wherever apparatus are summed. */
export const FIRST_VAULT = 'VT1';
export const SECOND_VAULT = 'VT2';
export const VAULT = 'VT';

/** The part of a score sheet that stands for an apparatus. */
export const partFor = (apparatus: string): string => (apparatus === VAULT ? FIRST_VAULT : apparatus);

export type Contest =
  | { readonly kind: 'ALL_AROUND' }
  | { readonly kind: 'TEAM' }
  | { readonly kind: 'APPARATUS'; readonly apparatus: string }
  /** Subdivisions that serve every event at once: their RSC has no event. */
  | { readonly kind: 'QUALIFICATION' };

/** What an RSC is about; null when it is not an event of the gender's programme. */
export function contestOf(rsc: Rsc): Contest | null {
  const { gender, event, phase } = partsOf(rsc);
  const apparatus = APPARATUS[gender];
  if (apparatus === undefined) return null;
  const code = event.slice(0, EVENT_CODE).replace(/-+$/, '');
  if (code === '') return phase === 'QUAL' ? { kind: 'QUALIFICATION' } : null;
  if (code === '1AA') return { kind: 'ALL_AROUND' };
  if (code === 'TEAM') return { kind: 'TEAM' };
  const found = apparatus.find((each) => code === `1AP${each}`);
  return found === undefined ? null : { kind: 'APPARATUS', apparatus: found };
}

/** Characters of the event field before the modifier. */
const EVENT_CODE = 8;
const GENDER_END = 4;
const MODIFIER_START = GENDER_END + EVENT_CODE;
const EVENT_END = 22;

/** RSC prefix of the subdivisions that serve an event: same discipline, gender and modifier, no event. */
export function qualificationPrefix(rsc: Rsc): string {
  return `${rsc.slice(0, GENDER_END)}${'-'.repeat(EVENT_CODE)}${rsc.slice(MODIFIER_START, EVENT_END)}QUAL`;
}
