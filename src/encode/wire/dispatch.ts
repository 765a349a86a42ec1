/** What a media wire is sent, before it has a form. */
import { channelOf, DOCUMENT_TYPES, type Document } from '../../model/document.ts';
import { AGATE, type AgateSettings } from './agate-settings.ts';
import { ROWS, type RowsSettings } from './rows-settings.ts';

export const DISPATCH_KINDS = ['FIRST', 'UPDATE', 'CORRECTION', 'WITHHELD', 'KILLED'] as const;
/**
 * `FIRST` and `UPDATE` say more than before; a `CORRECTION` says otherwise. `WITHHELD`: what was sent may not be used until a further
 * number comes; `KILLED`: it never was.
 */
export type DispatchKind = (typeof DISPATCH_KINDS)[number];

/** Start lists are a story of their own: one that goes on as a result is not withdrawn by that. */
export const START_LIST = 'START_LIST';
export const STORY_TYPES = [START_LIST, ...DOCUMENT_TYPES] as const;
export type StoryType = (typeof STORY_TYPES)[number];

/** What a recipient gets numbers of: `<RSC>/<TYPE>[/<SUBCODE>]`, with `START_LIST` for the list before a result. */
export type Story = string;

export const storyOf = (unit: string, type: StoryType, subcode: string | null): Story =>
  subcode === null ? `${unit}/${type}` : `${unit}/${type}/${subcode}`;

export const storyTypeOf = (story: Story): StoryType => story.split('/')[1] as StoryType;

export const isStartList = (story: Story): boolean => storyTypeOf(story) === START_LIST;

/** The channel that a story is told from. */
export const channelOfStory = (story: Story): string =>
  isStartList(story) ? story.replace(`/${START_LIST}`, '/RESULT') : story;

/** Somebody of whom something else is said than before; null: nothing was, or is not any more. */
export interface Change {
  readonly key: string;
  readonly name: string;
  readonly was: string | null;
  readonly is: string | null;
}

/** One version of a document as it goes to one recipient. The same one always has the same bytes. */
export interface Dispatch {
  readonly story: Story;
  /** 1, 2 ... of this story for this recipient: it goes on whatever happens to versions and epochs. */
  readonly number: number;
  readonly kind: DispatchKind;
  readonly document: Document;
  /** Of a correction: what was wrong, against whatever the recipient may have. */
  readonly changes: readonly Change[];
  /** Of how many more something else is said: a list of thousands can move. */
  readonly furtherChanges: number;
  /** Why, as the venue gave it; often nothing is given. */
  readonly reasons: readonly string[];
}

/** As a wire has it that was sent nothing before. */
export function firstDispatch(document: Document, story: Story = channelOf(document.header)): Dispatch {
  return { story, number: 1, kind: 'FIRST', document, changes: [], furtherChanges: 0, reasons: [] };
}

export const isWithdrawn = ({ kind }: Pick<Dispatch, 'kind'>): boolean =>
  kind === 'WITHHELD' || kind === 'KILLED';

/** What NewsML and NITF call it: a kill is `canceled`, what may not be used for now is `withheld`. */
export const PUBLICATION: Readonly<Record<DispatchKind, string>> = {
  FIRST: 'usable',
  UPDATE: 'usable',
  CORRECTION: 'usable',
  WITHHELD: 'withheld',
  KILLED: 'canceled',
};

/** How a recipient wants things said. */
export interface WireSettings {
  /** Of words and names: `en`, `fr`. */
  readonly language: string;
  readonly provider: { readonly name: string; readonly uri: string };
  /** Goes before the story in the identity of an item: a tag URI (RFC 4151), `tag:results.example,2024:`. */
  readonly idPrefix: string;
  /** Media topics of IPTC by discipline, `{ "ATH": "medtop:20000827" }`; otherwise it is sport. */
  readonly subjects: Readonly<Record<string, string>>;
  readonly agate: AgateSettings;
  readonly rows: RowsSettings;
}

/** The identity of an item: the same through all numbers, and for every recipient. */
export const guidOf = ({ story, document }: Dispatch, { idPrefix }: WireSettings): string =>
  `${idPrefix}${encodeURIComponent(document.header.competition?.code ?? 'SPLITSECOND')}:${encodeURIComponent(story)}`;

/** What holds where nobody says otherwise: a provider that is none. */
export const DEFAULT_SETTINGS: WireSettings = {
  language: 'en',
  provider: { name: 'Splitsecond', uri: 'https://splitsecond.example/' },
  idPrefix: 'tag:splitsecond.example,2024:',
  subjects: {},
  agate: AGATE,
  rows: ROWS,
};
