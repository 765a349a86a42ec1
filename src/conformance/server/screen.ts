import { Broken } from '../outcome.ts';
import type { Copy } from '../stated/copy.ts';
import { readJson, readOdf, readProtobuf } from '../stated/read-frame.ts';
import { complaintsAboutFrame, complaintsAboutServerWord } from '../stated/schemas.ts';
import { type Frame, frameBytes, OPCODE, textFrame } from '../wire/frame-bytes.ts';
import { Assembly, type Message } from '../wire/messages.ts';
import { closeOf, type HandshakeOptions, type HttpAnswer, RawSocket } from '../wire/raw-socket.ts';
import type { Run } from './run.ts';
import { type SubscribeOptions, type Update, Witness } from './witness.ts';

export type Format = 'json' | 'protobuf' | 'odf';

export interface JoinOptions extends HandshakeOptions {
  /** Asked for as the only subprotocol, where `subprotocols` says nothing else. */
  readonly format?: Format;
  readonly holding?: ReadonlyMap<string, Copy>;
}

/** A control message, looked at field by field. */
// biome-ignore lint/suspicious/noExplicitAny: a check says what it expects in each place.
type Content = any;

interface Heard {
  readonly name: string;
  readonly content: Content;
  readonly at: number;
}

const FRAGMENT_BYTES = 262_144;
/** Messages that are always plain (SC17). */
const PLAIN_BELOW = { text: 256, binary: 512 } as const;
export const DEFLATE_OFFER = 'permessage-deflate; client_no_context_takeover; server_no_context_takeover';

/** One connection to the server under test; everything that comes is held against schemas and rules. */
export class Screen {
  readonly raw: RawSocket;
  readonly format: Format;
  readonly words: Heard[] = [];
  readonly updates: Update[] = [];
  /** XML documents, of an ODF screen. */
  readonly xml: string[] = [];
  readonly pongs: string[] = [];
  closed: { readonly code: number; readonly reason: string } | null = null;
  deflatedMessages = 0;
  fragmentedMessages = 0;
  readonly #run: Run;
  readonly #witness: Witness;
  readonly #assembly = new Assembly();
  readonly #isDeflateOn: boolean;

