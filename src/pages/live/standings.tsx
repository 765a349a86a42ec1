/** The chosen document: what it is and how far it may be relied on, its content, what has to be said of it. */
import type { Document } from '../../model/document.ts';
import { unpad } from '../../model/rsc.ts';
import { unitTitle } from '../../model/title.ts';
import { filled } from '../../model/words.ts';
import { Badge } from '../parts/badge.tsx';
import { Content } from '../parts/content.tsx';
import { Proof } from '../parts/proof.tsx';
import { AnnouncementList, Remarks } from '../parts/remarks.tsx';
import { announcementsOf } from '../view/announcements.ts';
import { concernsOf, correctionText, movedNames, subtitleOf, titleOf } from '../view/document-head.ts';
import { isStated } from '../view/document-list.ts';
import { remarksOf } from '../view/remarks.ts';
import { namesIn } from '../view/speech.ts';
import type { LiveState } from './live-state.ts';
import type { ShownDocument } from './shown-document.ts';

export function Standings({ state }: { state: LiveState }) {
  const shown = state.shown.value;
  const standings = shown?.document.value ?? null;
  return (
    <>
      <Heading standings={standings} state={state} />
      {shown === null || standings === null ? (
        <p id="correction" class="correction" />
      ) : (
        <Chosen key={shown.channel} shown={shown} standings={standings} state={state} />
      )}
    </>
  );
}

function Heading({ standings, state }: { standings: Document | null; state: LiveState }) {
  const { speech, shown } = state;
  const header = standings?.header;
  return (
    <>
      <div class="heading">
        <h2 id="title">
          {header === undefined ? (shown.value?.channel ?? speech.said.choose) : titleOf(header, speech)}
        </h2>
        {header !== undefined && isStated(header.type) ? (
          <Badge id="status" status={header.status} word={speech.word('resultStatuses', header.status)} />
        ) : null}
        {header?.test === true ? (
          <span id="rehearsal" class="badge rehearsal">
            {speech.said.rehearsal}
          </span>
        ) : null}
      </div>
      <p id="subtitle">{standings === null ? '' : subtitleOf(standings, speech)}</p>
    </>
  );
}

interface ChosenProps {
  readonly shown: ShownDocument;
  readonly standings: Document;
  readonly state: LiveState;
}

function Chosen(props: ChosenProps) {
  const { shown, standings, state } = props;
  const { speech } = state;
  const { header } = standings;
  const { loud, isProvisional } = concernsOf(header, speech);
  const moved = movedNames(standings);
  const nameOf = (unit: string): string => {
    const one = state.listed.value?.find((each) => each.unit === unit);
    return one === undefined ? '' : unitTitle(namesIn(speech, one));
  };
  // Of a unit what is about it; of an event what is about anything in it.
  const within = unpad(header.unit);
  const isMeant = (unit: string | undefined): boolean => unit?.startsWith(within) === true;
  const whoIs = (competitor: string): string | undefined =>
    standings.rows.find(({ key }) => key === competitor)?.identity?.name;
  const announced = announcementsOf(shown.communications, speech, { isMeant, nameOf, whoIs });
  return (
    <>
      {loud === '' ? null : (
        <p id="warning" class="warning" role="alert">
          {loud}
        </p>
      )}
      {isProvisional ? <p class="quiet-note">{speech.said.provisional}</p> : null}
      <p id="correction" class="correction" role="status">
        {correctionText(standings, speech)}
      </p>
      {moved.length === 0 ? null : (
        <p class="moved">{filled(speech.said.whoMoved, { names: moved.join(', ') })}</p>
      )}
      <div id="view">
        <Drawn {...props} />
      </div>
      <Remarks remarks={remarksOf(standings, speech)} title={speech.said.remarks} />
      {header.type === 'COMMUNICATION' ? null : (
        <AnnouncementList all={announced.slice(0, 5)} title={speech.said.told} />
      )}
      <Proof standings={standings} channel={shown.channel} speech={speech} />
    </>
  );
}

function Drawn({ shown, standings, state: { speech, listed } }: ChosenProps) {
  const hrefOf = (unit: string): string | null => {
    const channel = `${unit}/RESULT`;
    return listed.value?.some((one) => one.channel === channel) ? `#${encodeURIComponent(channel)}` : null;
  };
  const beside: ShownDocument['beside'] = (type) => shown.beside(type);
  return <Content shown={standings} table={shown.shown} {...{ beside, speech, hrefOf }} />;
}
