/** The least that the ranking function needs: cards that hold numbers, and a rule that compares them. */
import type { Entry } from '../../src/model/competitor.ts';
import type { Key, RankContext, Ranked, Stage } from '../../src/rules/contract.ts';
import type { Starter } from '../../src/rules/rank.ts';

export interface Card {
  readonly stage: Stage;
  readonly irm: string | null;
  /** Metres jumped, best first: more is better. */
  readonly marks: readonly number[];
  /** Fewer is better. */
  readonly failures: number;
}

export const CONTEXT: RankContext = { unit: 'ATHMLONGJUMP----------FNL-000100--', setup: {}, orders: [] };

const negated = (key: readonly number[]): Key => key.map((each) => -each);

export const RULE: Ranked<Card> = {
  id: 'TEST.JUMP@1',
  columns: [],
  irmOrder: ['DNF', 'NM', 'DNS', 'DQ'],
  standing: ({ stage, irm }) => ({ stage, irm }),
  criteria: [
    { code: 'BETTER_MARK', clause: 'T 1', key: ({ marks }) => -(marks[0] ?? 0) },
    { code: 'BETTER_NEXT_MARK', clause: 'T 2', key: ({ marks }) => negated(marks) },
    { code: 'FEWER_FAILURES', clause: 'T 3', key: ({ failures }) => failures },
  ],
  progress: [{ code: 'FURTHER_ON', clause: '', key: ({ failures }) => -failures }],
  mark: () => ({ result: null, resultType: null, details: {} }),
};

export function entry(code: string, startOrder: number, organisation = 'XXX'): Entry {
  return { competitor: { code, kind: 'ATHLETE', organisation, name: { family: code } }, startOrder };
}

/** Lines of `code  marks by comma | IRM | stage  failures`, in start order. */
export function starters(table: string): Starter<Card>[] {
  const lines = table.trim().split('\n');
  return lines.map((line, index) => {
    const [code = '', said = '', failures = '0'] = line.trim().split(/\s+/);
    return { entry: entry(code, index + 1), card: { ...cardOf(said), failures: Number(failures) } };
  });
}

function cardOf(said: string): Omit<Card, 'failures'> {
  if (said === 'WAITING' || said === 'UNDERWAY') return { stage: said, irm: null, marks: [] };
  if (/^[A-Z]+$/.test(said)) return { stage: 'IRM', irm: said, marks: [] };
  return { stage: 'RANKED', irm: null, marks: said.split(',').map(Number) };
}
