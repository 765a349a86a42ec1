// One screen: follows everything, keeps copies, works out every hash by itself, and names whatever the rules of the stream forbid.
import { channelOf, copyOf, hashOf, led } from './copy.mjs';
import { openWebSocket } from './web-socket.mjs';

const COME_BACK_MS = 100;
/** Nothing at all for so long: keep-alives come every five seconds. */
const SILENT_MS = 12_000;

/** In milliseconds, by the clock that all processes of a machine share. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

/**
 * `urls`: edges to go to, one after the other whenever a connection ends. `mode`, `delta`: as in `subscribe`.
 * `tell(word)` is called for everything that somebody who judges wants to know.
 */
export class Screen {
  #options;
  #held = new Map();
  #awaited = new Set();
  #gaps = new Map();
  #marks = new Map();
  #said = {};
  #resumed = null;
  #fresh = new Set();
  #edge = 0;
  #socket = null;
  #watch = null;

  constructor(options) {
    this.#options = options;
  }

  connect() {
    const { urls, mode, delta, channel = '*' } = this.#options;
    const url = urls[this.#edge % urls.length];
    this.#resumed = null;
    const socket = openWebSocket(`${url.replace('http', 'ws')}/v1/stream`, 'splitsecond.json', {
      opened: () => {
        this.#said = Object.fromEntries(
          [...this.#held].map(([channel, { epoch, version }]) => [channel, { epoch, version }]),
        );
        socket.say(JSON.stringify({ subscribe: { id: 1, channel, mode, delta, positions: this.#said } }));
      },
      heard: (text) => {
        this.#alive(socket);
        this.#heard(text);
      },
      ended: (code, reason) => {
        clearTimeout(this.#watch);
        this.#tell({ ended: code, reason, edge: url });
        if (code >= 4100 && code < 4200) this.#complain('wrong', `sent away with ${code} ${reason}`);
        this.#edge += 1;
        setTimeout(() => this.connect(), waitOf(code, reason));
      },
    });
    this.#socket = socket;
    this.#alive(socket);
  }

  /** Does not read for so long. */
  sleep(ms) {
    const socket = this.#socket;
    socket.pause();
    clearTimeout(this.#watch);
    setTimeout(() => {
      socket.resume();
      this.#alive(socket);
    }, ms);
  }

  #alive(socket) {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => socket.end(), SILENT_MS);
  }

  #heard(text) {
    const words = JSON.parse(text);
    if (words.document !== undefined) this.#whole(words.document);
    else if (words.delta !== undefined) this.#delta(words.delta);
    else if (words.subscribed !== undefined) this.#stands(words.subscribed.resumed);
    else if (words.gap !== undefined)
      this.#gaps.set(words.gap.channel, [...(this.#gaps.get(words.gap.channel) ?? []), words.gap]);
    else if (words.keepalive !== undefined)
      this.#tell({
        keepalive: {
          behind: words.keepalive.behind,
          states: words.keepalive.sources.map(({ state }) => state),
        },
      });
    else if (words.error !== undefined) this.#complain('wrong', `refused with ${words.error.code}`);
  }

  #stands(resumed) {
    const { urls } = this.#options;
    this.#resumed = resumed;
    this.#gaps.clear();
    this.#fresh = new Set(resumed ? [] : this.#held.keys());
    if (resumed && Object.keys(this.#said).length === 0)
      this.#complain('misleading', 'resumed without a position');
    this.#tell({ stands: urls[this.#edge % urls.length], resumed });
  }

  #whole(document) {
    const channel = channelOf(document);
    const { epoch, version, hash } = document;
    this.#follows(channel, epoch, version);
    this.#awaited.delete(channel);
    this.#take(channel, { epoch, version, hash, ...copyOf(document) });
  }

  #delta(delta) {
    const { channel, epoch, base, version, hash } = delta;
    const held = this.#held.get(channel);
    if (this.#awaited.has(channel)) return;
    if (held === undefined || held.epoch !== epoch || held.version !== base)
      return this.#damaged(
        channel,
        `${channel}: ${epoch} ${version} on ${base}, held ${held?.epoch} ${held?.version}`,
      );
    this.#follows(channel, epoch, version);
    try {
      return this.#take(channel, { epoch, version, hash, ...led(held, delta) });
    } catch (error) {
      return this.#damaged(channel, `${channel} ${epoch} ${version}: ${error.message}`);
    }
  }

  #damaged(channel, why) {
    this.#complain('wrong', why);
    this.#awaited.add(channel);
    this.#fresh.add(channel);
    this.#socket.say(JSON.stringify({ resync: { channel } }));
  }

  /** Never back, never twice, and in mode `every` without a hole that is not named. */
  #follows(channel, epoch, version) {
    const held = this.#held.get(channel);
    if (this.#resumed === null)
      this.#complain('misleading', `${channel} before anybody said whether it resumes`);
    const isFresh = this.#fresh.delete(channel);
    if (held === undefined) return this.#began(channel, epoch, version);
    const where = `${channel}: ${epoch} ${version} after ${held.epoch} ${held.version}`;
    if (epoch < held.epoch) return this.#complain('wrong', `an older epoch, ${where}`);
    if (epoch > held.epoch) return this.#began(channel, epoch, version);
    if (version === held.version && !isFresh) return this.#complain('doubled', `twice, ${where}`);
    if (version < held.version) return this.#complain(isFresh ? 'wrong' : 'doubled', `back, ${where}`);
    if (this.#options.mode === 'every' && version > held.version + 1)
      this.#hole(channel, epoch, held.version + 1, version);
    return undefined;
  }

  /** In mode `every` a channel, or an epoch of it, that begins while a screen follows comes from its first version on. */
  #began(channel, epoch, version) {
    const isNew = this.#held.size > 0 && this.#options.mode === 'every';
    if (isNew && this.#resumed === true && version > 1) this.#hole(channel, epoch, 1, version);
  }

  #hole(channel, epoch, from, before) {
    const named = this.#gaps.get(channel) ?? [];
    const isNamed = named.some(
      (gap) => gap.to === null || (gap.epoch === epoch && gap.from <= from && gap.to >= before - 1),
    );
    if (!isNamed)
      this.#complain(
        'misleading',
        `${channel} ${epoch}: ${from} to ${before - 1} missing and not named, resumed ${this.#resumed}`,
      );
  }

  #take(channel, copy) {
    this.#held.set(channel, copy);
    const { epoch, version, hash } = copy;
    const found = hashOf(copy, channel);
    if (found !== hash)
      return this.#damaged(channel, `${channel} ${epoch} ${version} is ${found} and was sent as ${hash}`);
    return this.#tell({ channel, epoch, version, hash, ...this.#marksIn(channel, copy) });
  }

  /** Of results: the values that have changed. */
  #marksIn(channel, { rows }) {
    if (!channel.endsWith('/RESULT')) return {};
    const marks = {};
    for (const { key, parts } of rows) {
      const value = parts.get('mark')?.value ?? null;
      const place = `${channel} ${key}`;
      if (this.#marks.get(place) === value) continue;
      this.#marks.set(place, value);
      marks[key] = value;
    }
    return { marks };
  }

  #complain(kind, why) {
    this.#tell({ complaint: kind, why });
  }

  #tell(word) {
    this.#options.tell({ at: now(), ...word });
  }
}

/** `reconnect within 0-2000 ms`: a server that stops says how its screens spread. */
function waitOf(code, reason) {
  const within = /within \d+-(\d+) ms/.exec(reason)?.[1];
  return code === 4000 && within !== undefined ? Math.random() * Number(within) : COME_BACK_MS;
}
