/** The document that the public page shows, with what stands beside it: a match and its story, a phase and its heats. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { isMatch } from '../../client/match.ts';
import { type Channel, type Document, type DocumentOf, isOfType } from '../../model/document.ts';
import { disciplineOf, formatRsc } from '../../model/rsc.ts';
import type { DocumentType } from '../../model/shape/table.ts';
import type { Documents } from '../stream/documents.ts';
import { type ShownTable, shownTable } from '../stream/shown-table.ts';
import { unitsIn } from '../view/phase-columns.ts';
import type { Speech } from '../view/speech.ts';

export class ShownDocument {
  readonly channel: Channel;
  readonly document: ReadonlySignal<Document | null>;
  readonly shown: ShownTable;
  readonly #documents: Documents;
  readonly #endFollowing: () => void;

  constructor(channel: Channel, documents: Documents, speech: Speech) {
    this.channel = channel;
    this.#documents = documents;
    this.document = documents.of(channel);
    const unitHeader = (unit: string) => documents.of(`${unit}/RESULT`).value?.header ?? null;
    this.shown = shownTable(this.document, { speech, unitHeader });
    const patterns = computed(() => this.#patterns(this.document.value).join(' '));
    this.#endFollowing = effect(() => documents.followOnly(patterns.value.split(' ')));
  }

  /** Of the same unit: CURRENT, PLAY_BY_PLAY. */
  beside<Type extends DocumentType>(type: Type): DocumentOf<Type> | null {
    return this.#found(besideOf(this.channel, type), type);
  }

  get communications(): DocumentOf<'COMMUNICATION'> | null {
    return this.#found(communicationsOf(this.channel), 'COMMUNICATION');
  }

  end(): void {
    this.#endFollowing();
    this.shown.end();
  }

  #found<Type extends DocumentType>(channel: Channel, type: Type): DocumentOf<Type> | null {
    const found = this.#documents.of(channel).value;
    return found !== null && isOfType(found, type) ? found : null;
  }

  #patterns(document: Document | null): readonly Channel[] {
    const { channel } = this;
    if (document === null) return [channel];
    return [
      channel,
      ...(isMatch(document) ? [besideOf(channel, 'CURRENT'), besideOf(channel, 'PLAY_BY_PLAY')] : []),
      ...unitsIn(document).map((unit) => `${unit}/RESULT`),
      communicationsOf(channel),
    ];
  }
}

const besideOf = (channel: Channel, type: string): Channel => `${channel.split('/')[0]}/${type}`;

const communicationsOf = (channel: Channel): Channel =>
  `${formatRsc({ discipline: disciplineOf(channel) })}/COMMUNICATION`;
