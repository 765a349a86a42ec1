/**
 * A request for each dispatch, signed by Standard Webhooks (standardwebhooks.com) where there is a secret: whoever answers 2xx has it. A recipient that
 * answers late may get it again, under the same `webhook-id`.
 */
import type { HttpPushOptions } from '../recipient.ts';
import { type Letter, NotHanded, type Way } from '../way.ts';
import { signatureOf } from './signature.ts';

/** Refused for what it is: the same would happen again. Too many requests, a timeout or a conflict may pass. */
const PASSING: ReadonlySet<number> = new Set([408, 409, 425, 429]);

export class HttpPush implements Way {
  readonly #options: HttpPushOptions;
  readonly #now: () => number;

  /** `now`: milliseconds since 1970. */
  constructor(options: HttpPushOptions, now: () => number) {
    this.#options = options;
    this.#now = now;
  }

  async place(): Promise<null> {
    return null;
  }

  async prepare(): Promise<void> {}

  async close(): Promise<void> {}

  async hand({ key, bytes, contentType, dispatch }: Letter): Promise<void> {
    const { shown, method, secret, headers, timeoutMs } = this.#options;
    const at = Math.floor(this.#now() / 1_000);
    const { document, story, number, kind } = dispatch;
    const signature: Record<string, string> =
      secret === null ? {} : { 'webhook-signature': signatureOf(secret, key, at, bytes) };
    const response = await this.#answer({
      method,
      // An address that sends elsewhere is a mistake somewhere: nothing is told to strangers.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': contentType,
        'webhook-id': key,
        'webhook-timestamp': String(at),
        ...signature,
        'splitsecond-story': encodeURIComponent(story),
        'splitsecond-number': String(number),
        'splitsecond-kind': kind,
        'splitsecond-position': `${document.epoch} ${document.version}`,
        ...headers,
      },
      body: Buffer.from(bytes),
    });
    // What it says beside its status is of no use, and the connection is free for the next one.
    await response.body?.cancel();
    if (response.ok) return;
    const { status } = response;
    throw new NotHanded(`${shown} answers ${status}`, {
      isPassing: status >= 500 || PASSING.has(status),
      waitMs: waitIn(response.headers.get('retry-after')),
    });
  }

  async #answer(request: RequestInit): Promise<Response> {
    const { url, shown } = this.#options;
    try {
      return await fetch(url, request);
    } catch (error) {
      const { cause, message } = error as Error & { cause?: Error };
      throw new NotHanded(`${shown}: ${cause?.message ?? message}`);
    }
  }
}

const MOST_WAIT_S = 3_600;

/** Seconds; a date is not read. */
function waitIn(text: string | null): number | null {
  if (text === null || !/^\d{1,6}$/.test(text)) return null;
  return Math.min(Number(text), MOST_WAIT_S) * 1_000;
}
