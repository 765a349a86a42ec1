/** A template on a layer of a CasparCG server, filled with what it is to say: added once, then updated with each change. */
import { CasparCG, type Response, type SendResult } from 'casparcg-connection';
import { isOnLayer } from './layer-info.ts';
import type { TemplateLayout } from './layout.ts';
import type { Texts } from './texts.ts';

/** As long as one connection holds: what is on the layer then may be another thing. */
interface Connected {
  /** The template is on its layer; null: the server was not asked yet. */
  isThere: boolean | null;
  /** What the server was told last; undefined: nothing. */
  told: Texts | null | undefined;
  isTelling: boolean;
}

export class TemplateOnAir {
  readonly #layout: TemplateLayout;
  readonly #report: (what: string) => void;
  readonly #server: CasparCG;
  #connected: Connected | null = null;
  /** Undefined: there was never anything to say, so what an earlier run has left there stays. */
  #texts: Texts | null | undefined;

  /** `report`: what somebody at the server should know. */
  constructor(layout: TemplateLayout, report: (what: string) => void) {
    this.#layout = layout;
    this.#report = report;
    const { host, port } = layout;
    this.#server = new CasparCG({ host, port, autoConnect: true });
    this.#server.on('connect', () => {
      report(`${host}:${port} answers`);
      this.#connected = { isThere: null, told: undefined, isTelling: false };
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
    if (isSame(this.#texts ?? null, texts)) return;
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
      // To add it where it is already would be seen on air.
      connected.isThere ??= await this.#isThere();
      if (connected !== this.#connected) break;
      const texts = this.#texts ?? null;
      connected.told = texts;
      const refused = await this.#refusal(connected.isThere, texts);
      if (refused === null) {
        connected.isThere = texts !== null;
        continue;
      }
      this.#report(refused);
      // What was not added is not there: the next change tries again.
      if (!connected.isThere) {
        connected.told = undefined;
        break;
      }
    }
    connected.isTelling = false;
  }

  /** What cannot be told is not there. */
  async #isThere(): Promise<boolean> {
    const { output, template } = this.#layout;
    try {
      const { request } = await this.#server.infoLayer(output);
      return isOnLayer(template, output.layer, (await request)?.data);
    } catch {
      return false;
    }
  }

  /** Null: it was done. */
  async #refusal(isThere: boolean, texts: Texts | null): Promise<string | null> {
    const { output, template, play } = this.#layout;
    if (texts === null) return isThere ? refusalOf(this.#server.cgClear(output)) : null;
    if (isThere) return refusalOf(this.#server.cgUpdate({ ...output, data: texts }));
    return refusalOf(this.#server.cgAdd({ ...output, template, playOnLoad: play, data: texts }));
  }
}

const isSame = (one: Texts | null | undefined, other: Texts | null | undefined): boolean =>
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
