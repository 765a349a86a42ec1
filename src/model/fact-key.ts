import type { Fact } from './fact.ts';

/**
 * What a fact is about inside its unit. Two facts with one key say the same thing twice: the later
 * word stands (venue-feed, "Facts", column "kind, key"). Kinds without a key (void, heartbeat) are
 * never replaced and have the empty key.
 */
export function keyOf(fact: Fact): string {
  const { kind } = fact;
  switch (kind) {
    case 'setup':
    case 'startList':
    case 'clock':
    case 'competition':
    case 'status':
    case 'schedule':
      return kind;
    case 'start':
      return join(kind, fact.content.competitor);
    case 'conditions':
      return join(kind, fact.content.competitor, fact.content.place, fact.content.at);
    case 'session':
      return join(kind, fact.content.code);
    case 'passing':
      return join(kind, fact.content.competitor, fact.content.point, fact.content.lap);
    case 'reaction':
    case 'advance':
    case 'rankOverride':
      return join(kind, fact.content.competitor);
    case 'attempt':
      return join(
        kind,
        fact.content.competitor,
        fact.content.phase,
        fact.content.height,
        fact.content.attempt,
      );
    case 'score':
      return join(
        kind,
        fact.content.competitor,
        fact.content.round,
        fact.content.element,
        fact.content.component,
        fact.content.judge,
      );
    case 'periodScore':
      return join(kind, fact.content.competitor, fact.content.period);
    case 'irm':
      return join(kind, fact.content.competitor, fact.content.attempt, fact.content.point);
    case 'penalty':
      return join(kind, fact.content.competitor, fact.content.id);
    case 'action':
    case 'order':
      return join(kind, fact.content.id);
    case 'note':
      return join(kind, fact.content.id, fact.content.language);
    case 'link':
      return join(kind, fact.content.source);
    case 'release':
      return join(kind, fact.content.source, fact.content.epoch, fact.content.seq);
    case 'void':
    case 'heartbeat':
      return '';
  }
}

function join(...fields: (string | number | undefined)[]): string {
  return fields.join('|');
}
