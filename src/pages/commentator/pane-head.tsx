/** Above each unit, in every view: what it is, how far its result is, what is wrong with it, and whether it is held. */

import { SECOND, venueTime } from '../../client/venue-time.ts';
import type { Document } from '../../model/document.ts';
import { filled } from '../../model/words.ts';
import { Badge } from '../parts/badge.tsx';
import { OpennessMark } from '../parts/openness-mark.tsx';
import { correctionText, movedNames, subtitleOf, titleOf } from '../view/document-head.ts';
import { missedSince } from '../view/hold.ts';
import type { View } from '../view/layout.ts';
import type { Speech } from '../view/speech.ts';
import type { ScreenState } from './screen-state.ts';
import type { UnitPane } from './unit-pane.ts';
import { VIEW_WORDS } from './view-words.ts';

/** Is so from the beginning, and nothing that somebody on air has to say. */
const MADE_AFTERWARDS = 'RECONSTRUCTED';

interface HeadProps {
  readonly pane: UnitPane;
  readonly state: ScreenState;
  /** Named where the list alone does not say what it is, as on paper. */
  readonly view?: View;
}

export function PaneHead({ pane, state, view }: HeadProps) {
  const { speech } = state;
  const shown = pane.document.value;
  if (shown === null) return <h2>{pane.unit}</h2>;
  const { header } = shown;
  const word = (reason: string): string => speech.word('reasons', reason);
  const [quiet, loud] = [true, false].map((isQuiet) =>
    header.reliability.reasons.filter((reason) => (reason === MADE_AFTERWARDS) === isQuiet).map(word),
  );
  return (
    <header class="pane-head">
      <div class="heading">
        <h2 class="title">{titleOf(header, speech)}</h2>
        <Badge status={header.status} word={speech.word('resultStatuses', header.status)} />
        {header.test ? <span class="badge rehearsal">{speech.said.rehearsal}</span> : null}
        <OpennessMark result={shown} projection={pane.projection} said={speech.said} />
        <HoldButton pane={pane} speech={speech} />
        <button type="button" class="print-key on-screen" onClick={() => print()}>
          {speech.said.print} <kbd>P</kbd>
        </button>
      </div>
      <p class="subtitle">
        {[view === undefined ? '' : speech.said[VIEW_WORDS[view]], subtitleOf(shown, speech), ...quiet!]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <HeldNote pane={pane} shown={shown} speech={speech} />
      {loud!.length === 0 ? null : (
        <p class="loud" role="alert">
          <span aria-hidden="true">⚠</span> {loud!.join(', ')}
        </p>
      )}
      <CorrectionNote shown={shown} speech={speech} />
    </header>
  );
}

function HoldButton({ pane, speech: { said } }: { pane: UnitPane; speech: Speech }) {
  const isHeld = pane.kept.value.kept !== null;
  return (
    <button type="button" class="hold" aria-pressed={isHeld} onClick={() => pane.toggleHold()}>
      {isHeld ? said.release : said.hold} <kbd>H</kbd>
    </button>
  );
}

function HeldNote({ pane, shown, speech }: { pane: UnitPane; shown: Document; speech: Speech }) {
  const kept = pane.kept.value;
  if (kept.kept === null) return null;
  const offset = shown.header.competition?.utcOffset;
  const time = venueTime(new Date(kept.since).toISOString(), speech.language, offset, SECOND);
  const newest = pane.newest.value;
  const missed = missedSince(kept, newest);
  const isOtherStatus = newest !== null && newest.header.status !== shown.header.status;
  const said = missed === null ? speech.said.heldSinceEpoch : speech.said.heldSince;
  return (
    <p class="held-note" role="status">
      <span aria-hidden="true">❚❚</span> {filled(said, { time, missed: String(missed ?? '') })}
      {isOtherStatus ? `: ${speech.word('resultStatuses', newest.header.status)}` : ''}
    </p>
  );
}

function CorrectionNote({ shown, speech }: { shown: Document; speech: Speech }) {
  const text = correctionText(shown, speech);
  if (text === '') return null;
  const moved = movedNames(shown);
  return (
    <p class="loud">
      <span aria-hidden="true">⚠</span> {text}
      {moved.length === 0 ? '' : `. ${filled(speech.said.whoMoved, { names: moved.join(', ') })}`}
    </p>
  );
}
