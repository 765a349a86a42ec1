/** Now: who is in action, what is to beat, the standings, what changed since somebody looked. */
import { isMatch } from '../../client/match.ts';
import { channelOf, type DocumentOf } from '../../model/document.ts';
import type { RowOf } from '../../model/row.ts';
import { eventRsc } from '../../model/rsc.ts';
import { filled } from '../../model/words.ts';
import { Content } from '../parts/content.tsx';
import { Proof } from '../parts/proof.tsx';
import { Remarks, ToldList } from '../parts/remarks.tsx';
import { remarksOf } from '../view/remarks.ts';
import { toldOf } from '../view/told.ts';
import type { Change } from '../view/what-changed.ts';
import { PaneHead } from './pane-head.tsx';
import type { ScreenState } from './screen-state.ts';
import type { UnitPane } from './unit-pane.ts';

interface PaneProps {
  readonly pane: UnitPane;
  readonly state: ScreenState;
}

export function NowView(props: PaneProps) {
  const { pane, state } = props;
  const { speech } = state;
  const shown = pane.document.value;
  return (
    <section class="pane">
      <PaneHead {...props} />
      {shown === null ? null : (
        <>
          <Standings {...props} />
          <ChangesSeen {...props} />
          <Remarks remarks={remarksOf(shown, speech)} title={speech.said.remarks} />
          <Told {...props} />
          <Proof standings={shown} channel={channelOf(shown.header)} speech={speech} />
        </>
      )}
    </section>
  );
}

function Standings({ pane, state }: PaneProps) {
  const { speech, layout } = state;
  const { isMirrored } = layout.value;
  const shown = pane.document.value!;
  const current = pane.beside('CURRENT');
  const isPlayed = isMatch(shown);
  return (
    <>
      {isPlayed || current === null ? null : <InAction current={current} state={state} />}
      <Content
        shown={shown}
        table={pane.shown}
        beside={(type) => pane.beside(type)}
        speech={speech}
        isMirrored={isMirrored}
        pick={(key) => state.showCompetitor(key)}
      />
      {isPlayed ? (
        <p class="on-screen">
          <button type="button" onClick={() => state.lay({ isMirrored: !isMirrored })}>
            {speech.said.mirror} <kbd>M</kbd>
          </button>
        </p>
      ) : null}
    </>
  );
}

/** Who is in action, who was before and who is next; what the venue says of this moment, and nothing that it does not. */
function InAction({ current, state }: { current: DocumentOf<'CURRENT'>; state: ScreenState }) {
  const { speech } = state;
  const { said } = speech;
  const { now } = current.header;
  if (now === undefined && current.rows.length === 0) return null;
  const leader = current.rows.find(({ key }) => key === now?.leader)?.identity.name ?? now?.leader;
  const nexts = current.rows.filter(({ turn }) => turn.role === 'NEXT');
  const shown = [...current.rows.filter(({ turn }) => turn.role !== 'NEXT'), ...nexts.slice(0, 2)];
  return (
    <section class="in-action" aria-label={said.inAction}>
      <dl>
        {now?.period === undefined ? null : (
          <Term
            term={said.period}
            text={speech.words(current.header.unit).periods?.[now.period] ?? now.period}
          />
        )}
        {now?.clock === undefined ? null : <Term term={said.running} text={now.clock} />}
        {now?.toBeat === undefined ? null : <Term term={said.toBeat} text={now.toBeat} />}
        {leader === undefined ? null : <Term term={said.leader} text={leader} />}
      </dl>
      <ul class="turns">
        {shown.map((row) => (
          <TurnCard key={`${row.turn.role} ${row.key}`} row={row} state={state} />
        ))}
      </ul>
    </section>
  );
}

function Term({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function TurnCard({ row: { key, identity, turn }, state }: { row: RowOf<'CURRENT'>; state: ScreenState }) {
  const { speech } = state;
  const { said } = speech;
  const small = [
    turn.attempt === undefined ? '' : filled(said.attemptOf, { attempt: String(turn.attempt) }),
    turn.result ?? '',
    turn.rank === undefined ? '' : filled(said.rankOf, { rank: String(turn.rank) }),
  ];
  return (
    <li data-role={turn.role}>
      <small>{speech.word('roles', turn.role)}</small>
      <button type="button" onClick={() => state.showCompetitor(key)}>
        {identity.name}
      </button>
      <span>{identity.organisation}</span>
      <small>{small.filter(Boolean).join(' · ')}</small>
    </li>
  );
}

function ChangesSeen({ pane, state: { speech } }: PaneProps) {
  const { said } = speech;
  const changes = pane.changes.value;
  return (
    <section class="changes">
      <h3>{said.changedSince}</h3>
      {changes.length === 0 ? (
        <p class="quiet-note">{said.nothingChanged}</p>
      ) : (
        <>
          <button type="button" onClick={() => pane.see()}>
            {said.seen} <kbd>L</kbd>
          </button>
          <ul>
            {changes.map((change) => (
              <ChangeLine key={change.key} change={change} said={said} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function ChangeLine({ change, said }: { change: Change; said: ScreenState['speech']['said'] }) {
  const { name, organisation, oldRank, newRank, oldMark, newMark, kind } = change;
  const ranks = oldRank === newRank ? `${newRank ?? '–'}` : `${oldRank ?? '–'} → ${newRank ?? '–'}`;
  const marks = oldMark === newMark ? newMark : `${oldMark || '–'} → ${newMark || '–'}`;
  const word = kind === 'NEW' ? said.changeNew : kind === 'GONE' ? said.changeGone : '';
  return (
    <li data-kind={kind}>
      <b>{ranks}</b> {name} <small>{organisation}</small> {marks} {word}
    </li>
  );
}

function Told({ pane, state }: PaneProps) {
  const { speech } = state;
  const isMeant = (unit: string | undefined): boolean =>
    unit !== undefined && eventRsc(unit) === eventRsc(pane.unit);
  const nameOf = (unit: string): string => state.nameOf(unit);
  const told = toldOf(state.communications.value, speech, { isMeant, nameOf });
  return <ToldList told={told.slice(0, 6)} title={speech.said.told} />;
}
