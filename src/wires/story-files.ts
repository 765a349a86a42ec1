/** Every story in every form that has a place for it, and an index of them: what an agency keeps of a competition. */
import { createHash } from 'node:crypto';
import { firstDispatch, type WireSettings } from '../encode/wire/dispatch.ts';
import { FORM_NAMES, FORMS } from '../encode/wire/forms.ts';
import type { Document } from '../model/document.ts';
import { fileNameOf } from './letters.ts';

export interface StoryFile {
  /** `sportsml/ATHM100M--------------FNL-000100--.RESULT.xml`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const INDEX = 'index.json';

/** The index comes last. Rehearsals are left out; of the same documents the same files. */
export function* storyFiles(documents: Iterable<Document>, settings: WireSettings): Generator<StoryFile> {
  const stories: object[] = [];
  for (const document of documents) {
    const { header, epoch, version, hash } = document;
    if (header.test) continue;
    const dispatch = firstDispatch(document);
    const files: object[] = [];
    for (const form of FORM_NAMES) {
      if (!FORMS[form].has(header.type)) continue;
      const bytes = FORMS[form].bytes(dispatch, settings);
      const path = `${form}/${fileNameOf(dispatch.story)}.${FORMS[form].ending}`;
      files.push({ path, contentType: FORMS[form].contentType, sha256: sha256Of(bytes) });
      yield { path, bytes };
    }
    stories.push({ story: dispatch.story, status: header.status, epoch, version, hash, files });
  }
  yield { path: INDEX, bytes: Buffer.from(`${JSON.stringify({ stories }, null, 1)}\n`) };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
