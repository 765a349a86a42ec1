/**
 * Swimming meets in LENEX, for verification: facts by the product's own importer, and the places
 * that the file publishes for comparison.
 */
import { type Channel, channelOf } from '../../model/document.ts';
import { importLenex, type PublishedRound } from '../../venue/import/lenex.ts';
import type { Conversion, Converter, OfficialList } from './conversion.ts';

export const swimmingConverters: readonly Converter[] = [
  {
    name: 'LENEX',
    recognises: (_path, head) => /<LENEX[\s>]/.test(head),
    convert: (path): Conversion => {
      const { name, facts, rounds, lines, report } = importLenex({ path });
      return {
        set: `Swimming: ${name}`,
        facts,
        lists: rounds.map(officialList),
        lines,
        leftOut: report.results,
      };
    },
  },
];

function officialList(round: PublishedRound): OfficialList {
  return {
    channel: channelOfRound(round),
    name: round.swimOff ? 'swim-off' : 'round',
    compare: ['rank', 'irm'],
    rows: round.rows.map(({ line, competitor, name, place, irm }) => ({
      lines: [line],
      competitor,
      name,
      rank: place,
      irm,
      qualificationMark: null,
    })),
  };
}

/** Places count over the whole round: the phase's list, or the race where it is the only one. */
function channelOfRound({ phase, units, swimOff }: PublishedRound): Channel {
  const single = swimOff || (phase.slice(22, 26) === 'FNL-' && units.length === 1);
  return single
    ? channelOf({ type: 'RESULT', unit: units[0]!, subcode: null })
    : channelOf({ type: 'PHASE_RESULT', unit: phase, subcode: null });
}
