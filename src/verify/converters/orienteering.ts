/** Orienteering in IOF XML, for verification: facts by the product's own importer, positions of the file to compare with. */
import { channelOf } from '../../model/document.ts';
import { importIof, type PublishedRace } from '../../venue/import/iof.ts';
import type { Conversion, Converter, OfficialList } from './conversion.ts';

export const orienteeringConverters: readonly Converter[] = [
  {
    name: 'IOF XML',
    recognises: (_path, head) => /<ResultList[\s>]/.test(head) && /iofVersion=|<IOFVersion/.test(head),
    convert: (path): Conversion => {
      const { name, facts, races, lines, report } = importIof({ path });
      const published = races.filter(({ rows }) => rows.some(({ position }) => position !== null));
      const unplaced = races.filter((race) => !published.includes(race));
      return {
        set: `Orienteering: ${name || 'without a name'}`,
        facts,
        lists: published.map(officialList),
        lines,
        leftOut: [
          ...report.results,
          ...unplaced.map(({ unit, rows }) => ({
            reason: `${unit}: no positions are published`,
            lines: rows.length,
          })),
        ],
      };
    },
  },
];

const officialList = ({ unit, rows }: PublishedRace): OfficialList => ({
  channel: channelOf({ type: 'RESULT', unit, subcode: null }),
  name: 'race',
  compare: ['rank', 'irm'],
  rows: rows.map(({ line, competitor, name, position, irm }) => ({
    lines: [line],
    competitor,
    name,
    rank: position,
    irm,
    qualificationMark: null,
  })),
});
