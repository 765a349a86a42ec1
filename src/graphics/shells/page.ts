/**
 * A page with one graphic on it, by the last part of its address; the query says the fields, and before it the page itself as data of its root. In browsers,
 * OBS and vMix it plays at once. In CasparCG and SPX it waits for `play()`; they call functions of the window. `play=now` or `play=call` says so whoever shows it.
 */
import type { Answer } from '../calls.ts';
import type { Graphic } from '../graphic.ts';
import { defineGraphics, tagOf } from '../kinds.ts';
import type { Said } from '../told.ts';
import { saidIn } from './said.ts';

/** What the systems have in the window, and what they call there. */
interface PlayoutWindow {
  update?: (handed?: unknown) => void;
  play?: () => void;
  stop?: () => void;
  next?: () => void;
  /** A correction that waits is shown (`CG INVOKE 1 "accept"`). */
  accept?: () => void;
  /** CasparCG has its own before anything of the page runs: it ends the page. */
  remove?: () => void;
  readonly obsstudio?: {
    onVisibilityChange?: (isVisible: boolean) => void;
    onActiveChange?: (isActive: boolean) => void;
  };
}

const playout = window as unknown as PlayoutWindow;
const said: Said = {
  ...document.documentElement.dataset,
  ...Object.fromEntries(new URLSearchParams(location.search)),
};
const [, name = ''] = /([a-z-]+)(?:\.html)?$/.exec(location.pathname) ?? [];

Object.assign(document.body.style, { margin: '0', height: '100vh', overflow: 'hidden' });
defineGraphics();
const graphic = document.createElement(tagOf({ name })) as Graphic;
document.body.append(graphic);

/** What is called before takes effect after it, in turn. */
const loaded = noted(graphic.load({ data: said }));

async function noted(answering: Promise<Answer>): Promise<void> {
  const { statusCode, statusMessage } = await answering;
  if (statusCode >= 400) console.warn(`${name}: ${statusMessage}`);
}

const call = (make: () => Promise<Answer>): Promise<void> => loaded.then(() => noted(make()));

/** From its first page on, also where it is in already. */
const play = (): Promise<void> => call(() => graphic.playAction({ goto: 0 }));
const stop = (skipAnimation = false): Promise<void> => call(() => graphic.stopAction({ skipAnimation }));

const { remove: removePage } = playout;
playout.play = () => void play();
playout.stop = () => void stop();
playout.next = () => void call(() => graphic.playAction({ delta: 1 }));
playout.accept = () => void call(() => graphic.customAction({ id: 'accept' }));
playout.remove = () => void stop().then(() => removePage?.());
playout.update = (handed = '') => {
  const data = saidIn(handed);
  if (data !== null) void call(() => graphic.updateAction({ data }));
  // CasparCG says so where there is nothing to say.
  else if (handed !== '') console.warn(`${name}: this is no data, so nothing changes: ${String(handed)}`);
};

const { obsstudio } = playout;
if (obsstudio !== undefined) {
  obsstudio.onVisibilityChange = (isVisible) => void (isVisible ? play() : stop(true));
  // It was seen in the preview: on air it comes in once more.
  obsstudio.onActiveChange = (isActive) => {
    if (!isActive) return;
    void stop(true);
    void play();
  };
}

if ((said.play ?? (removePage ? 'call' : 'now')) !== 'call') void play();
