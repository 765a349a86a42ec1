/** What the rules of each sport were held against, and by which revision of them: `sports/verified.json`, written by `verify --write`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Sport } from '../rules/contract.ts';
import { revisionOf } from '../setup/revision.ts';

/** Rows of published results. */
export interface Verified {
  readonly compared: number;
  readonly equal: number;
  readonly explained: number;
  readonly left: number;
  /** Of the rules that were compared. */
  readonly revision: string;
}

export type VerifiedByDiscipline = Readonly<Record<string, Verified>>;

const FILE = 'sports/verified.json';

export const verifiedOf = (discipline: string): Verified | null => readVerified()[discipline] ?? null;

export const readVerified = (): VerifiedByDiscipline =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${FILE}`, import.meta.url)), 'utf8'));

/** Puts new outcomes beside those of disciplines that were not compared now. `root`: a clone. */
export function writeVerified(root: string, outcomes: VerifiedByDiscipline): string {
  const path = `${root}/${FILE}`;
  const all = { ...(JSON.parse(readFileSync(path, 'utf8')) as VerifiedByDiscipline), ...outcomes };
  const sorted = Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
  return path;
}

/** What decides how facts are ranked in any sport. */
const RANKING = ['src/model', 'src/ledger', 'src/rules', 'src/standings'];

/** Of the rules of one sport, by the content of the sources: another sport's rules do not change it. `root`: a clone. */
export const rulesRevision = (root: string, { folder }: Sport): string =>
  revisionOf(root, [...RANKING, ...(folder === undefined ? [] : [`sports/${folder}`])]);
