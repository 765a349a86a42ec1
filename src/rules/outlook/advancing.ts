/**
 * Who goes on for certain, and who cannot any more: the progression of the phase over completions of it. Everybody at the best, everybody at the worst, and the
 * own end against that of all others. More and better opponents never help, so what holds for somebody holds for whoever is as good at both ends.
 */
import type { CompetitorCode } from '../../model/competitor.ts';
import type { Contender } from '../advance.ts';
import type { Key } from '../contract.ts';
import { compareKeys, compareSortKeys, hasPlace } from '../rank.ts';
import { Completion, type EndCard, type Phase, type UnitEnds } from './completion.ts';
import { countBefore, keyOf } from './places.ts';

export type Chance = 'CERTAIN' | 'POSSIBLE' | 'OUT';

/** Each unit of theirs costs a few looks at the whole phase. */
const OPEN_MOST = 48;
const ENTRIES_MOST = 160;

/** By competitor; a code says why it is not computed. */
export function chancesIn(phase: Phase): ReadonlyMap<CompetitorCode, Chance> | 'TOO_MANY' | 'TOO_CLOSE' {
  const ends = endsIn(phase);
  if (ends === 'TOO_CLOSE') return ends;
  if (ends.open > OPEN_MOST || phase.entries.length > ENTRIES_MOST) return 'TOO_MANY';
  const [allBest, allWorst] = [new Completion(phase, ends.best), new Completion(phase, ends.worst)];
  const [surely, perhaps] = [allBest.through('OPEN'), allWorst.through('ADMIT_ALL')];
  const isCertain = (code: CompetitorCode): boolean =>
    allBest.with(code, ends.worst).through('OPEN').has(code);
  const isPossible = (code: CompetitorCode): boolean =>
    allWorst.with(code, ends.best).through('ADMIT_ALL').has(code);
  const [certain, possible] = [new Set<CompetitorCode>(), new Set<CompetitorCode>()];
  for (const group of groupsIn(phase, ends, [allBest, allWorst])) {
    const [inside, outside] = [group.filter(isInside), group.filter((each) => !isInside(each))];
    for (const { code } of whereTrue(inside, isCertain)) certain.add(code);
    for (const { code } of whereTrue(outside, isPossible)) possible.add(code);
  }
  return new Map(
    phase.entries.map(({ competitor: { code } }) => {
      if (certain.has(code) || (surely.has(code) && !ends.unsettled.has(code))) return [code, 'CERTAIN'];
      return [code, perhaps.has(code) || possible.has(code) ? 'POSSIBLE' : 'OUT'];
    }),
  );

  function isInside({ code }: Candidate): boolean {
    return perhaps.has(code);
  }
}

interface PhaseEnds {
  /** By unit. */
  readonly best: readonly UnitEnds[];
  readonly worst: readonly UnitEnds[];
  /** Whose ends differ. */
  readonly unsettled: ReadonlySet<CompetitorCode>;
  /** How many have still something to do. */
  readonly open: number;
}

/**
 * Both ends of everybody, unit by unit. Those who have something to do come in at the best one after the other, since of equals more than there
 * are places would go on by place, and still before all whom their best would beat.
 */
function endsIn({ units }: Phase): PhaseEnds | 'TOO_CLOSE' {
  const ends = units.map(({ rule, field: { context }, starters }) => {
    const endOf = (card: unknown): EndCard => ({
      ...{ card, standing: rule.standing(card), sortKey: keyOf(card, rule, context) },
    });
    return starters.map(({ entry, prospects }) => {
      const { best, worst, isDone } = prospects(0);
      const known = { code: entry.competitor.code, prospects, isDone, endOf };
      return { ...known, best: endOf(best), worst: endOf(worst), isSettled: best === worst };
    });
  });
  const worsts = ends.flatMap((unit) => unit.map(({ worst }) => worst.sortKey)).sort(compareSortKeys);
  const unsettled = new Set<CompetitorCode>();
  const best: UnitEnds[] = [];
  let open = 0;
  for (const unit of ends) {
    const bests = new Map<CompetitorCode, EndCard>();
    for (const { code, prospects, isDone, isSettled, endOf, ...each } of unit) {
      if (!isSettled) unsettled.add(code);
      const spaced = isDone ? each.best : endOf(prospects(open++).best);
      if (countBefore(worsts, each.best.sortKey) !== countBefore(worsts, spaced.sortKey)) return 'TOO_CLOSE';
      bests.set(code, spaced);
    }
    best.push(bests);
  }
  const worst = ends.map((unit) => new Map(unit.map((each) => [each.code, each.worst])));
  return { best, worst, unsettled, open };
}

/** Somebody whose ends differ. */
interface Candidate {
  readonly code: CompetitorCode;
  readonly best: EndCard;
  readonly worst: EndCard;
  /** Of everybody at the best, and of everybody at the worst. */
  readonly contenders: readonly [Contender, Contender];
}

/** Those of each unit, the lesser ones first; who is in several, or has the place from officials, is like nobody else. */
function groupsIn(
  { units, entries, granted }: Phase,
  { best, worst, unsettled }: PhaseEnds,
  [allBest, allWorst]: readonly [Completion, Completion],
): readonly (readonly Candidate[])[] {
  const listed = new Set(entries.map(({ competitor }) => competitor.code));
  const isAlone = (code: CompetitorCode): boolean =>
    granted.has(code) || best.filter((unit) => unit.has(code)).length > 1;
  return units.flatMap(({ starters }, index) => {
    const candidates = starters.flatMap(
      ({
        entry: {
          competitor: { code },
        },
      }): Candidate[] => {
        if (!unsettled.has(code) || !listed.has(code)) return [];
        const contenders = [allBest.contender(code)!, allWorst.contender(code)!] as const;
        return [{ code, best: best[index]!.get(code)!, worst: worst[index]!.get(code)!, contenders }];
      },
    );
    const together = candidates.filter(({ code }) => !isAlone(code));
    return [
      together.toSorted((one, other) => compareSortKeys(other.best.sortKey, one.best.sortKey)),
      ...candidates.filter(({ code }) => isAlone(code)).map((each) => [each]),
    ];
  });
}

/** Of whom it holds, asked by halving: `holds` costs a look at the whole phase. */
function whereTrue(
  candidates: readonly Candidate[],
  holds: (code: CompetitorCode) => boolean,
): readonly Candidate[] {
  const [found, others]: [Candidate[], Candidate[]] = [[], []];
  const isFound = (each: Candidate): boolean =>
    found.some((known) => isAsGood(each, known)) ||
    (!others.some((known) => isAsGood(known, each)) && holds(each.code));
  const settle = (from: number, to: number): void => {
    if (from >= to) return;
    const middle = (from + to) >> 1;
    const each = candidates[middle]!;
    (isFound(each) ? found : others).push(each);
    settle(from, middle);
    settle(middle + 1, to);
  };
  settle(0, candidates.length);
  return found;
}

/** In the same unit as good at both ends, in the unit and by everything that a progression looks at. */
function isAsGood(one: Candidate, other: Candidate): boolean {
  return (
    compareSortKeys(one.best.sortKey, other.best.sortKey) <= 0 &&
    (compareSortKeys(one.worst.sortKey, other.worst.sortKey) <= 0 || !hasPlace(other.worst.sortKey)) &&
    one.contenders.every(({ keys }, index) => areAsGood(keys, other.contenders[index]!.keys))
  );
}

/** Whichever of them decides. */
const areAsGood = (one: readonly Key[] | null, other: readonly Key[] | null): boolean =>
  other === null || (one?.every((key, index) => compareKeys([key], [other[index]!]) <= 0) ?? false);
