import { troubled } from '../../client/feed-state.ts';
import type { HeardFeed } from '../../client/heard-feed.ts';
import type { SourceState } from '../../model/server-words.ts';

const AT_THE_VENUE: Readonly<Record<SourceState, string>> = {
  ok: '',
  silent: 'is silent',
  gap: 'has facts missing',
  late: 'is late',
  unknown: 'is not known',
};

/** Why nothing that is shown may look live, for whoever watches `url`; null: it may. Nobody has lost what was not there yet. */
export function feedTrouble(feed: HeardFeed, url: string, now: number): string | null {
  const { connection, heard } = feed;
  switch (feed.state(now)) {
    case 'LIVE':
      return null;
    case 'BEHIND':
      return `behind what venues have said by ${heard!.keepalive.behind} s`;
    case 'VENUE':
      return troubled(heard)
        .map(({ source, state }) => `${source} ${AT_THE_VENUE[state]}`)
        .join(', ');
    default:
      if (connection.state === 'live') return 'nobody has said how the venue is';
      if (connection.state === 'waiting')
        return `no connection to ${url}; next try in ${Math.ceil(connection.ms / 100) / 10} s`;
      return connection.state === 'connecting' && connection.attempt > 0 ? `connecting to ${url}` : null;
  }
}
