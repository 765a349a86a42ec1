/** Orienteering in IOF XML, for verification: facts by the product's own importer, positions of the file to compare with. */
import { channelOf } from '../../model/document.ts';
import { importIofFile, type PublishedRace } from '../../venue/import/iof.ts';
import type { Conversion, Converter, OfficialList } from './conversion.ts';

export const orienteeringConverters: readonly Converter[] = [
  {
    name: 'IOF XML',
    recognises: (_path, head) => /<ResultList[\s>]/.test(head) && /iofVersion=|<IOFVersion/.test(head),
    convert: (path): Conversion => {
      const { name, facts, races, skipped } = importIofFile(path);
      const published = races.filter(({ rows }) => rows.some(({ position }) => position !== null));
      const unplaced = races.length - published.length;
      return {
        set: `Orienteering: ${name || 'without a name'}`,
        facts,
        lists: published.map(officialList),
        skipped: unplaced === 0 ? skipped : [...skipped, `${unplaced} races without published positions`],
      };
    },
  },
];

const officialList = ({ unit, rows }: PublishedRace): OfficialList => ({
  channel: channelOf({ type: 'RESULT', unit, subcode: null }),
  name: 'race',
  compare: ['rank', 'irm'],
  rows: rows.map(({ competitor, name, position, irm }) => ({
    competitor,
    name,
    rank: position,
    irm,
    qualificationMark: null,
  })),
});