  private constructor(run: Run, raw: RawSocket, format: Format, options: JoinOptions) {
    this.#run = run;
    this.raw = raw;
    this.format = format;
    this.#witness = new Witness(run, options.holding);
    this.#isDeflateOn = (raw.answer?.headers['sec-websocket-extensions'] ?? '').includes(
      'permessage-deflate',
    );
    raw.onFrame = (frame) => this.#took(frame);
    for (const frame of raw.frames.splice(0)) this.#took(frame);
  }

  /** Connects; throws `Broken` when the server does not take the screen. */
  static async join(run: Run, url: string, options: JoinOptions = {}): Promise<Screen> {
    const { format = 'json', subprotocols = [`splitsecond.${format}`] } = options;
    const raw = await RawSocket.open(url, { ...options, subprotocols });
    const { status } = raw.answer as HttpAnswer;
    if (status !== 101) {
      raw.destroy();
      throw new Broken(`the handshake was answered with HTTP ${status}`);
    }
    return new Screen(run, raw, format, options);
  }

  get copies(): Map<string, Copy> {
    return this.#witness.copies;
  }

  say(word: object): void {
    this.#witness.said(word);
    this.raw.write(textFrame(JSON.stringify(word)));
  }

  /** Says `subscribe` and waits for the answer. */
  async subscribe(
    options: SubscribeOptions,
  ): Promise<{ resumed: boolean; delta: boolean; channels: number }> {
    this.say({ subscribe: options });
    const mine = ({ name, content }: Heard): boolean =>
      (name === 'subscribed' || name === 'error') && content.id === options.id;
    await this.until(`subscribed ${options.id} is said`, () => this.words.some(mine));
    const { name, content } = this.words.find(mine)!;
    if (name === 'error') throw new Broken(`subscribe was refused with ${content.code}: ${content.message}`);
    return content;
  }

  heard(name: string): Content[] {
    return this.words.filter((word) => word.name === name).map(({ content }) => content);
  }

  updatesOf(channel: string): Update[] {
    return this.updates.filter((update) => update.channel === channel);
  }

  last(channel: string): Update | undefined {
    return this.updates.findLast((update) => update.channel === channel);
  }

  /** Waits; throws `Broken` with what did not come. */
  async until(what: string, holds: () => boolean, ms = this.#run.patienceMs): Promise<void> {
    if (await this.raw.news.holds(holds, ms)) return;
    const end = this.closed === null ? '' : ` (closed with ${this.closed.code} ${this.closed.reason})`;
    throw new Broken(`waited ${ms} ms in vain until ${what}${end}`);
  }

  leave(): void {
    if (this.closed === null) this.raw.close();
    this.raw.destroy();
  }

  #took(frame: Frame): void {
    if (frame.masked) this.#run.complain('SC2', 'a frame of the server is masked (RFC 6455, 5.1)');
    if (frame.opcode === OPCODE.CLOSE) {
      this.closed = closeOf(frame);
      this.#closeSeen(this.closed);
      this.raw.write(frameBytes({ opcode: OPCODE.CLOSE, content: frame.content.subarray(0, 2) }));
    } else if (this.closed !== null)
      this.#run.complain('SC15', 'a frame came after the close frame (RFC 6455, 5.5.1)');
    else if (frame.opcode === OPCODE.PING)
      this.raw.write(frameBytes({ opcode: OPCODE.PONG, content: frame.content }));
    else if (frame.opcode === OPCODE.PONG) this.pongs.push(frame.content.toString());
    else this.#data(frame);
  }

  #data(frame: Frame): void {
    try {
      const message = this.#assembly.take(frame);
      if (message === null) return;
      this.#deflation(message);
      this.#size(message);
      this.#message(message);
    } catch (error) {
      this.#run.complain(frame.rsv === 4 ? 'SC17' : 'SC2', `unreadable: ${(error as Error).message}`);
    }
  }

  #size({ frames }: Message): void {
    if (frames.length > 1) this.fragmentedMessages += 1;
    const longest = Math.max(...frames);
    if (longest > FRAGMENT_BYTES) this.#run.complain('SC2', `a frame of ${longest} bytes in one piece`);
  }

  #deflation({ deflated, binary, bytes }: Message): void {
    if (!deflated) return;
    this.deflatedMessages += 1;
    if (!this.#isDeflateOn) this.#run.complain('SC17', 'a deflated message that nobody negotiated');
    const least = PLAIN_BELOW[binary ? 'binary' : 'text'];
    if (bytes.length < least) this.#run.complain('SC17', `a message of ${bytes.length} bytes is deflated`);
  }

  #message({ binary, bytes, deflated }: Message): void {
    if (binary) {
      if (this.format !== 'protobuf') this.#run.complain('SC2', `a binary message in format ${this.format}`);
      this.#update(this.#witness.take(readProtobuf(bytes), performance.now()));
      return;
    }
    const text = bytes.toString();
    if (this.format === 'odf' && text.includes('\n')) {
      this.#odf(text);
      return;
    }
    const said = JSON.parse(text) as Content;
    if ('document' in said || 'delta' in said) {
      if (this.format !== 'json') this.#run.complain('SC2', `JSON data in format ${this.format}`);
      const complaint = complaintsAboutFrame(said);
      if (complaint !== null)
        this.#run.complain('SC2', `a data frame is not as its schema says: ${complaint}`);
      this.#update(this.#witness.take(readJson(said), performance.now()));
    } else this.#word(said, deflated);
  }

  #odf(text: string): void {
    const { line, xml } = readOdf(text) as { line: Content; xml: string };
    const names = ['channel', 'epoch', 'version', 'hash', 'type'];
    const missing = names.filter((name) => line[name] === undefined);
    if (missing.length > 0)
      this.#run.complain('SC2', `the line of an ODF frame has no ${missing.join(', ')}`);
    this.xml.push(xml);
    this.#update(this.#witness.takeLine(line, performance.now()));
  }

  #update(update: Update): void {
    this.updates.push(update);
    this.#run.saw(`data in ${this.format}`);
  }

  #word(said: Content, deflated: boolean): void {
    const complaint = complaintsAboutServerWord(said);
    if (complaint !== null)
      this.#run.complain('SC2', `a control message is not as its schema says: ${complaint}`);
    if (deflated) this.#run.complain('SC17', 'a control message is deflated');
    const [name = '', content] = Object.entries(said)[0] ?? [];
    const isFirst = this.words.length === 0 && this.updates.length === 0;
    if (isFirst !== (name === 'welcome'))
      this.#run.complain('SC3', `the first message is ${isFirst ? name : 'another'}`);
    this.words.push({ name, content, at: performance.now() });
    this.#run.saw(`control in ${this.format}`);
    this.#witnessWord(name, content as Content);
  }

  #witnessWord(name: string, content: Content): void {
    if (name === 'subscribed') this.#witness.subscribed(content);
    if (name === 'unsubscribed') this.#witness.unsubscribed(content);
    if (name === 'gap') this.#witness.gap(content);
    if (name === 'keepalive') this.#witness.keepalive(content.positions ?? {}, content.partial === true);
  }

  #closeSeen({ code, reason }: { code: number; reason: string }): void {
    const isKnown = code === 4408 || (code >= 4000 && code < 4200) || (code >= 1000 && code < 1016);
    if (!isKnown) this.#run.complain('SC15', `close code ${code} is in no range`);
    if (code >= 4000 && code < 4100 && !/\d+-\d+ ms/.test(reason))
      this.#run.complain('SC15', `close code ${code} names no window to come back in: "${reason}"`);
    this.#run.saw('close code');
  }
}
