import type { Fact } from '../model/fact.ts';
import { type CompetitorFacts, NO_FACTS, noFacts } from '../rules/contract.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };

/** The facts about one competitor as rules see them: by kind, in key order. */
export function competitorFacts(facts: readonly Fact[]): CompetitorFacts {
  if (facts.length === 0) return NO_FACTS;
  const sorted = noFacts() as Writable<CompetitorFacts>;
  for (const fact of facts) put(fact, sorted);
  return sorted;
}

function put(fact: Fact, into: Writable<CompetitorFacts>): void {
  switch (fact.kind) {
    case 'passing':
      into.passings.push(fact.content);
      break;
    case 'attempt':
      into.attempts.push(fact.content);
      break;
    case 'score':
      into.scores.push(fact.content);
      break;
    case 'periodScore':
      into.periodScores.push(fact.content);
      break;
    case 'action':
      into.actions.push(fact.content);
      break;
    case 'penalty':
      into.penalties.push(fact.content);
      break;
    case 'irm':
      // A mark that was taken back is as good as none.
      if (fact.content.code !== null) into.irms.push(fact.content);
      break;
    case 'reaction':
      into.reaction = fact.content;
      break;
    case 'start':
      into.start = fact.content;
      break;
    case 'conditions':
      into.conditions = fact.content;
      break;
    default:
      break;
  }
}
