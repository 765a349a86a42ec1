import { ArchiveError } from '../archive/archive-error.ts';
import { ArchiveFolder } from '../archive/archive-folder.ts';
import { archive } from '../archive/archiving.ts';
import { cutVenue } from '../archive/cutting.ts';
import { restore } from '../archive/restore.ts';
import { lastFactOf, type Segment } from '../archive/segment.ts';
import type { Broker } from '../broker/broker.ts';
import { isStanding } from '../broker/standing-fact.ts';
import type { Instant } from '../model/fact.ts';
import { ARCHIVE, ConnectedProgram, type Surroundings } from './connected-program.ts';
import type { Program } from './program.ts';
import { race } from './race.ts';

const AGAIN_MS = 1_000;
const PATIENCE_MS = 2_000;

export interface ArchiveKeeperOptions {
  /** Of the program that archives: the newest. */
  readonly revision: () => string;
  /** What was stored until then is on the broker's disk. */
  readonly syncedAt: () => Instant;
  /** Facts were cut once: from then on the archive is the record, and no other one is begun. */
  readonly isRecord: () => boolean;
}

/** Archives VENUE and cuts from it what is over, as an operator has it done: again and again for as long as it runs. */
export class ArchiveKeeper extends ConnectedProgram {
  readonly #options: ArchiveKeeperOptions;
  /** The last segment that it has. */
  #last: Segment | null = null;

  constructor(name: string, surroundings: Surroundings, options: ArchiveKeeperOptions) {
    super(name, surroundings);
    this.#options = options;
  }

  /** The broker has lost facts of the record: only the archive has them for certain. */
  get isNeeded(): boolean {
    if (!this.#options.isRecord() || this.#last === null) return false;
    const there = this.surroundings.model.facts.stored[this.#last.to - 1] ?? null;
    return !isStanding(there, lastFactOf(this.#last));
  }

  work(): void {
    this.isWanted = true;
    if (this.program === null) this.start();
  }

  rest(): void {
    this.isWanted = false;
    this.kill();
  }

  /** Into a broker that is empty and that nobody else is connected to. */
  async restore(): Promise<void> {
    const broker = this.surroundings.model.connect();
    await restore({ broker, folder: await this.#folder(), wait: async () => {} });
    await broker.close();
  }

  protected async begin(broker: Broker, program: Program): Promise<void> {
    const wait = (ms: number): Promise<void> => new Promise((resolve) => program.after(ms, resolve));
    while (!program.isEnded) {
      try {
        await this.#archiveAndCut(broker, wait);
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error;
        // Of another history or of other rules; one that is not the record yet is begun anew, as it says.
        if (error.code === 'ARCHIVE_DOES_NOT_FIT' && !this.#options.isRecord())
          await this.surroundings.archiveDisk.remove(ARCHIVE);
      }
      await wait(AGAIN_MS);
    }
  }

  protected ended(): void {}

  async #archiveAndCut(broker: Broker, wait: (ms: number) => Promise<void>): Promise<void> {
    const { revision, syncedAt } = this.#options;
    const common = { broker, folder: await this.#folder(), revision: revision(), sports: [race] };
    const onSegment = (segment: Segment): void => {
      this.#last = segment;
    };
    await archive({ ...common, wait, patienceMs: PATIENCE_MS, onSegment });
    await cutVenue({ ...common, quietSince: syncedAt() });
  }

  #folder(): Promise<ArchiveFolder> {
    return ArchiveFolder.open(ARCHIVE, this.surroundings.archiveDisk);
  }
}
