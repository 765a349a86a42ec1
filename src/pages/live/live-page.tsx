/** The public page: documents on the left, the chosen one as a table, a bracket or a match, kept current over the stream. */
import { feedState } from '../../client/feed-state.ts';
import { PAGE_WORDS } from '../words/page-words.ts';
import { DocumentNav } from './document-nav.tsx';
import type { LiveState } from './live-state.ts';
import { Standings } from './standings.tsx';

export function LivePage({ state }: { state: LiveState }) {
  const { said } = state.speech;
  return (
    <>
      <a class="skip" href="#standings">
        {said.skip}
      </a>
      <header class="top">
        <h1>
          <img src="/assets/mark.svg" alt="" width="24" height="24" /> Splitsecond
        </h1>
        <Languages state={state} />
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

const LANGUAGES: readonly (readonly [string, string])[] = [
  ['en', 'English'],
  ['fr', 'Français'],
];

/** The links keep the document that is shown. */
function Languages({ state: { shown, speech } }: { state: LiveState }) {
  const channel = shown.value?.channel;
  const hash = channel === undefined ? '' : `#${encodeURIComponent(channel)}`;
  return (
    <p class="languages">
      {LANGUAGES.filter(([language]) => Object.hasOwn(PAGE_WORDS, language)).map(([language, name]) => (
        <a
          key={language}
          lang={language}
          hreflang={language}
          href={`?lang=${language}${hash}`}
          aria-current={language === speech.language ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </p>
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
