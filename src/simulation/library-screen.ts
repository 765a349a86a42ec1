import type { OpenSocket } from '../client/connection.ts';
import { Subscriber } from '../client/subscriber.ts';
import type { Channel, Document } from '../model/document.ts';
import { isNewerEpoch } from '../model/epoch.ts';
import type { Position } from '../model/position.ts';
import type { Program } from './program.ts';
import type { Reading } from './reading.ts';

export interface LibraryScreenOptions {
  readonly mode: 'live' | 'every';
  readonly urls: readonly string[];
  readonly channel: string;
  readonly program: Program;
  readonly reading: Reading;
  readonly openSocket: OpenSocket;
  readonly chance: () => number;
  /** What was shown that may not be, by its rule. */
  readonly wrong: (rule: string, where: string) => void;
  /** Engines may have made two versions of one number in this epoch: then a delta of one edge does not fit on what another one has sent. */
  readonly mayDiffer: (epoch: string) => boolean;
  readonly shown: (channel: Channel, document: Document) => void;
}

/** A screen with the subscriber library, on several edges at once; what its caller is shown is checked. */
export class LibraryScreen {
  readonly #options: LibraryScreenOptions;
  readonly #subscriber: Subscriber;
  readonly #positions = new Map<Channel, Position>();
  /** Mode `every`: up to where versions were said to be gone. */
  readonly #gaps = new Map<Channel, { epoch: string; to: number }>();
  #mismatches = 0;

  constructor(options: LibraryScreenOptions) {
    const { mode, urls, channel, program, reading, openSocket, chance } = options;
    this.#options = options;
    this.#subscriber = new Subscriber({
      url: urls,
      openSocket,
      chance,
      reader: mode === 'live' ? reading.protobuf : reading.json,
      after: program.after,
      onError: (error) => options.wrong('SCREEN_FAILED', String(error)),
    });
    this.#subscriber.follow(
      channel as '*/RESULT',
      (document, _delta, of) => this.#show(of, document as Document),
      {
        mode,
        onGap: (gap) =>
          void this.#gaps.set(gap.channel, { epoch: gap.epoch, to: gap.to ?? Number.POSITIVE_INFINITY }),
      },
    );
  }

  document(channel: Channel): Document | null {
    return this.#subscriber.document(channel);
  }

  close(): void {
    this.#subscriber.close();
  }

  #show(channel: Channel, document: Document): void {
    const { epoch, version } = document;
    const { mode, wrong, mayDiffer, shown } = this.#options;
    const where = `${channel} ${epoch} ${version}`;
    const at = this.#positions.get(channel);
    if (this.#subscriber.mismatches > this.#mismatches) {
      this.#mismatches = this.#subscriber.mismatches;
      // It is seen at the next document that is shown, of whichever channel.
      const standing = [epoch, ...Array.from(this.#positions.values(), (position) => position.epoch)];
      if (!standing.some(mayDiffer)) wrong('WRONG_HASH', where);
    }
    this.#positions.set(channel, { epoch, version });
    shown(channel, document);
    if (at === undefined) return;
    if (at.epoch === epoch ? version <= at.version : !isNewerEpoch(epoch, at.epoch)) wrong('BACK', where);
    const next = at.epoch === epoch ? at.version + 1 : 1;
    if (mode === 'every' && version > next && !this.#isSaid(channel, epoch, at.epoch, version))
      wrong('HOLE', where);
  }

  /** The versions before this one were said to be gone, or the rest of the epoch before was. */
  #isSaid(channel: Channel, epoch: string, before: string, version: number): boolean {
    const gap = this.#gaps.get(channel);
    if (gap === undefined) return false;
    return gap.epoch === epoch ? gap.to >= version - 1 : gap.epoch === before && gap.to === Infinity;
  }
}
