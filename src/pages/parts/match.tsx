/** A match: two sides with the score between them, the clock, what each period brought, and what happened, the newest first. */
import { type MatchSide, matchOf, type ShownMatch, type ShownPlay } from '../../client/match.ts';
import type { DocumentOf } from '../../model/document.ts';
import type { Words } from '../../model/words.ts';
import type { PageWords } from '../words/page-words.ts';
import { Clock } from './clock.tsx';
import { Frame } from './frame.tsx';
import { PickedName, type Picking } from './picked-name.tsx';

interface MatchProps extends Picking {
  readonly standings: DocumentOf<'RESULT'>;
  readonly current: DocumentOf<'CURRENT'> | null;
  readonly plays: DocumentOf<'PLAY_BY_PLAY'> | null;
  readonly changed: ReadonlySet<string>;
  readonly words: Words;
  readonly said: PageWords;
  readonly title: string;
  readonly playsTitle: string;
  /** The second side stands on the left, as the cameras see it. */
  readonly isMirrored?: boolean;
}

export function Match({ isMirrored = false, ...props }: MatchProps) {
  const match = matchOf(props.standings, props.current, props.plays, props.words);
  const [first, second] = isMirrored ? [1, 0] : [0, 1];
  return (
    <div class="match">
      <div class="score">
        <Side side={match.sides[first]} at={props} />
        <Middle match={match} order={[first, second]} said={props.said} />
        <Side side={match.sides[second]} at={props} />
      </div>
      {match.parts.length === 0 ? null : <Parts match={match} title={props.title} />}
      <Plays plays={match.plays} title={props.playsTitle} said={props.said} />
    </div>
  );
}

/** Also the place of somebody who is not known yet. */
function Side({ side, at }: { side: MatchSide | undefined; at: MatchProps }) {
  const { changed, words, said, pick, markOf } = at;
  if (side === undefined) return <section class="side" />;
  const { key, name, organisation, seed, outcome, serves } = side;
  const small = [
    organisation === name ? '' : organisation,
    seed === undefined ? '' : `[${seed}]`,
    outcome === undefined || outcome === 'T' ? '' : (words.outcomes?.[outcome] ?? outcome),
    serves ? said.serves : '',
  ];
  const states = ['side', outcome === 'W' ? 'won' : '', changed.has(key) ? 'changed' : ''];
  return (
    <section class={states.filter(Boolean).join(' ')} data-key={key}>
      <h3>
        <PickedName competitor={key} {...{ name, organisation, pick, markOf }} />
      </h3>
      <p>{small.filter(Boolean).join(' · ')}</p>
    </section>
  );
}

function Middle({ match, order, said }: { match: ShownMatch; order: readonly number[]; said: PageWords }) {
  const [left, right] = order.map((index) => match.sides[index!]?.score ?? '');
  return (
    <div class="middle">
      <p class="figures">
        <b>{left}</b>
        <span>–</span>
        <b>{right}</b>
      </p>
      {match.clock === null ? null : <Clock clock={match.clock} said={said} />}
      {match.decision === undefined ? null : <p class="decision">{match.decision}</p>}
    </div>
  );
}

function Parts({ match: { sides, parts }, title }: { match: ShownMatch; title: string }) {
  return (
    <Frame kind="parts" label={title}>
      <table>
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <td />
            {parts.map(({ label }) => (
              <th scope="col" class="right" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sides.map(({ key, name }, index) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {parts.map(({ label, texts }) => (
                <td class="right" key={label}>
                  {texts[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

function Plays({ plays, title, said }: { plays: readonly ShownPlay[]; title: string; said: PageWords }) {
  return (
    <section class="plays">
      <h3>{title}</h3>
      {plays.length === 0 ? (
        <p>{said.noPlays}</p>
      ) : (
        <ol reversed>
          {plays.map((play) => (
            <PlayLine key={play.key} play={play} />
          ))}
        </ol>
      )}
    </section>
  );
}

function PlayLine({ play: { key, period, clock, what, who, organisation, scores } }: { play: ShownPlay }) {
  return (
    <li data-key={key}>
      <span class="when">{[clock, period].filter(Boolean).join(' · ')}</span>
      <span>
        <b>{what}</b>
        <span>{[who, organisation === who ? '' : organisation].filter(Boolean).join(' · ')}</span>
      </span>
      <span class="after">{scores.join(' – ')}</span>
    </li>
  );
}
