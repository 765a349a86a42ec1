/** What the public page knows: the list of documents, the one that is chosen, the connection. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { capitalised } from '../../client/cells.ts';
import { unitTitle } from '../../model/title.ts';
import { documentList } from '../stream/document-list.ts';
import { Documents } from '../stream/documents.ts';
import { type Feed, openFeed } from '../stream/feed.ts';
import { grouped, isMoving, isStated, type Listed, type ListGroup } from '../view/document-list.ts';
import { namesIn, partName, type Speech } from '../view/speech.ts';
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
  const groups = computed(() => groupsOf(listed.value ?? [], filter.value, speech));
  const shown = signal<ShownDocument | null>(null);
  const choose = (channel: string): void => {
    if (shown.peek()?.channel === channel) return;
    shown.peek()?.end();
    shown.value = new ShownDocument(channel, documents, speech);
  };
  const chooseFromAddress = (): void => {
    const channel = decodeURIComponent(location.hash.slice(1));
    if (channel !== '' && channel !== 'standings') choose(channel);
  };
  addEventListener('hashchange', chooseFromAddress);
  chooseFromAddress();
  effect(() => {
    const first = groups.value[0]?.documents[0];
    if (shown.peek() === null && first !== undefined) choose(first.channel);
  });
  return { speech, feed, listed, filter, groups, shown };
}

function groupsOf(listed: readonly Listed[], filter: string, speech: Speech): readonly ListGroup[] {
  const wanted = filter.trim().toLowerCase().split(/\s+/);
  const found = listed.filter((one) => {
    const { title, small, status } = listLine(one, speech);
    const text = `${one.channel} ${title} ${small} ${kindOf(one, speech)} ${status}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return grouped(found, speech.said.liveNow, (one) => namesIn(speech, one).discipline);
}

const kindOf = ({ type }: Listed, speech: Speech): string => speech.word('documents', type);

/** A line of the list, ready to show; `status` empty where there is none. */
export function listLine(one: Listed, speech: Speech): { title: string; small: string; status: string } {
  const names = namesIn(speech, one);
  const kind = kindOf(one, speech);
  const small = [
    isMoving(one) || names.event === undefined ? names.discipline : '',
    names.event === undefined || one.type === 'RESULT' ? '' : kind,
    partName(speech, one.unit, one.subcode),
  ];
  return {
    title: names.event === undefined ? capitalised(kind) : unitTitle(names),
    small: small.filter(Boolean).join(' · '),
    status: isStated(one.type) ? speech.word('resultStatuses', one.status) : '',
  };
}
