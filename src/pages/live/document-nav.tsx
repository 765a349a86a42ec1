/** The list of what is published, with a search. */
import { Badge } from '../parts/badge.tsx';
import type { Listed } from '../view/document-list.ts';
import { listLine } from '../view/document-search.ts';
import type { LiveState } from './live-state.ts';

export function DocumentNav({ state }: { state: LiveState }) {
  const { speech, filter, listed, groups } = state;
  const { said } = speech;
  const isEmpty = listed.value !== null && groups.value.length === 0;
  return (
    <nav aria-label={said.documents}>
      <h2 class="unseen">{said.documents}</h2>
      <label for="filter">{said.find}</label>
      <input
        id="filter"
        type="search"
        placeholder={said.findHint}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => {
          filter.value = currentTarget.value;
        }}
      />
      <div id="channels">
        {groups.value.map(({ name, documents }) => (
          <section key={name}>
            <h3>{name}</h3>
            <ul>
              {documents.map((one) => (
                <DocumentLink key={one.channel} one={one} state={state} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {isEmpty ? <p id="none">{listed.value!.length === 0 ? said.none : said.nothingFound}</p> : null}
    </nav>
  );
}

function DocumentLink({ one, state: { shown, speech } }: { one: Listed; state: LiveState }) {
  const { title, small, status } = listLine(one, speech);
  return (
    <li>
      <a
        href={`#${encodeURIComponent(one.channel)}`}
        aria-current={one.channel === shown.value?.channel ? 'page' : undefined}
      >
        <span>{title}</span>
        {status === '' ? null : <Badge status={one.status} word={status} />}
        {small === '' ? null : <small>{small}</small>}
      </a>
    </li>
  );
}
