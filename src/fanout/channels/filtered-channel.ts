import { epochOfChoice } from '../../model/epoch.ts';
import { ContentHash } from '../../versions/content-hash.ts';
import { keptRows } from '../../versions/same-content.ts';
import { VersionedDocument } from '../../versions/versioned.ts';
import type { ChannelOnAir } from './channel-on-air.ts';
import { chosenRows, type RowChoice } from './row-choice.ts';
import type { Derivation, Shown } from './view.ts';

/**
 * One channel with the chosen rows only, for all screens that chose the same. It is a document of its own,
 * with row stamps and a hash over what is seen. Versions are those of the channel, of which it skips those
 * that change nothing here; its epoch has the choice in it, so that no position of another choice resumes.
 */
export class FilteredChannel implements Derivation {
  readonly #source: ChannelOnAir;
  readonly #choice: RowChoice;
  readonly #shown: Shown;
  #versioned: VersionedDocument | null = null;
  /** The newest version of the channel that was looked at. */
  #looked = 0;

  constructor(source: ChannelOnAir, choice: RowChoice, shown: Shown) {
    this.#source = source;
    this.#choice = choice;
    this.#shown = shown;
  }

  begin(): null {
    this.#source.followers.add(this);
    this.renewed();
    return null;
  }

  end(): void {
    this.#source.followers.delete(this);
  }

  renewed(): void {
    const { current } = this.#source;
    const sawAll = current.version === this.#looked + 1;
    this.#looked = current.version;
    const epoch = epochOfChoice(current.epoch, this.#choice.tag);
    const rows = chosenRows(this.#choice, current);
    if (this.#versioned === null || this.#versioned.current.epoch !== epoch) {
      const hash = new ContentHash(current.header, rows).text;
      this.#versioned = new VersionedDocument({ ...current, epoch, rows, hash });
    } else {
      const { header, asOf, correction, version } = current;
      // Nothing that is seen here has changed.
      const kept = keptRows(this.#versioned.current.rows, rows);
      if (this.#versioned.publish(header, kept, asOf, correction, version) === null) return;
    }
    this.#shown(this.#versioned, sawAll);
  }
}
