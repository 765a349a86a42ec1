/** BRACKETS: each tree with its rounds as columns, and lines to where winners go on. */
import { bracketOf, type DrawnMatch, type DrawnSide, type Tree } from '../../client/bracket.ts';
import { venueTime } from '../../client/venue-time.ts';
import type { DocumentOf } from '../../model/document.ts';
import { filled, type Words } from '../../model/words.ts';
import type { PageWords } from '../words/page-words.ts';
import { PickedName, type Picking } from './picked-name.tsx';

interface BracketProps extends Picking {
  readonly standings: DocumentOf<'BRACKETS'>;
  readonly changed: ReadonlySet<string>;
  readonly words: Words;
  readonly said: PageWords;
  /** Where the result of a match is on this page; null while nothing is published of it. */
  readonly hrefOf: (unit: string) => string | null;
}

export function Bracket(props: BracketProps) {
  const trees = bracketOf(props.standings, props.words);
  return (
    <div class="trees">
      {trees.map((tree) => (
        <TreeView key={tree.code} tree={tree} isOneOfSeveral={trees.length > 1} at={props} />
      ))}
    </div>
  );
}

/** A tree alone needs no name. */
function TreeView({ tree, isOneOfSeveral, at }: { tree: Tree; isOneOfSeveral: boolean; at: BracketProps }) {
  return (
    <section>
      {isOneOfSeveral ? <h3>{tree.name}</h3> : null}
      {/* What scrolls can be scrolled by keys. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the frame scrolls */}
      <ol class="rounds" tabIndex={0} aria-label={filled(at.said.bracketOf, { name: tree.name })}>
        {tree.rounds.map((round) => (
          <li key={round.name}>
            <h4>{round.name}</h4>
            <ol class="matches">
              {round.matches.map((match) => (
                <li key={match.unit} data-leads={match.leads ?? undefined}>
                  <MatchCard match={match} at={at} />
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}

function MatchCard({ match, at }: { match: DrawnMatch; at: BracketProps }) {
  const { unit, name, status, start, decision, sides } = match;
  const { words, changed, hrefOf, standings } = at;
  const href = hrefOf(unit);
  const offset = standings.header.competition?.utcOffset;
  const told =
    status === 'START_LIST'
      ? venueTime(start ?? '', words.language, offset)
      : (decision ?? words.resultStatuses?.[status] ?? status);
  return (
    <article class={changed.has(unit) ? 'changed' : undefined} data-key={unit}>
      <p>
        {href === null ? <span>{name}</span> : <a href={href}>{name}</a>}
        <small data-status={status}>{told}</small>
      </p>
      <ul>
        {sides.map((side, index) => (
          // Sides stay where they are drawn.
          <Side key={index} side={side} at={at} />
        ))}
      </ul>
    </article>
  );
}

function Side({ side, at: { words, pick, markOf } }: { side: DrawnSide; at: BracketProps }) {
  const { text, stands, competitor, organisation, seed, score, won } = side;
  return (
    <li data-stands={stands} class={won ? 'won' : undefined}>
      <span>
        <span class="name">
          {competitor === undefined ? (
            text
          ) : (
            <PickedName name={text} {...{ competitor, organisation, pick, markOf }} />
          )}
        </span>
        {seed === undefined ? null : <small>[{seed}]</small>}
        {organisation === undefined || organisation === text ? null : <small>{organisation}</small>}
      </span>
      <b>{score}</b>
      {won ? <span class="unseen">{words.outcomes?.W ?? 'W'}</span> : null}
    </li>
  );
}
