/** Two monitors of the same elements: what is prepared, which is not on air, and what the broker says is on air. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Graphic } from '../../graphics/graphic.ts';
import { OutputStage } from '../../graphics/shells/output-stage.ts';
import type { Output } from '../../on-air/output.ts';
import { type Draft, layerOf, toldOf } from '../view/graphics-draft.ts';
import type { DeskState, GraphicSeen } from './desk-state.ts';

/** How often it is looked what the graphics say of themselves. */
const LOOK_MS = 250;

const warn = (line: string): void => console.warn(line);

export function PreviewMonitor({ state }: { state: DeskState }) {
  const { said } = state;
  const screen = useRef<HTMLDivElement>(null);
  const draft = state.draft.value;
  const shown = draft === null ? '' : JSON.stringify([draft.graphic, toldOf(draft)]);
  const stage = useStage(screen, shown, () => previewOf(draft));
  // What is taken begins with what was seen here, at that moment.
  state.previewed = () => (draft === null ? null : (stage.current?.graphicOn(layerOf(draft))?.shown ?? null));
  return (
    <Monitor id="preview" title={said.preview} note={said.previewNote} screen={screen}>
      {draft === null ? <p class="blank">{said.nothingChosen}</p> : null}
    </Monitor>
  );
}

/** As if it were taken: another graphic is another cue, anything else a change of it. Nothing waits here: a correction is seen before it is accepted. */
function previewOf(draft: Draft | null): Output {
  const changedAt = performance.timeOrigin + performance.now();
  if (draft === null) return { changedAt, cues: [] };
  const told = { ...toldOf(draft), corrections: '' };
  const cue = { takenAt: 1, graphic: draft.graphic, told, step: 0, by: '', at: 1, accepted: null };
  return { changedAt, cues: [{ layer: layerOf(draft), state: 'IN', ...cue }] };
}

export function ProgrammeMonitor({ state }: { state: DeskState }) {
  const { said } = state;
  const screen = useRef<HTMLDivElement>(null);
  const output = state.output.value;
  const isLive = state.feed.value === 'LIVE';
  useStage(
    screen,
    `${output.name} ${output.changedAt}`,
    () => output,
    (stage) => {
      const seen = new Map<string, GraphicSeen>();
      for (const { layer } of state.cues.peek()) {
        const graphic = stage.graphicOn(layer);
        if (graphic !== undefined) seen.set(layer, seenOf(graphic));
      }
      if (JSON.stringify([...seen]) !== JSON.stringify([...state.seen.peek()])) state.seen.value = seen;
    },
  );
  const isUnknown = isLive && output.changedAt === 0;
  return (
    <Monitor
      id="programme"
      title={said.programme}
      note={isLive ? said.programmeNote : said.programmeOld}
      isUnsure={!isLive}
      screen={screen}
    >
      {isUnknown ? <p class="blank">{said.programmeUnknown}</p> : null}
    </Monitor>
  );
}

interface MonitorProps {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** What it shows is not confirmed. */
  readonly isUnsure?: boolean;
  readonly screen: RefObject<HTMLDivElement | null>;
  readonly children: ComponentChildren;
}

function Monitor({ id, title, note, isUnsure = false, screen, children }: MonitorProps) {
  return (
    <section id={id} class="monitor" aria-label={title}>
      <h2>
        {title} <small class={isUnsure ? 'unsure' : ''}>{note}</small>
      </h2>
      <div class="screen">
        <div ref={screen} />
        {children}
      </div>
    </section>
  );
}

/** A stage for as long as the monitor is there; `told`: by which it is known that something else is to be shown. */
function useStage(
  screen: RefObject<HTMLDivElement | null>,
  told: string,
  output: () => Output,
  look: (stage: OutputStage) => void = () => {},
): RefObject<OutputStage | null> {
  const stage = useRef<OutputStage | null>(null);
  const looks = useRef(look);
  looks.current = look;
  useEffect(() => {
    const own = new OutputStage(screen.current!, warn);
    stage.current = own;
    const looking = setInterval(() => looks.current(own), LOOK_MS);
    return () => {
      clearInterval(looking);
      own.end();
      stage.current = null;
    };
  }, []);
  useEffect(() => stage.current?.show(output()), [told]);
  return stage;
}

const seenOf = (graphic: Graphic): GraphicSeen => ({
  state: graphic.dataset.state ?? 'OUT',
  steps: graphic.steps,
  shown: graphic.shown,
  waiting: graphic.waiting,
});
