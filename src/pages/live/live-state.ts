/** What the public page knows: the list of documents, the one that is chosen, the connection. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { parseChannel } from '../../model/document.ts';
import { documentList } from '../stream/document-list.ts';
import { Documents } from '../stream/documents.ts';
import { type Feed, openFeed } from '../stream/feed.ts';
import { grouped, type Listed, type ListGroup } from '../view/document-list.ts';
import { found } from '../view/document-search.ts';
import { namesIn, type Speech } from '../view/speech.ts';
import { ShownDocument } from './shown-document.ts';

export interface LiveState {
  readonly speech: Speech;
  readonly feed: Feed;
  /** Null until the edge has answered. */
  readonly listed: ReadonlySignal<readonly Listed[] | null>;
  /** Words of a search. */
  readonly filter: Signal<string>;
  readonly groups: ReadonlySignal<readonly ListGroup[]>;
  readonly shown: ReadonlySignal<ShownDocument | null>;
}

export function liveState(speech: Speech): LiveState {
  const feed = openFeed();
  const documents = new Documents(feed.subscriber);
  const listed = documentList();
  const filter = signal('');
  const groups = computed(() => {
    const shown = found(listed.value ?? [], filter.value, speech);
    return grouped(shown, speech.said.liveNow, (one) => namesIn(speech, one).discipline);
  });
  const shown = signal<ShownDocument | null>(null);
  const choose = (channel: string): void => {
    if (shown.peek()?.channel === channel) return;
    shown.peek()?.end();
    shown.value = new ShownDocument(channel, documents, speech);
  };
  const chooseFromAddress = (): void => {
    const channel = location.hash.slice(1).replaceAll(/%2f/gi, '/');
    if (parseChannel(channel) !== null) choose(channel);
  };
  addEventListener('hashchange', chooseFromAddress);
  chooseFromAddress();
  effect(() => {
    const first = groups.value[0]?.documents[0];
    if (shown.peek() === null && first !== undefined) choose(first.channel);
  });
  return { speech, feed, listed, filter, groups, shown };
}
