/**
 * A graphic as an element. What it obeys are the calls of OGraf v1 (EBU, specification `v1`, "Graphics definition"); every other system speaks to it
 * through a shell that makes these of its own. Calls may overlap: each takes effect when it comes, and is answered when that can be seen.
 */

import type { Document } from '../model/document.ts';
import type { CueVersion } from '../on-air/output.ts';
import { Accepted } from './accepted.ts';
import type {
  Action,
  Answer,
  CustomCall,
  LoadCall,
  PlayAnswer,
  PlayCall,
  ScheduleCall,
  StopCall,
  UpdateCall,
} from './calls.ts';
import { Following } from './following.ts';
import type { GraphicKind } from './kind.ts';
import { element } from './parts/dom.ts';
import { NOTHING, type Scene } from './scene.ts';
import { Stage } from './stage.ts';
import { LiveTimeline, type Timeline, ToldTimeline } from './timeline.ts';
import { BadTold, type Said, showsOther, type Told, toldFrom } from './told.ts';

const DONE: Answer = { statusCode: 200 };
const NOT_LOADED: Answer = { statusCode: 409, statusMessage: 'NOT_LOADED: load comes first' };
/** For so long the first document may take until a renderer that does not wait for the stream is answered. */
const FIRST_DOCUMENT_MS = 5_000;

export abstract class Graphic extends HTMLElement {
  protected abstract readonly kind: GraphicKind;
  #said: Said = {};
  #told: Told | null = null;
  #following: Following | null = null;
  #timeline: Timeline | null = null;
  #stage: Stage | null = null;
  #accepted = new Accepted();
  /** Undefined: it is out. */
  #step: number | undefined;
  #isStale = false;
  /** What it is played with has not come yet, and is not to enter then. */
  #comesAtOnce = false;
  #schedule: ScheduleCall['schedule'] = [];
  /** What was said before the schedule: with that each way to a time begins. */
  #saidAtFirst: Said = {};

  /** Nothing is seen before it is played. */
  async load({ data = {}, renderType = 'realtime' }: LoadCall): Promise<Answer> {
    const told = this.#read(data);
    if ('statusCode' in told) return told;
    this.#end();
    this.#said = data;
    this.#saidAtFirst = data;
    this.#told = told;
    await this.#dress(told);
    this.#accepted = new Accepted();
    this.#begin(
      renderType === 'realtime'
        ? new LiveTimeline(told.frameRate, (now) => this.#frame(now))
        : new ToldTimeline(Date.now()),
    );
    const failed = this.#follow(told);
    if (failed !== null) return failed;
    // Told nothing to follow it waits for nothing: a tool that only looks whether it loads gives up sooner.
    if (renderType === 'non-realtime' && (told.channel ?? told.discipline) !== null)
      await this.#firstDocument();
    return DONE;
  }

