/** A template on a layer of a CasparCG server, filled with what it is to say: added once, then updated with each change. */
import { CasparCG, type Response, type SendResult } from 'casparcg-connection';
import type { TemplateLayout } from './layout.ts';
import type { Texts } from './texts.ts';

/** As long as one connection holds: a server that comes back has nothing on its layers. */
interface Connected {
  /** What the server was told last; null: nothing is there. */
  told: Texts | null;
  isTelling: boolean;
}

export class TemplateOnAir {
  readonly #layout: TemplateLayout;
  readonly #report: (what: string) => void;
  readonly #server: CasparCG;
  #connected: Connected | null = null;
  #texts: Texts | null = null;

  /** `report`: what somebody at the server should know. */
  constructor(layout: TemplateLayout, report: (what: string) => void) {
    this.#layout = layout;
    this.#report = report;
    const { host, port } = layout;
    this.#server = new CasparCG({ host, port, autoConnect: true });
    this.#server.on('connect', () => {
      report(`${host}:${port} answers`);
      this.#connected = { told: null, isTelling: false };
      void this.#tell(this.#connected);
    });
    this.#server.on('disconnect', () => {
      report(`${host}:${port} has gone`);
      this.#connected = null;
    });
    this.#server.on('error', (error) => report(`${host}:${port}: ${error.message}`));
  }

  /** Null: it goes. */
  show(texts: Texts | null): void {
    if (isSame(this.#texts, texts)) return;
    this.#texts = texts;
    if (this.#connected !== null) void this.#tell(this.#connected);
  }

  close(): void {
    this.#server.disconnect();
  }

  /** One command at a time, and after each answer the newest: a server that is slow is not told what is over. */
  async #tell(connected: Connected): Promise<void> {
    if (connected.isTelling) return;
    connected.isTelling = true;
    while (connected === this.#connected && !isSame(connected.told, this.#texts)) {
      const before = connected.told;
      const texts = this.#texts;
      connected.told = texts;
      const refused = await refusalOf(this.#command(before, texts));
      if (refused === null) continue;
      this.#report(refused);
      // What was not added is not there: the next change tries again.
      if (before === null) {
        connected.told = null;
        break;
      }
    }
    connected.isTelling = false;
  }

  #command(before: Texts | null, texts: Texts | null): Promise<SendResult<unknown>> {
    const { output, template, play } = this.#layout;
    if (texts === null) return this.#server.cgClear(output);
    if (before !== null) return this.#server.cgUpdate({ ...output, data: texts });
    return this.#server.cgAdd({ ...output, template, playOnLoad: play, data: texts });
  }
}

const isSame = (one: Texts | null, other: Texts | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Null: it was done. */
async function refusalOf(sending: Promise<SendResult<unknown>>): Promise<string | null> {
  try {
    const { error, request } = await sending;
    if (error !== undefined) return error.message;
    const { responseCode, message, command }: Response<unknown> = await request;
    return responseCode < 400 ? null : `${command}: ${responseCode} ${message}`;
  } catch (error) {
    return (error as Error).message;
  }
}
