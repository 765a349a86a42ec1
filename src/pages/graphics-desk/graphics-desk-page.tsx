/** The graphics desk: what is prepared on the left, what is on air on the right, and between them one button each. */
import { CueList } from './cue-list.tsx';
import { DeskBar } from './desk-bar.tsx';
import { DeskHelp } from './desk-help.tsx';
import type { DeskState } from './desk-state.ts';
import { PreviewMonitor, ProgrammeMonitor } from './monitors.tsx';
import { OptionFields } from './option-fields.tsx';
import { SubjectPick } from './subject-pick.tsx';
import { TakeRow } from './take-row.tsx';
import { Waiting } from './waiting.tsx';

export function GraphicsDeskPage({ state }: { state: DeskState }) {
  return (
    <>
      <a class="skip" href="#cues">
        {state.said.skip}
      </a>
      <DeskBar state={state} />
      <Waiting state={state} />
      <main class="graphics-room" data-feed={state.feed.value}>
        <SubjectPick state={state} />
        <div class="monitors">
          <PreviewMonitor state={state} />
          <ProgrammeMonitor key={state.outputName.value} state={state} />
          <TakeRow state={state} />
          <OptionFields state={state} />
          <CueList state={state} />
        </div>
      </main>
      {state.isHelpOpen.value ? <DeskHelp state={state} /> : null}
    </>
  );
}
