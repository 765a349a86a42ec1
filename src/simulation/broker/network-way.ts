import { BrokerError, isWorthRetrying } from '../../broker/errors.ts';
import type { Timing } from '../../timing.ts';
import { InOrder } from '../in-order.ts';
import type { Way } from './way.ts';

export interface NetworkWayOptions {
  /** Whose time it takes to go from one end to the other. */
  readonly timing: Pick<Timing, 'now' | 'after' | 'every'>;
  /** Milliseconds for one message, one way. */
  readonly delayMs: () => number;
  readonly server: { readonly isUp: boolean; whenAnswering(run: () => void): void };
  /** The program at the other end: what arrives there runs in it, and its patience is by its own clock. */
  readonly program?: Pick<Timing, 'after' | 'every'> & { run(arrive: () => void): void };
}

/** Who is connected over it. */
interface Connected {
  readonly connected: boolean;
  disconnect(): void;
  reconnect(): void;
}

interface Question {
  attempt: number;
  readonly put: () => Answer;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  stopWaiting: () => void;
}

type Answer = { readonly value: unknown } | { readonly error: unknown };

/** What the connection to a NATS server does, in its own figures (`broker/nats`). */
const PATIENCE_MS = 5_000;
const ATTEMPTS = 3;
const PAUSE_MS = 100;
const RECONNECT_MS = 250;
/** Two pings without an answer. */
const NOTICED_MS = 10_000;

/**
 * A way that takes time, and on which things are lost: in order in each direction, as one TCP connection has it. A question is put
 * again when nothing comes back, so one that was answered may be put a second time.
 */
export class NetworkWay implements Way {
  readonly #options: NetworkWayOptions;
  readonly #program: NonNullable<NetworkWayOptions['program']>;
  readonly #open = new Set<Question>();
  #connected: Connected | null = null;
  #state: 'open' | 'silent' | 'cut' = 'open';
  #life = 0;
  readonly #line = new InOrder(() => this.#state === 'silent');
  #isOver = false;
  #upUntil = 0;
  #downUntil = 0;

  constructor(options: NetworkWayOptions) {
    this.#options = options;
    this.#program = options.program ?? { ...options.timing, run: (arrive) => arrive() };
  }

  /** Tells whose connection breaks and comes back. */
  carries(connected: Connected): void {
    this.#connected = connected;
  }

  /** Both ends see it at once. */
  cut(): void {
    this.#state = 'cut';
    this.#connected?.disconnect();
  }

  /** Nothing comes through, and nobody is told: it arrives once mended, unless the program has found out by its pings before. */
  silence(): void {
    this.#state = 'silent';
    const life = this.#life;
    this.#options.timing.after(NOTICED_MS, () => {
      if (life === this.#life && this.#state !== 'open') this.#connected?.disconnect();
    });
  }

  mend(): void {
    this.#state = 'open';
    this.#options.timing.after(0, () => this.#line.goOn());
  }

  ask<T>(request: () => T): Promise<T> {
    return new Promise<unknown>((resolve, reject) => {
      const put = (): Answer => {
        try {
          return { value: request() };
        } catch (error) {
          return { error };
        }
      };
      this.#put({ attempt: 0, put, resolve, reject, stopWaiting: () => {} });
    }) as Promise<T>;
  }

  deliver(arrive: () => void): void {
    this.#carryDown(arrive);
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#program.after(ms, resolve));
  }

  every(ms: number, run: () => void): () => void {
    return this.#program.every(ms, run);
  }

  /** What was on its way is lost; what was asked and not answered is asked again. */
  changed(connected: boolean): void {
    this.#life += 1;
    this.#line.forget();
    if (this.#isOver) return;
    if (connected) for (const question of [...this.#open]) this.#inVain(question);
    else this.#tryAgain();
  }

  /** The program has ended: nothing is asked or tried any more, and nothing is answered. */
  end(): void {
    this.#isOver = true;
    this.#life += 1;
    for (const question of [...this.#open]) {
      this.#close(question);
      question.reject(new BrokerError('BROKER_CLOSED', 'the program has ended'));
    }
  }

  #put(question: Question): void {
    if (this.#isOver) return;
    question.attempt += 1;
    const { attempt } = question;
    this.#open.add(question);
    question.stopWaiting = this.#program.after(PATIENCE_MS, () => this.#inVain(question));
    this.#carryUp(() =>
      this.#options.server.whenAnswering(() => {
        const answer = question.put();
        this.#carryDown(() => {
          if (attempt === question.attempt && this.#open.has(question)) this.#answered(question, answer);
        });
      }),
    );
  }

  #answered(question: Question, answer: Answer): void {
    if ('error' in answer) {
      this.#failed(question, answer.error);
      return;
    }
    this.#close(question);
    question.resolve(answer.value);
  }

  #inVain(question: Question): void {
    this.#failed(question, new BrokerError('BROKER_TIMEOUT', 'no answer'));
  }

  #failed(question: Question, error: unknown): void {
    this.#close(question);
    if (question.attempt >= ATTEMPTS || !isWorthRetrying(error)) question.reject(error);
    else this.#program.after(PAUSE_MS * question.attempt, () => this.#put(question));
  }

  #close(question: Question): void {
    question.stopWaiting();
    this.#open.delete(question);
  }

  #carryUp(arrive: () => void): void {
    this.#upUntil = this.#carry(this.#upUntil, arrive);
  }

  #carryDown(arrive: () => void): void {
    this.#downUntil = this.#carry(this.#downUntil, () => this.#program.run(arrive));
  }

  /** Nothing overtakes; gives the time of arrival. */
  #carry(notBefore: number, arrive: () => void): number {
    const { timing, delayMs } = this.#options;
    if (!this.#passes) return notBefore;
    const life = this.#life;
    const at = Math.max(notBefore, timing.now() + delayMs());
    const isLost = (): boolean => life !== this.#life || !this.#passes;
    const arriveIf = (): void => {
      if (!isLost()) arrive();
    };
    timing.after(at - timing.now(), () => {
      if (!isLost()) this.#line.pass(arriveIf);
    });
    return at;
  }

  get #passes(): boolean {
    return this.#state !== 'cut' && this.#options.server.isUp && this.#connected?.connected !== false;
  }

  #tryAgain(): void {
    if (this.#isOver) return;
    this.#program.after(RECONNECT_MS, () => {
      if (this.#isOver || this.#connected === null || this.#connected.connected) return;
      if (this.#state === 'open') this.#connected.reconnect();
      if (!this.#connected.connected) this.#tryAgain();
    });
  }
}
