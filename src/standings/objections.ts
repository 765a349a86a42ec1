/** Why a fact is held whatever the sport: it cannot be right, or would do harm, until an operator lets it through. */
import type { Examination } from '../ledger/examination.ts';
import type { Competitor } from '../model/competitor.ts';
import { codesOf, type Fact, isMeasured, type MeasuredKind, type Setup } from '../model/fact.ts';
import type { Rsc } from '../model/rsc.ts';
import type { AnyUnitRule, Ranked, RuleId, Sport, UnitRule } from '../rules/contract.ts';
import type { Objection, TogetherContext } from '../rules/held-facts.ts';

/** A rule that throws while it looks at a fact says that something is wrong with one of the two. */
export function failsafe(look: () => Objection | null): Objection | null {
  try {
    return look();
  } catch (error) {
    return { code: 'RULE_BROKEN', message: `the rule cannot look at it: ${String(error)}` };
  }
}

/** Everything that is asked of a fact of a unit before it counts. */
export const examinationBy = (
  rule: AnyUnitRule<unknown>,
  context: TogetherContext,
  ofSetup: (fact: Fact) => Objection | null,
): Examination => ({
  each: (fact) =>
    ofSetup(fact) ??
    twiceIn(fact) ??
    notRead(fact, rule) ??
    unknownIrm(fact, rule) ??
    failsafe(() => rule.check?.(fact, context) ?? null),
  together: togetherBy(rule, context),
});

/** What the rule asks of facts beside each other, in the same way. */
function togetherBy({ together }: AnyUnitRule<unknown>, context: TogetherContext): Examination['together'] {
  if (together === undefined) return null;
  return {
    of: together.of,
    check: (facts) => {
      try {
        return together.check(facts, context);
      } catch (error) {
        const objection = failsafe(() => {
          throw error;
        })!;
        return new Map(facts.filter(({ kind }) => isMeasured(kind)).map((fact) => [fact, objection]));
      }
    },
  };
}

export const unknownRule = ({ name }: Sport, rsc: Rsc, { rule }: Setup): Objection => ({
  code: 'UNKNOWN_RULE',
  message: `${name} has no rule "${rule}" for ${rsc}`,
});

export const anotherFamily = (rule: RuleId, rsc: Rsc): Objection => ({
  code: 'RULE_OF_ANOTHER_FAMILY',
  message: `${rule} is a rule for another kind of competition than ${rsc}`,
});

/** A setup that asks for a rule nobody knows, or for one over another kind of card, must not take the rule of a unit away. */
export function ofUnitSetup(fact: Fact, rsc: Rsc, sport: Sport): Objection | null {
  if (fact.kind !== 'setup') return null;
  const { content } = fact;
  return failsafe(() => {
    const asked = sport.unitRule(rsc, content);
    if (asked === null) return unknownRule(sport, rsc, content);
    const usual = content.rule === undefined ? asked : sport.unitRule(rsc, {});
    return usual === null || usual.family === asked.family ? null : anotherFamily(asked.id, rsc);
  });
}

/** A start list names everybody once, as a competitor or as a member: else two rows would be one. */
export function twiceIn(fact: Fact): Objection | null {
  if (fact.kind !== 'startList') return null;
  const seen = new Set<string>();
  for (const { competitor } of fact.content.entries) {
    for (const code of namesIn(competitor)) {
      if (seen.has(code)) return { code: 'COMPETITOR_TWICE', message: `${code} is on the start list twice` };
      seen.add(code);
    }
  }
  return null;
}

/** A member may be listed twice for the same team: two legs. A team of one may have the code of its member. */
const namesIn = (competitor: Competitor): ReadonlySet<string> => new Set(codesOf(competitor));

/** What no card is made of is said to be so: a venue that sends it expects an effect. */
export function notRead({ kind }: Fact, { reads }: Pick<UnitRule<unknown>, 'reads'>): Objection | null {
  return !isMeasured(kind) || reads.includes(kind) ? null : notReadHere(kind, reads);
}

/** `reads`: what would be read of the unit, phase or event. */
export const notReadHere = (kind: MeasuredKind, reads: readonly MeasuredKind[]): Objection => ({
  code: 'NOT_READ',
  message: `${kind} is not read here, ${reads.join(', ') || 'nothing measured'} is`,
  refused: true,
});

/** A mark that the sport does not have is a slip of the hand: it must not reach a screen as it is. */
export function unknownIrm(
  fact: Fact,
  rule: Pick<Ranked<unknown>, 'irmOrder' | 'irmRanked'>,
): Objection | null {
  const { irmOrder, irmRanked = [] } = rule;
  if (fact.kind !== 'irm' || fact.content.code === null || irmOrder.length === 0) return null;
  const known = [...irmOrder, ...irmRanked];
  if (known.includes(fact.content.code)) return null;
  return { code: 'UNKNOWN_IRM', message: `${fact.content.code} is none of ${known.join(' ')}` };
}
