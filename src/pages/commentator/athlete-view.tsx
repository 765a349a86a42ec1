/** Athlete or team: who it is, results so far, records, own notes; looked up by number or name. */
import { dayText } from '../../client/venue-time.ts';
import type { MemberIdentity } from '../../model/row.ts';
import { unitTitle } from '../../model/title.ts';
import { filled } from '../../model/words.ts';
import { PerformanceCard } from '../parts/performance-card.tsx';
import { bestsOf } from '../view/bests.ts';
import { type CompetitorCard, competitorCard } from '../view/competitor-card.ts';
import { gapText } from '../view/gap.ts';
import { withFavourite, withNote } from '../view/own-notes.ts';
import { performanceCard } from '../view/performance-card.ts';
import { namesIn } from '../view/speech.ts';
import { NotesFile } from './notes-file.tsx';
import type { ScreenState } from './screen-state.ts';

export function AthleteView({ state }: { state: ScreenState }) {
  const { competitor } = state.layout.value;
  const card = competitor === '' ? null : competitorCard(competitor, state.all.value);
  return (
    <section class="pane">
      {state.lookedUp.value === null ? (
        <p class="on-screen">
          <button
            type="button"
            onClick={() => {
              state.lookedUp.value = '';
            }}
          >
            {state.speech.said.lookUp} <small>({state.speech.said.lookUpHint})</small>
          </button>
        </p>
      ) : null}
      {card === null ? null : <Card card={card} competitor={competitor} state={state} />}
      <NotesFile state={state} />
    </section>
  );
}

interface CardProps {
  readonly card: CompetitorCard;
  readonly competitor: string;
  readonly state: ScreenState;
}

function Card({ card, competitor, state }: CardProps) {
  const { identity, records } = card;
  const { said } = state.speech;
  const small = [
    identity.bib === undefined ? '' : `${said.bib} ${identity.bib}`,
    identity.organisationNames?.[state.speech.language] ?? identity.organisation,
    identity.birthDate === undefined
      ? ''
      : filled(said.born, { date: dayText(identity.birthDate, state.speech.language) }),
    ...bestsOf(identity),
  ];
  return (
    <article class="competitor" data-key={competitor}>
      <h2>{identity.name}</h2>
      {identity.pronunciation === undefined ? null : <p class="pronunciation">{identity.pronunciation}</p>}
      <p>{small.filter(Boolean).join(' · ')}</p>
      {identity.members === undefined ? null : <p>{identity.members.map(withPronunciation).join(', ')}</p>}
      <p class="on-screen">
        {[competitor, identity.organisation].map((code) => (
          <FavouriteButton
            key={code}
            code={code}
            label={code === competitor ? identity.name : code}
            state={state}
          />
        ))}
      </p>
      <Results card={card} state={state} />
      {records.length === 0 ? null : (
        <section>
          <h3>{said.records}</h3>
          <ul>
            {records.map(({ code, recordType, result, date }) => (
              <li key={`${code} ${recordType} ${result}`}>
                {[recordType, code, result, dayText(date ?? '', state.speech.language)]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </section>
      )}
      <label class="note">
        {said.ownNote}
        <textarea
          rows={4}
          value={state.own.value.notes[competitor] ?? ''}
          onInput={({ currentTarget }) => {
            state.own.value = withNote(state.own.peek(), competitor, currentTarget.value);
          }}
        />
      </label>
    </article>
  );
}

const withPronunciation = ({ name, pronunciation }: MemberIdentity): string =>
  pronunciation === undefined ? name : `${name} (${pronunciation})`;

function FavouriteButton({ code, label, state }: { code: string; label: string; state: ScreenState }) {
  const isOne = state.own.value.favourites.includes(code);
  return (
    <button
      type="button"
      aria-pressed={isOne}
      onClick={() => {
        state.own.value = withFavourite(state.own.peek(), code);
      }}
    >
      <span aria-hidden="true">{isOne ? '★' : '☆'}</span>{' '}
      {filled(state.speech.said.favouriteOf, { code: label })}
    </button>
  );
}

function Results({ card: { results }, state }: Pick<CardProps, 'card' | 'state'>) {
  const { speech } = state;
  return (
    <section>
      <h3>{speech.said.resultsSoFar}</h3>
      <ul class="results-so-far">
        {results.map(({ header, row, points }) => (
          <li key={header.unit} data-unit={header.unit}>
            <button
              type="button"
              class="pick"
              onClick={() => state.lay({ view: 'results', units: [header.unit] })}
            >
              {unitTitle(namesIn(speech, header))}
            </button>{' '}
            <b>{[row.mark.irm, row.mark.result].filter(Boolean).join(' ')}</b>{' '}
            {row.place.rank === null ? '' : filled(speech.said.rankOf, { rank: String(row.place.rank) })}{' '}
            {gapText(row.place.diff, speech.said)}{' '}
            <small>{speech.word('resultStatuses', header.status)}</small>
            <PerformanceCard
              groups={performanceCard(row, points, { words: speech.words(header.unit), said: speech.said })}
              said={speech.said}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
