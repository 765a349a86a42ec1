/** Of a race under way: how those stand who have passed the foremost timing point, each as it was on passing. */
import type { Document } from '../model/document.ts';
import { listRows } from '../model/document.ts';
import type { Identity } from '../model/row.ts';
import type { AtSplit } from '../model/split-ranks.ts';
import { splitPoints } from './split-points.ts';

export interface AtPoint {
  readonly label: string;
  /** Best time first. */
  readonly passed: readonly (AtSplit & Pick<Identity, 'name' | 'organisation'>)[];
  /** Who has not passed it and has no reason not to. */
  readonly stillToCome: number;
}

/** Null before anybody has passed a point, and when nobody is on the way any more: then the list itself says it. */
export function atForemostPoint(result: Pick<Document, 'header' | 'rows'>): AtPoint | null {
  const rows = listRows(result);
  if (!rows.some(({ mark }) => mark.result === null && mark.irm === null)) return null;
  const foremost = splitPoints(result).at(-1);
  if (foremost === undefined) return null;
  const identities = new Map(rows.map(({ key, identity }) => [key, identity]));
  const passed = [...foremost.at.values()].map((each) => {
    const { name, organisation } = identities.get(each.competitor)!;
    return { ...each, name, organisation };
  });
  const stillToCome = rows.filter(({ key, mark }) => mark.irm === null && !foremost.at.has(key)).length;
  return { label: foremost.label, passed, stillToCome };
}
