/** The public page: documents on the left, the chosen one as a table, a bracket or a match, kept current over the stream. */
import { feedState } from '../../client/feed-state.ts';
import { Languages } from '../parts/languages.tsx';
import { DocumentNav } from './document-nav.tsx';
import type { LiveState } from './live-state.ts';
import { Standings } from './standings.tsx';

export function LivePage({ state }: { state: LiveState }) {
  const { speech, shown } = state;
  const { said } = speech;
  const channel = shown.value?.channel;
  return (
    <>
      <a class="skip" href="#standings">
        {said.skip}
      </a>
      <header class="top">
        <h1>
          <img src="/assets/mark.svg" alt="" width="24" height="24" /> Splitsecond
        </h1>
        <Languages
          current={speech.language}
          hash={channel === undefined ? '' : `#${encodeURIComponent(channel)}`}
        />
        <Connection state={state} />
      </header>
      <div class="columns">
        <DocumentNav state={state} />
        <main id="standings" tabIndex={-1}>
          <Standings state={state} />
        </main>
      </div>
    </>
  );
}

/** Live is only what may be believed. What is wrong at a venue stands with its documents: more the public need not know. */
function Connection({ state: { feed, speech } }: { state: LiveState }) {
  const { said } = speech;
  const state = feedState(feed.connection.value, feed.heard.value, Date.now());
  const isOfVenue = state === 'VENUE' || state === 'UNKNOWN' || state === 'QUIET';
  return (
    <p id="connection" class="connection" role="status" data-state={state}>
      {isOfVenue ? said.connected : said[`feed${state}`]}
    </p>
  );
}
