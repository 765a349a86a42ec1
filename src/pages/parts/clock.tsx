/** A clock as the venue said it last. It is not counted on here: nobody here knows when it stopped. */
import type { MatchClock } from '../../client/match.ts';
import type { PageWords } from '../words/page-words.ts';

export function Clock({ clock: { period, text, running }, said }: { clock: MatchClock; said: PageWords }) {
  const state = running === undefined ? undefined : running ? 'running' : 'stopped';
  const told = state === undefined ? undefined : said[state];
  return (
    <p class="clock" data-state={state} title={told}>
      <span>{period}</span>
      <time>{text}</time>
      {told === undefined ? null : <span class="unseen">{told}</span>}
    </p>
  );
}
