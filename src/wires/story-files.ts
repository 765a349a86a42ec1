/** Every story in every form that has a place for it, and an index of them: what an agency keeps of a competition. */
import { createHash } from 'node:crypto';
import {
  firstDispatch,
  STORY_TYPES,
  type Story,
  storyTypeOf,
  type WireSettings,
} from '../encode/wire/dispatch.ts';
import { FORM_NAMES, FORMS } from '../encode/wire/forms.ts';
import { channelOf, type Document } from '../model/document.ts';
import { fileNameOf } from './letters.ts';
import { cancelledIn, storiesOf } from './sights.ts';
import { isNews } from './telling.ts';

export interface StoryFile {
  /** `sportsml/ATHM100M--------------FNL-000100--.RESULT.xml`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const INDEX = 'index.json';

/** What a recipient gets that wants all there is. */
const EVERYTHING = {
  types: STORY_TYPES,
  disciplines: null,
  from: 'LIVE',
  corrections: true,
  test: false,
} as const;

/** The index comes last. Of the same documents, in whichever order, the same files. */
export function* storyFiles(documents: readonly Document[], settings: WireSettings): Generator<StoryFile> {
  const stories: object[] = [];
  for (const [story, document] of [...toldIn(documents)].sort(byStory)) {
    const { header, epoch, version, hash } = document;
    const dispatch = firstDispatch(document, story);
    const files: object[] = [];
    for (const form of FORM_NAMES) {
      if (!FORMS[form].has(storyTypeOf(story))) continue;
      const bytes = FORMS[form].bytes(dispatch, settings);
      const path = `${form}/${fileNameOf(story)}.${FORMS[form].ending}`;
      files.push({ path, contentType: FORMS[form].contentType, sha256: sha256Of(bytes) });
      yield { path, bytes };
    }
    stories.push({ story, status: header.status, epoch, version, hash, files });
  }
  yield { path: INDEX, bytes: Buffer.from(`${JSON.stringify({ stories }, null, 1)}\n`) };
}

/** By story the document that it is told from: of a result that has gone on from its start list both. */
function toldIn(documents: readonly Document[]): Map<Story, Document> {
  const cancelled = new Set(documents.flatMap((document) => [...cancelledIn(document)]));
  const told = new Map<Story, Document>();
  for (const document of documents) {
    const sight = { document, isCancelled: cancelled.has(document.header.unit) };
    for (const story of storiesOf(channelOf(document.header), EVERYTHING))
      if (isNews(story, sight, EVERYTHING)) told.set(story, document);
  }
  return told;
}

const byStory = ([one]: [Story, unknown], [other]: [Story, unknown]): number => (one < other ? -1 : 1);

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