  /** One step further: the next page; after the last one it goes out. */
  async playAction(call: PlayCall = {}): Promise<PlayAnswer> {
    if (this.#told === null) return { ...NOT_LOADED, currentStep: undefined };
    const target = call.goto ?? (this.#step ?? -1) + (call.delta ?? 1);
    // Before anything has come nobody knows how many pages there are, unless there is always one.
    if (
      call.stays !== true &&
      target >= this.steps &&
      (!this.kind.isPaged || this.#following?.scene.main !== null)
    ) {
      const gone = this.stopAction(call);
      return { ...(await gone), currentStep: undefined };
    }
    const step = Math.max(0, target);
    // Of what was accepted before it goes on from there; otherwise it begins with the newest.
    if (this.#step === undefined && this.#told.accepted === null) this.#accepted = new Accepted();
    this.#step = step;
    this.#comesAtOnce = call.skipAnimation === true;
    await this.#renew(this.#comesAtOnce);
    return { ...DONE, currentStep: step };
  }

  async updateAction({ data = {}, skipAnimation = false }: UpdateCall): Promise<Answer> {
    const before = this.#told;
    if (before === null) return NOT_LOADED;
    const said = { ...this.#said, ...data };
    const told = this.#read(said);
    if ('statusCode' in told) return told;
    this.#said = said;
    this.#told = told;
    if (told.theme !== before.theme) {
      // What fits is another thing in other type.
      await this.#dress(told);
      this.#setStage();
    }
    if (this.#timeline instanceof LiveTimeline) this.#timeline.frameRate = told.frameRate;
    const failed = showsOther(before, told) ? this.#follow(told) : null;
    if (failed !== null) return failed;
    await this.#renew(skipAnimation);
    return DONE;
  }

  async stopAction({ skipAnimation = false }: StopCall = {}): Promise<Answer> {
    if (this.#told === null) return NOT_LOADED;
    this.#step = undefined;
    this.#tell(false);
    await this.#stage?.hide(skipAnimation);
    return DONE;
  }

  async customAction({ id, payload, skipAnimation = false }: CustomCall): Promise<Answer> {
    if (id !== 'accept') return { statusCode: 400, statusMessage: `UNKNOWN_ACTION: ${id}` };
    const version = versionIn(payload);
    if (version !== null) {
      const { unit = '', epoch } = version;
      this.#said = { ...this.#said, unit, accepted: `${epoch}/${version.version}` };
      this.#following?.begin(unit);
    }
    this.#accepted.accept(version);
    await this.#renew(skipAnimation);
    return DONE;
  }

  async dispose(_call: object = {}): Promise<Answer> {
    this.#end();
    return DONE;
  }

  /** Only without a clock of its own: what happens when, in milliseconds from `load`. */
  async setActionsSchedule({ schedule }: ScheduleCall): Promise<Answer> {
    this.#schedule = [...schedule].sort((one, other) => one.timestamp - other.timestamp);
    return DONE;
  }

  /** As it looks then: everything that is planned until then has happened. Times may come in any order. */
  async goToTime({ timestamp }: { readonly timestamp: number }): Promise<Answer> {
    const told = this.#read(this.#saidAtFirst);
    if (!(this.#timeline instanceof ToldTimeline) || 'statusCode' in told) return NOT_LOADED;
    const { begins } = this.#timeline;
    this.#said = this.#saidAtFirst;
    this.#told = told;
    this.#accepted = new Accepted();
    const timeline = new ToldTimeline(begins);
    this.#begin(timeline);
    for (const { timestamp: at, action } of this.#schedule) {
      if (at > timestamp) break;
      timeline.goTo(at);
      await this.#act(action);
    }
    timeline.goTo(timestamp);
    this.#stage?.tick(timeline.now(), true);
    return DONE;
  }

  #act(action: Action): Promise<Answer> {
    if (action.type === 'updateAction') return this.updateAction(action.params);
    if (action.type === 'playAction') return this.playAction(action.params);
    if (action.type === 'stopAction') return this.stopAction(action.params);
    return this.customAction(action.params);
  }

  // What it is made of.

  #read(said: Said): Told | Answer {
    try {
      return toldFrom(said);
    } catch (error) {
      if (!(error instanceof BadTold)) throw error;
      return { statusCode: 400, statusMessage: `${error.code}: ${error.message}` };
    }
  }

  #follow(told: Told): Answer | null {
    try {
      const following = new Following(this.kind, told, told.server || HOME, (version) => {
        if (version !== undefined) this.#accepted.take(version, this.#mustWait);
        this.#isStale = true;
      });
      this.#following?.end();
      this.#following = following;
      return null;
    } catch (error) {
      return { statusCode: 400, statusMessage: `BAD_SERVER: ${(error as Error).message}` };
    }
  }

  /** An empty stage. */
  #begin(timeline: Timeline): void {
    this.#timeline?.end();
    this.#timeline = timeline;
    this.#step = undefined;
    this.#setStage();
    this.#tell(false);
  }

  #setStage(): void {
    this.#stage?.end();
    this.#stage = new Stage(this.#root(), this.kind, this.#timeline!, this.#told!);
  }

  #end(): void {
    this.#following?.end();
    this.#stage?.end();
    this.#timeline?.end();
    this.#following = null;
    this.#stage = null;
    this.#timeline = null;
    this.#told = null;
    this.#step = undefined;
    this.shadowRoot?.replaceChildren();
  }

  #root(): ShadowRoot {
    return this.shadowRoot ?? this.attachShadow({ mode: 'open' });
  }

  /** Its style sheets, in place before anything is painted. The theme comes last: it holds. */
  async #dress({ theme }: Told): Promise<void> {
    const root = this.#root();
    const worn = [...root.querySelectorAll('link')];
    const sheets = [BASE, elementSheet(this.kind.name), themeSheet(theme)].map((href) => {
      const link = element('link') as HTMLLinkElement;
      link.rel = 'stylesheet';
      link.href = href;
      return link;
    });
    const ready = sheets.map(
      (link) =>
        new Promise<void>((resolve) => {
          link.addEventListener('load', () => resolve());
          link.addEventListener('error', () => resolve());
        }),
    );
    root.prepend(...sheets);
    if (this.isConnected) await Promise.all(ready);
    for (const link of worn) link.remove();
  }

  async #firstDocument(): Promise<void> {
    const until = Date.now() + FIRST_DOCUMENT_MS;
    while (this.#following?.scene.main === null && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  // What is seen of it.

  /** How many pages there are, from the one with which it begins. */
  get steps(): number {
    const { scene, told } = this.#now();
    return told === null ? 1 : Math.max(1, this.kind.pages(scene, told) - (told.page - 1));
  }

  get #mustWait(): boolean {
    const { corrections, accepted } = this.#told!;
    return corrections === 'wait' && (accepted !== null || this.#stage?.isShown === true);
  }

  #now(): { readonly scene: Scene; readonly told: Told | null } {
    return { scene: this.#following?.scene ?? NOTHING, told: this.#told };
  }

  #frame(now: number): void {
    if (this.#isStale) void this.#renew(false);
    this.#stage?.tick(now + (this.#told?.offsetMs ?? 0), this.#following?.isLive ?? false);
  }

  async #renew(atOnce: boolean): Promise<void> {
    this.#isStale = false;
    const { scene, told } = this.#now();
    if (told === null || this.#step === undefined || this.#following?.isLookingBack === true) return;
    const main = this.#accepted.take(scene.main, this.#mustWait);
    const shown = { ...scene, main };
    const page = Math.min(told.page - 1 + this.#step, this.kind.pages(shown, told) - 1);
    const content = this.kind.content(shown, told, Math.max(0, page));
    const moved = this.#stage?.show(content, told, atOnce || this.#comesAtOnce);
    if (content !== null) this.#comesAtOnce = false;
    this.#tell(content !== null);
    await moved;
  }

  /** The version that it shows; null: nothing has come. */
  get shown(): CueVersion | null {
    return this.#versionOf(this.#accepted.shown);
  }

  /** The newest of those that wait to be accepted; null: none does. */
  get waiting(): CueVersion | null {
    return this.#versionOf(this.#accepted.waiting);
  }

  #versionOf(document: Document | null): CueVersion | null {
    const unit = this.#following?.unit ?? null;
    if (document === null || unit === null) return null;
    return { unit, epoch: document.epoch, version: document.version };
  }

  /** There may be something newer than what it shows. */
  get isBehind(): boolean {
    return this.#following?.isBehind ?? false;
  }

  /** What operators see of it, as attributes: `data-state` OUT, EMPTY (in, and there is nothing to show) or IN; `data-waits`. */
  #tell(isShown: boolean): void {
    const isIn = this.#step !== undefined;
    this.dataset.state = isIn ? (isShown ? 'IN' : 'EMPTY') : 'OUT';
    this.toggleAttribute('data-waits', isIn && this.#accepted.waiting !== null);
  }
}

/** Null: all that has come. */
function versionIn(payload: unknown): CueVersion | null {
  const { unit, epoch, version } = (payload ?? {}) as Partial<CueVersion>;
  if (typeof epoch !== 'string' || !Number.isSafeInteger(version)) return null;
  return { epoch, version: version!, ...(typeof unit === 'string' ? { unit } : {}) };
}

/** Whoever served this module serves the stream, too. */
const HOME = new URL(import.meta.url).origin;
const BASE = new URL('./graphics.css', import.meta.url).href;
const OWN_THEMES = ['dark', 'light'];

const elementSheet = (name: string): string => new URL(`./elements/${name}.css`, import.meta.url).href;

const themeSheet = (theme: string): string =>
  new URL(OWN_THEMES.includes(theme) ? `./themes/${theme}.css` : theme, import.meta.url).href;
