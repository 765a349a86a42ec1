import { Broken, NotShown } from '../outcome.ts';
import { News } from '../wire/news.ts';
import type { Run } from './run.ts';
import { type JoinOptions, Screen } from './screen.ts';
import type { SubscribeOptions, Update } from './witness.ts';

/** Makes the server under test publish; everything else the suite does over the wire. */
export interface Stimulus {
  /** The document that `change` changes. */
  readonly channel: string;
  /** Causes so many new versions of it, one after the other. */
  change(times: number): Promise<void>;
  /** Causes a document that was not there before; gives its channel, or null when it is not known. */
  open(): Promise<string | null>;
  /** Tells the server to stop, as its operator does (SC16). Null: it is to go on. */
  readonly stop: (() => Promise<void>) | null;
  close(): Promise<void>;
}

export interface Welcome {
  readonly keepaliveMs: number;
  readonly limits: {
    readonly outboundBytes: number;
    readonly unreadMs: number;
    readonly wordBytes: number;
    readonly subscriptions: number;
    readonly firstWordMs: number;
    readonly wordsPerSecond: number;
  };
}

/** The server under test, as checks see it. */
export class Stage {
  readonly run: Run;
  /** `ws://host:port/v1/stream` */
  readonly url: string;
  readonly channel: string;
  readonly welcome: Welcome;
  readonly stimulus: Stimulus;
  readonly #watcher: Screen;
  readonly #screens = new Set<Screen>();

  private constructor(run: Run, url: string, stimulus: Stimulus, watcher: Screen) {
    this.run = run;
    this.url = url;
    this.stimulus = stimulus;
    this.channel = stimulus.channel;
    this.#watcher = watcher;
    this.welcome = watcher.heard('welcome')[0] as Welcome;
  }

  /** Throws `Broken` when the server does not even bring the document that is to be looked at. */
  static async open(run: Run, url: string, stimulus: Stimulus): Promise<Stage> {
    const watcher = await Screen.join(run, url);
    await watcher.subscribe({ id: 1, channel: '*', delta: true });
    const { channel } = stimulus;
    await watcher.until(`${channel} comes`, () => watcher.last(channel) !== undefined, 2 * run.patienceMs);
    return new Stage(run, url, stimulus, watcher);
  }

  /** How long something that the server has to bring by itself may take. */
  get #patienceMs(): number {
    return 2 * this.run.patienceMs;
  }

  /** `http://host:port`, with a path. */
  http(path: string): string {
    return new URL(path, this.url.replace(/^ws/, 'http')).href;
  }

  /** Channels that there are, as far as they are known. */
  get channels(): readonly string[] {
    return [...new Set(this.#watcher.updates.map(({ channel }) => channel))];
  }

  get newest(): Update {
    return this.#watcher.last(this.channel)!;
  }

  async join(options: JoinOptions = {}): Promise<Screen> {
    const screen = await Screen.join(this.run, this.url, options);
    this.#screens.add(screen);
    return screen;
  }

  /** A screen that has the newest version of the channel. */
  async follow(options: Partial<SubscribeOptions> = {}, join: JoinOptions = {}): Promise<Screen> {
    const screen = await this.join(join);
    const { channel } = this;
    await screen.subscribe({ id: 1, channel, ...options });
    await screen.until('the document comes', () => screen.last(channel) !== undefined);
    return screen;
  }

  /** So many new versions of the channel; resolves with the newest when the server has published it. */
  async change(times = 1): Promise<Update> {
    const before = this.newest;
    await this.stimulus.change(times);
    const isThere = (): boolean =>
      this.newest.epoch !== before.epoch || this.newest.version >= before.version + times;
    if (!(await this.#watcher.raw.news.holds(isThere, this.#patienceMs)))
      throw new NotShown(`no ${times} new versions of ${this.channel} within ${this.#patienceMs / 1_000} s`);
    return this.newest;
  }

  /** A channel that was not there before. */
  async open(): Promise<string> {
    const before = new Set(this.channels);
    const opened = await this.stimulus.open();
    const found = (): string | undefined => opened ?? this.channels.find((channel) => !before.has(channel));
    const isThere = (): boolean => this.channels.includes(found() ?? '');
    if (!(await this.#watcher.raw.news.holds(isThere, this.#patienceMs)))
      throw new NotShown(`no new document within ${this.#patienceMs / 1_000} s`);
    return found()!;
  }

  /** Until a condition holds that no single screen tells of. */
  async until(what: string, holds: () => boolean, ms = this.#patienceMs): Promise<void> {
    const news = new News();
    const timer = setInterval(() => news.tell(), 10);
    const isSo = await news.holds(holds, ms);
    clearInterval(timer);
    if (!isSo) throw new Broken(`waited ${ms} ms in vain until ${what}`);
  }

  /** Ends the screens of one check. */
  clear(): void {
    for (const screen of this.#screens) screen.leave();
    this.#screens.clear();
  }

  close(): void {
    this.clear();
    this.#watcher.leave();
  }
}
