/** Now: who is in action, what is to beat, the standings, what changed since somebody looked. */
import type { ComponentChildren } from 'preact';
import { type AtPoint, atForemostPoint } from '../../client/at-point.ts';
import { rankText } from '../../client/cells.ts';
import { isMatch } from '../../client/match.ts';
import { channelOf, type DocumentOf } from '../../model/document.ts';
import type { RowOf } from '../../model/row.ts';
import { eventRsc } from '../../model/rsc.ts';
import { parseTimeText } from '../../model/time-text.ts';
import { filled } from '../../model/words.ts';
import { PerformanceCard } from '../parts/performance-card.tsx';
import { PickedName } from '../parts/picked-name.tsx';
import { Proof } from '../parts/proof.tsx';
import { AnnouncementList, Remarks } from '../parts/remarks.tsx';
import { RunningClock, RunningGap } from '../parts/running-clock.tsx';
import { announcementsOf } from '../view/announcements.ts';
import { bestsOf } from '../view/bests.ts';
import { gapText } from '../view/gap.ts';
import { remarksOf } from '../view/remarks.ts';
import type { Change } from '../view/what-changed.ts';
import { NeedsList } from './needs-list.tsx';
import { NotesHere } from './notes-here.tsx';
import { PaneContent } from './pane-content.tsx';
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
          {isMatch(shown) ? null : <ThisMoment {...props} />}
          <NeedsList projection={pane.projection} result={shown} speech={speech} />
          {pane.projectedLists.map(({ projection, list }) => (
            <NeedsList
              key={projection.header.unit}
              projection={projection}
              result={list}
              speech={speech}
              unit={pane.unit}
            />
          ))}
          <div class="now">
            <div>
              <Standings {...props} />
            </div>
            <div>
              <NotesHere {...props} />
              <ChangesSeen {...props} />
              <Remarks remarks={remarksOf(shown, speech)} title={speech.said.remarks} />
              <Announced {...props} />
            </div>
          </div>
          <Proof standings={shown} channel={channelOf(shown.header)} speech={speech} />
        </>
      )}
    </section>
  );
}

function Standings({ pane, state }: PaneProps) {
  const { isMirrored } = state.layout.value;
  const shown = pane.document.value!;
  return (
    <>
      <PaneContent shown={shown} table={pane.shown} pane={pane} state={state} />
      {isMatch(shown) ? (
        <p class="on-screen">
          <button type="button" onClick={() => state.lay({ isMirrored: !isMirrored })}>
            {state.speech.said.mirror} <kbd>M</kbd>
          </button>
        </p>
      ) : null}
    </>
  );
}

/** Who is in action or where the race is; what the venue says of this moment, and nothing that it does not. */
function ThisMoment({ pane, state }: PaneProps) {
  const { said } = state.speech;
  const current = pane.beside('CURRENT');
  const point = atForemostPoint(pane.document.value!);
  const isTold = current !== null && (current.header.now !== undefined || current.rows.length > 0);
  if (!isTold && point === null) return null;
  return (
    <section class="in-action" aria-label={said.inAction}>
      {isTold ? <InAction current={current} pane={pane} state={state} /> : null}
      {point === null ? null : <PassedLines point={point} pane={pane} state={state} />}
    </section>
  );
}

function InAction({ current, pane, state }: PaneProps & { current: DocumentOf<'CURRENT'> }) {
  const { speech } = state;
  const { said } = speech;
  const { now } = current.header;
  const clock = pane.clock.value;
  const leader =
    current.rows.find(({ key }) => key === now?.leader)?.identity.name ?? nameOf(pane, now?.leader);
  const nexts = current.rows.filter(({ turn }) => turn.role === 'NEXT');
  const shown = [...current.rows.filter(({ turn }) => turn.role !== 'NEXT'), ...nexts.slice(0, 2)];
  return (
    <>
      {shown.length === 0 ? null : (
        <ul class="turns">
          {shown.map((row) => (
            <TurnCard key={`${row.turn.role} ${row.key}`} row={row} pane={pane} state={state} />
          ))}
        </ul>
      )}
      <dl>
        {now?.period === undefined ? null : (
          <Term term={said[periodWord(pane)]}>
            {speech.words(current.header.unit).periods?.[now.period] ?? now.period}
          </Term>
        )}
        {clock === null ? null : (
          <Term term={said.clock}>
            <RunningClock clock={clock} isLive={state.isLive} said={said} />
          </Term>
        )}
        {now?.toBeat === undefined ? null : (
          <Term term={said.toBeat}>
            {now.toBeat} <small>{leader ?? said.severalLead}</small>
          </Term>
        )}
      </dl>
    </>
  );
}

