/** The document that the public page shows, with what stands beside it: a match and its story, a phase and its heats. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { isMatch } from '../../client/match.ts';
import { type Channel, type Document, isOfType } from '../../model/document.ts';
import { disciplineOf, formatRsc } from '../../model/rsc.ts';
import type { Documents } from '../stream/documents.ts';
import { TableStore } from '../stream/table-store.ts';
import { type ChangedRows, changedRows } from '../view/changed-rows.ts';
import { labelled } from '../view/column-labels.ts';
import { phaseColumns, unitsIn } from '../view/phase-columns.ts';
import type { Speech } from '../view/speech.ts';
import { NEWS_MS, type TableLines, tableLines } from '../view/table-lines.ts';

export class ShownDocument {
  readonly channel: Channel;
  readonly document: ReadonlySignal<Document | null>;
  readonly table = new TableStore();
  readonly changed: Signal<ChangedRows> = signal(new Map());
  readonly #documents: Documents;
  readonly #speech: Speech;
  readonly #renewed = signal(0);
  readonly #ends: (() => void)[] = [];

  constructor(channel: Channel, documents: Documents, speech: Speech) {
    this.channel = channel;
    this.#documents = documents;
    this.#speech = speech;
    this.document = documents.of(channel);
    const patterns = computed(() => this.#patterns(this.document.value).join(' '));
    this.#ends.push(
      effect(() => documents.followOnly(patterns.value.split(' '))),
      this.#keepLines(),
      this.#keepChanged(),
    );
  }

  /** Of the same unit: CURRENT, PLAY_BY_PLAY. */
  beside<Type extends Document['header']['type']>(type: Type) {
    const found = this.#documents.of(besideOf(this.channel, type)).value;
    return found !== null && isOfType(found, type) ? found : null;
  }

  get communications() {
    const found = this.#documents.of(communicationsOf(this.channel)).value;
    return found !== null && isOfType(found, 'COMMUNICATION') ? found : null;
  }

  end(): void {
    for (const end of this.#ends) end();
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

  #keepLines(): () => void {
    let lines: TableLines | null = null;
    return effect(() => {
      const shown = this.document.value;
      this.#renewed.value;
      if (shown === null || isDrawn(shown)) return;
      const { header, rows } = shown;
      const columns = labelled(header.columns, rows, this.#speech.said);
      const unitHeader = (unit: string) => this.#documents.of(`${unit}/RESULT`).value?.header ?? null;
      const added = phaseColumns(shown, unitHeader, this.#speech);
      const words = this.#speech.words(header.unit);
      lines = tableLines({ header: { ...header, columns }, rows }, words, lines, Date.now(), added);
      this.table.show(lines, () => this.#renew());
    });
  }

  #keepChanged(): () => void {
    let before: Document | null = null;
    return effect(() => {
      const after = this.document.value;
      this.#renewed.value;
      if (after === null || !isDrawn(after)) return;
      this.changed.value = changedRows(before, after, this.changed.peek(), Date.now());
      before = after;
      if (this.changed.peek().size > 0) setTimeout(() => this.#renew(), NEWS_MS);
    });
  }

  #renew(): void {
    this.#renewed.value += 1;
  }
}

/** A bracket and a match are drawn; everything else is a table. */
export const isDrawn = (document: Document): boolean =>
  (document.header.type === 'BRACKETS' && document.rows.length > 0) || isMatch(document);

const besideOf = (channel: Channel, type: string): Channel => `${channel.split('/')[0]}/${type}`;

const communicationsOf = (channel: Channel): Channel =>
  `${formatRsc({ discipline: disciplineOf(channel) })}/COMMUNICATION`;
