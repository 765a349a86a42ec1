/** Rank, shared rank and gap of rows, from their order, written from `schemas/README.md` ("What follows from the order"). */
import type { Copy, Fields } from './copy.ts';

export interface Ranked {
  readonly rank: number | null;
  readonly rankEqual: boolean;
  readonly diff: string | null;
}

type Gap = { readonly as: string; readonly decimals: number };

const MICRO = 6;
const DECIMAL = /^-?\d+(\.\d{1,6})?$/;

export function ranksOf({ header, rows }: Pick<Copy, 'header' | 'rows'>): Ranked[] {
  let rank = 0;
  let free = 1;
  let leader: bigint | null = null;
  return rows.map(({ parts }, index) => {
    const place = parts.place ?? {};
    const mark = parts.mark ?? {};
    const isLeader = index === 0 || place.leads === true;
    if (isLeader) leader = place.ranked === true && place.givenDiff == null ? micro(mark.value) : null;
    if (place.ranked !== true) free += 1;
    else if (place.givenRank != null) {
      rank = place.givenRank as number;
      free = rank + 1;
    } else {
      if (place.tied !== true || rank === 0) rank = free;
      free += 1;
    }
    const isShared =
      place.tied === true || place.givenEqual === true || rows[index + 1]?.parts.place?.tied === true;
    const hasGap = !isLeader && place.ranked === true && mark.irm == null;
    return {
      rank: place.ranked === true ? rank : null,
      rankEqual: place.ranked === true && isShared,
      diff:
        (place.givenDiff as string | undefined) ?? (hasGap ? gapOf(header, leader, micro(mark.value)) : null),
    };
  });
}

function gapOf({ gap }: Fields, leader: bigint | null, value: bigint | null): string | null {
  if (gap == null || leader === null || value === null) return null;
  const { as, decimals } = gap as Gap;
  const difference = value - leader;
  if (as === 'TIME') return difference < 0n ? null : `+${timeOf(difference, decimals)}`;
  return difference === 0n ? null : numberOf(difference, decimals);
}

/** `-12.5` in millionths; null for none. */
function micro(value: unknown): bigint | null {
  if (typeof value !== 'string' || !DECIMAL.test(value)) return null;
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(MICRO, '0'));
  return value.startsWith('-') ? -size : size;
}

const digitsOf = (size: bigint): [bigint, string] => {
  const text = String(size).padStart(MICRO + 1, '0');
  return [BigInt(text.slice(0, -MICRO)), text.slice(-MICRO)];
};

function timeOf(size: bigint, decimals: number): string {
  const [seconds, fraction] = digitsOf(size);
  const units = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n];
  const first = units.findIndex((unit) => unit > 0n);
  const [leading, ...others] = units.slice(first < 0 ? 2 : first).map(String);
  const whole = [leading, ...others.map((unit) => unit.padStart(2, '0'))].join(':');
  return decimals === 0 ? whole : `${whole}.${fraction.slice(0, decimals)}`;
}

function numberOf(difference: bigint, decimals: number): string {
  const [whole, fraction] = digitsOf(difference < 0n ? -difference : difference);
  const kept = fraction.replace(/0+$/, '').padEnd(decimals, '0');
  return `${difference < 0n ? '-' : ''}${whole}${kept === '' ? '' : `.${kept}`}`;
}
