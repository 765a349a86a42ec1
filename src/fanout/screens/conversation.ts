import type { Says } from '../../model/server-words.ts';
import type { Timing } from '../../timing.ts';
import { CLOSE, type CloseReason, closeReason } from '../connections/close-codes.ts';
import { countOne, type EdgeCounts } from '../edge-counts.ts';
import { type Limits, WORDS_PER_VIEW } from '../limits.ts';
import type { Subscriptions } from './subscriptions.ts';
import { WordAllowance } from './word-allowance.ts';
import { type Refused, readWord, refused, type Word } from './words.ts';

/** The screen that talks. */
export interface Talker {
  say(words: Says): void;
  /** It has said something valid. */
  understood(): void;
  close(because: CloseReason): void;
}

export interface ConversationContext {
  readonly limits: Limits;
  readonly timing: Timing;
  readonly counts: Pick<EdgeCounts, 'refusals'>;
}

/** What one screen says, within what it may, and who answers. */
export class Conversation {
  readonly #screen: Talker;
  readonly #subscriptions: Subscriptions;
  readonly #context: ConversationContext;
  readonly #words: WordAllowance;
  readonly #bytes: WordAllowance;
  #refused = 0;

  constructor(screen: Talker, subscriptions: Subscriptions, context: ConversationContext) {
    this.#screen = screen;
    this.#subscriptions = subscriptions;
    this.#context = context;
    const now = context.timing.now();
    this.#words = new WordAllowance(context.limits.wordsPerSecond, now);
    this.#bytes = new WordAllowance(context.limits.inboundBytesPerSecond, now);
  }

  heard(text: string): void {
    if (this.#mayTalk()) this.#hear(readWord(text));
  }

  heardBinary(): void {
    if (this.#mayTalk()) this.#refuse(refused('NOT_TEXT', 'words are JSON text frames'));
  }

  /** False when this is too much. */
  heardPing(): boolean {
    return this.#mayTalk();
  }

  /** False when these are too many. */
  took(bytes: number): boolean {
    return this.#isWithin(this.#bytes, bytes, `${this.#context.limits.inboundBytesPerSecond} bytes`);
  }

  #hear(word: Word): void {
    if (word.word === 'refused') {
      this.#refuse(word);
      return;
    }
    this.#screen.understood();
    if (asksForView(word) && !this.#mayTalk(WORDS_PER_VIEW - 1)) return;
    switch (word.word) {
      case 'hello':
        this.#screen.say({ hello: { access: 'public' } });
        return;
      case 'ping': {
        const at = new Date(this.#context.timing.now()).toISOString();
        this.#screen.say({ pong: { id: word.echo, at } });
        return;
      }
      case 'subscribe':
        void this.#subscriptions.begin(word).then((refusal) => this.#refuseIf(refusal));
        return;
      case 'positions':
        this.#refuseIf(this.#subscriptions.takeAhead(word));
        return;
      case 'change':
        this.#refuseIf(this.#subscriptions.change(word));
        return;
      case 'unsubscribe':
        this.#refuseIf(this.#subscriptions.end(word.id));
        return;
      case 'resync':
        this.#refuseIf(this.#subscriptions.resync(word.channel));
        return;
    }
  }

  #refuseIf(refusal: Refused | null): void {
    if (refusal !== null) this.#refuse(refusal);
  }

  #refuse({ code, message, id }: Refused): void {
    countOne(this.#context.counts.refusals, code);
    this.#screen.say({ error: { code, message, id } });
    // That others have taken all views is nothing that the screen did wrong; asking for them has its price already.
    if (code !== 'TOO_MANY_VIEWS') this.#refused += 1;
    if (this.#refused < this.#context.limits.refusedWords) return;
    this.#screen.close(closeReason(CLOSE.PROTOCOL_ERROR, `${code}: ${message}`));
  }

  #mayTalk(words = 1): boolean {
    return this.#isWithin(this.#words, words, `${this.#context.limits.wordsPerSecond} words`);
  }

  #isWithin(allowance: WordAllowance, amount: number, limit: string): boolean {
    if (allowance.take(this.#context.timing.now(), amount)) return true;
    this.#screen.close(closeReason(CLOSE.TOO_MANY_WORDS, `more than ${limit} a second, ${REST}`));
    return false;
  }
}

/** A machine that stood still says at once what it had to say all the while; one that is broken says it again after a rest. */
const REST = 'reconnect within 2000-10000 ms';

const asksForView = (word: Word): boolean =>
  word.word === 'change'
    ? word.delayMs !== null
    : word.word === 'subscribe' && (word.delayMs > 0 || word.rows !== null);