/** Of jumps and throws a period is a round, or the height of the bar. */
function periodWord(pane: UnitPane): 'bar' | 'round' | 'period' {
  const details = pane.newest.value?.rows.map(({ mark }) => mark?.details) ?? [];
  if (details.some((each) => each?.countback !== undefined)) return 'bar';
  return details.some((each) => each?.bestOf !== undefined) ? 'round' : 'period';
}

const nameOf = (pane: UnitPane, competitor: string | undefined): string | undefined =>
  pane.newest.value?.rows.find(({ key }) => key === competitor)?.identity?.name;

function Term({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who has passed the foremost point, frozen with rank and gap; whoever comes next runs on against the first. */
function PassedLines({ point, pane, state }: PaneProps & { point: AtPoint }) {
  const { said } = state.speech;
  const clock = pane.clock.value;
  const since = parseTimeText(point.passed[0]?.time ?? '');
  return (
    <div class="passed">
      <h3>{filled(said.atPoint, { point: point.label })}</h3>
      <ol>
        {point.passed
          .slice(0, MOST_PASSED)
          .map(({ competitor, rank, rankEqual, name, organisation, time, diff }) => (
            <li key={competitor} data-key={competitor}>
              <b>{rankText({ rank, rankEqual })}</b>{' '}
              <PickedName {...state.picking} {...{ competitor, name, organisation }} />{' '}
              <span>{diff ?? time}</span>
            </li>
          ))}
        {point.stillToCome === 0 ? null : (
          <li class="to-come">
            {filled(said.stillOut, { count: String(point.stillToCome) })}{' '}
            {clock === null || since === null ? null : (
              <RunningGap clock={clock} isLive={state.isLive} since={since} />
            )}
          </li>
        )}
      </ol>
    </div>
  );
}

const MOST_PASSED = 8;

function TurnCard({ row: { key, identity, turn }, pane, state }: PaneProps & { row: RowOf<'CURRENT'> }) {
  const { speech } = state;
  const { said } = speech;
  const small = [
    turn.attempt === undefined ? '' : filled(said.attemptOf, { attempt: String(turn.attempt) }),
    turn.result === undefined ? '' : filled(said.soFar, { mark: turn.result }),
    turn.rank === undefined ? '' : filled(said.rankOf, { rank: String(turn.rank) }),
    gapText(pane.rowOf(key)?.place.diff ?? null, said),
    ...bestsOf(identity),
  ];
  const { name, organisation } = identity;
  const { markOf } = state.picking;
  const isNext = turn.role === 'NEXT';
  return (
    <li data-role={turn.role}>
      <small>{speech.word('roles', turn.role)}</small>
      <button type="button" onClick={() => state.showCompetitor(key)}>
        <PickedName competitor={key} {...{ name, organisation, markOf }} /> <span>{organisation}</span>
      </button>
      {isNext ? null : (
        <>
          <span>{small.filter(Boolean).join(' · ')}</span>
          <PerformanceCard groups={pane.performanceOf(key)} said={said} />
        </>
      )}
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
            {changes.slice(0, MOST_CHANGES).map((change) => (
              <ChangeLine key={change.key} change={change} said={said} />
            ))}
            {changes.length > MOST_CHANGES ? (
              <li>{filled(said.moreChanges, { count: String(changes.length - MOST_CHANGES) })}</li>
            ) : null}
          </ul>
        </>
      )}
    </section>
  );
}

/** As many as somebody reads; a road race changes as a whole. */
const MOST_CHANGES = 12;

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

function Announced({ pane, state }: PaneProps) {
  const { speech } = state;
  const isMeant = (unit: string | undefined): boolean =>
    unit !== undefined && eventRsc(unit) === eventRsc(pane.unit);
  const all = announcementsOf(state.communicationsIn(pane.unit), speech, {
    isMeant,
    ...state.naming(pane.unit),
  });
  return <AnnouncementList all={all.slice(0, 6)} title={speech.said.told} />;
}
