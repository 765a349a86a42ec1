/** What happens on the way: facts that a test adds to a recorded feed. */
import type { Fact, FactOf } from '../../src/model/fact.ts';
import type { ResultStatus } from '../../src/model/result-status.ts';
import type { Rsc } from '../../src/model/rsc.ts';
import type { Dice } from '../../src/simulation/dice.ts';

/** An own source, so that recorded numbers are not used up. */
const envelope = (unit: Rsc, seq: number) => ({
  source: 'REFEREE',
  epoch: '1',
  seq,
  unit,
  test: false,
  storedAt: 0,
  streamSeq: 0,
});

/** Somebody on some start list of whom the feed says nothing of the kind is disqualified. */
export function disqualified(feed: readonly Fact[], dice: Dice): FactOf<'irm'> {
  const lists = feed.filter(
    (fact): fact is FactOf<'startList'> => fact.kind === 'startList' && fact.content.entries.length > 0,
  );
  const marked = new Set(
    feed.flatMap((fact) => (fact.kind === 'irm' ? `${fact.unit} ${fact.content.competitor}` : [])),
  );
  const { unit, content } = lists[dice.throw(lists.length)]!;
  const clean = content.entries.filter(({ competitor }) => !marked.has(`${unit} ${competitor.code}`));
  const { competitor } = clean[dice.throw(clean.length)]!;
  const code = { SWM: 'DSQ', ORI: 'MP' }[unit.slice(0, 3)] ?? 'DQ';
  return { ...envelope(unit, 1), kind: 'irm', content: { competitor: competitor.code, code } };
}

export const clearedOfDisqualification = ({ unit, content }: FactOf<'irm'>): Fact => ({
  ...envelope(unit, 2),
  kind: 'irm',
  content: { competitor: content.competitor, code: null },
});

export const voided = ({ source, epoch, seq, unit }: Fact): Fact => ({
  ...envelope(unit, 1_000),
  kind: 'void',
  content: { source, epoch, seq },
});

export const withStatus = (unit: Rsc, result: ResultStatus, seq: number): Fact => ({
  ...envelope(unit, 100 + seq),
  kind: 'status',
  content: { result },
});

/** The same facts as if every unit had a timing computer of its own. */
export function fromManySources(feed: readonly Fact[]): Fact[] {
  const numbers = new Map<string, number>();
  return feed.map((fact) => {
    const source = `T-${fact.unit.slice(0, 34)}`;
    const seq = (numbers.get(source) ?? 0) + 1;
    numbers.set(source, seq);
    return { ...fact, source, epoch: '1', seq };
  });
}
