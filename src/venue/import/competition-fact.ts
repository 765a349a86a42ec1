/** What a file says of the competition itself. */
import type { Instant } from '../../model/fact.ts';
import { formatRsc } from '../../model/rsc.ts';
import type { Clocks } from './clocks.ts';
import type { Said } from './feed-writer.ts';
import type { Organisations } from './organisations.ts';
import type { ImportReport } from './report.ts';
import { lineText } from './texts.ts';

export interface ImportedCompetition {
  readonly discipline: string;
  readonly name: string;
  readonly clocks: Clocks;
  readonly organisations: Organisations;
  /** Of the clocks at the venue, where the file says it and not the clocks: `+02:00`. */
  readonly utcOffset: string | null;
}

/** Of its discipline, before all other facts: `at` is the moment of the first. */
export function competitionFact(competition: ImportedCompetition, at: Instant, report: ImportReport): Said {
  const { discipline, name, clocks, organisations } = competition;
  const { zone } = clocks;
  const utcOffset = zone === null ? competition.utcOffset : clocks.offsetText(at);
  const named = organisations.named(report);
  return {
    at,
    unit: formatRsc({ discipline }),
    said: {
      competition: {
        code: competitionCode(name, at),
        ...(name === '' ? {} : { names: { en: lineText(name) } }),
        ...(zone === null ? {} : { timeZone: zone }),
        ...(utcOffset === null ? {} : { utcOffset }),
        ...(named.length === 0 ? {} : { organisations: named }),
      },
    },
  };
}

/** `Test & Trial` in 2024 -> `TESTTRIAL2024`. */
function competitionCode(name: string, at: Instant): string {
  const plain = name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 14);
  return `${plain || 'IMPORT'}${new Date(at / 1000).getUTCFullYear()}`;
}
