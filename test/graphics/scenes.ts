/** What is at hand when a graphic is painted, made of documents as the core makes them. */
import { heardClock } from '../../src/client/running-clock.ts';
import { channelNear } from '../../src/graphics/near.ts';
import type { Scene } from '../../src/graphics/scene.ts';
import { type Said, type Told, toldFrom } from '../../src/graphics/told.ts';
import { channelOf, type Document, isOfType } from '../../src/model/document.ts';
import { disciplineOf, type Rsc } from '../../src/model/rsc.ts';
import type { DocumentType } from '../../src/model/shape/table.ts';
import { wordsIn } from '../../src/sports.ts';
import { Feed } from '../support/feed.ts';

export const told = (said: Said = {}): Told => toldFrom(said);

/** A recorded case of a sport: `athletics/cases/c007-100m-thousandths`. */
export const feedOf = (name: string): Feed =>
  Feed.of(new URL(`../../sports/${name}/feed.ndjson`, import.meta.url));

/** About the document of that unit and type; the others of the feed stand beside it. */
export const sceneOf = (feed: Feed, type: DocumentType, unit: string, said: Said = {}): Scene =>
  sceneAbout(feed.document(type, unit), [...feed.documents()], said);

export function sceneAbout(main: Document, others: readonly Document[] = [], said: Said = {}): Scene {
  const { unit } = main.header;
  const beside: Scene['beside'] = (type) => {
    const found = others.find(({ header }) => channelOf(header) === channelNear(unit as Rsc, type));
    return found !== undefined && isOfType(found, type) ? found : null;
  };
  return {
    main,
    beside,
    words: wordsIn(disciplineOf(unit), told(said).language) ?? undefined,
    clock: heardClock(null, beside('CURRENT')?.header.now ?? {}, 0),
  };
}
