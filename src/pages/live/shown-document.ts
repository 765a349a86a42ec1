/** The document that the public page shows, with what stands beside it: a match and its story, a phase and its heats. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { isMatch } from '../../client/match.ts';
import type { Channel, Document, DocumentOf } from '../../model/document.ts';
import { disciplineRsc, type Rsc } from '../../model/rsc.ts';
import type { DocumentType } from '../../model/shape/table.ts';
import type { Documents } from '../stream/documents.ts';
import { type ShownTable, shownTable } from '../stream/shown-table.ts';
import { unitsIn } from '../view/phase-columns.ts';
import type { Speech } from '../view/speech.ts';

export class ShownDocument {
  readonly channel: Channel;
  readonly document: ReadonlySignal<Document | null>;
  readonly shown: ShownTable;
  readonly #unit: Rsc;
  readonly #documents: Documents;
  readonly #endFollowing: () => void;

  constructor(channel: Channel, documents: Documents, speech: Speech) {
    this.channel = channel;
    this.#unit = channel.split('/')[0]!;
    this.#documents = documents;
    this.document = documents.of(channel);
    const unitHeader = (unit: string) => documents.of(`${unit}/RESULT`).value?.header ?? null;
    this.shown = shownTable(this.document, { speech, unitHeader });
    const patterns = computed(() => this.#patterns(this.document.value).join(' '));
    this.#endFollowing = effect(() => documents.followOnly(patterns.value.split(' ')));
  }

  /** Of the same unit: CURRENT, PLAY_BY_PLAY. */
  beside<Type extends DocumentType>(type: Type): DocumentOf<Type> | null {
    return this.#documents.typed(this.#unit, type);
  }

  get communications(): DocumentOf<'COMMUNICATION'> | null {
    return this.#documents.typed(disciplineRsc(this.#unit), 'COMMUNICATION');
  }

  end(): void {
    this.#endFollowing();
    this.shown.end();
  }

  #patterns(document: Document | null): readonly Channel[] {
    const { channel } = this;
    const unit = this.#unit;
    if (document === null) return [channel];
    return [
      channel,
      ...(isMatch(document) ? [`${unit}/CURRENT`, `${unit}/PLAY_BY_PLAY`] : []),
      ...unitsIn(document).map((each) => `${each}/RESULT`),
      `${disciplineRsc(unit)}/COMMUNICATION`,
    ];
  }
}
