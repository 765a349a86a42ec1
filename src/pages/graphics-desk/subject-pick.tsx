/** What a graphic is about: whatever is live in a sport, or one document, found by its words. */
import type { ComponentChildren } from 'preact';
import { filled } from '../../model/words.ts';
import { Badge } from '../parts/badge.tsx';
import { grouped, type Listed } from '../view/document-list.ts';
import { found, listLine } from '../view/document-search.ts';
import { liveDisciplines, type Subject } from '../view/graphics-draft.ts';
import { namesIn } from '../view/speech.ts';
import type { DeskState } from './desk-state.ts';

export function SubjectPick({ state }: { state: DeskState }) {
  const { said, speech } = state;
  const listed = found(state.listed.value ?? [], state.filter.value, speech);
  const live = liveDisciplines(state.listed.value ?? []);
  const groups = grouped(listed, speech.said.liveNow, (one) => namesIn(speech, one).discipline);
  return (
    <section class="subjects" aria-labelledby="subject-head">
      <h2 id="subject-head">{said.subject}</h2>
      <label for="find">{said.find}</label>
      <input
        id="find"
        type="search"
        placeholder={said.findHint}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => {
          state.filter.value = currentTarget.value;
        }}
      />
      <ul id="subjects">
        {live.map((discipline) => (
          <SubjectButton key={discipline} state={state} subject={{ discipline }}>
            <span>{filled(said.liveIn, { discipline: disciplineName(discipline, state) })}</span>
          </SubjectButton>
        ))}
        {groups.map(({ name, documents }) => (
          <li key={name}>
            <h3>{name}</h3>
            <ul>
              {documents.map((one) => (
                <DocumentButton key={one.channel} one={one} state={state} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {state.listed.value !== null && listed.length === 0 ? <p>{said.nothingFound}</p> : null}
    </section>
  );
}

function disciplineName(discipline: string, { listed, speech }: DeskState): string {
  const one = listed.value?.find(({ unit }) => unit.startsWith(discipline));
  return one === undefined ? discipline : namesIn(speech, one).discipline;
}

function DocumentButton({ one, state }: { one: Listed; state: DeskState }) {
  const { title, small, status } = listLine(one, state.speech);
  return (
    <SubjectButton state={state} subject={{ channel: one.channel }}>
      <span>{title}</span>
      {status === '' ? null : <Badge status={one.status} word={status} />}
      {small === '' ? null : <small>{small}</small>}
    </SubjectButton>
  );
}

interface SubjectButtonProps {
  readonly state: DeskState;
  readonly subject: Subject;
  readonly children: ComponentChildren;
}

function SubjectButton({ state, subject, children }: SubjectButtonProps) {
  const isChosen = JSON.stringify(state.subject.value) === JSON.stringify(subject);
  return (
    <li>
      <button type="button" aria-pressed={isChosen} onClick={() => state.choose(subject)}>
        {children}
      </button>
    </li>
  );
}
