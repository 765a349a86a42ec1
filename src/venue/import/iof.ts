/**
 * Import of IOF lists of results, starts and entries, the exchange format of orienteering: `splitsecond import iof FILE`.
 * Each class is an event, each race of it a unit. Positions of the file are left out of the facts.
 */
import { formatRsc, type Rsc } from '../../model/rsc.ts';
import { Clocks } from './clocks.ts';
import type { FeedFact } from './feed-writer.ts';
import type { ImportFile } from './file-text.ts';
import type { ImportOptions } from './import-options.ts';
import { iofFacts, type Race } from './iof-feed.ts';
import { type IofList, readIof } from './iof-results.ts';
import type { IofStarter } from './iof-starters.ts';
import { irmOf } from './iof-values.ts';
import { OwnCodes } from './own-codes.ts';
import { ImportReport } from './report.ts';
import { Spool } from './spool.ts';

export interface IofImport {
  readonly name: string;
  readonly facts: Iterable<FeedFact>;
  readonly races: readonly PublishedRace[];
  /** Results that the file has. */
  readonly lines: number;
  /** What is left out and assumed; complete but for what the feed refuses, which is told as facts are taken. */
  readonly report: ImportReport;
}

/** The positions that the file publishes for one race of one class. */
export interface PublishedRace {
  readonly unit: Rsc;
  /** Made when they are asked for. */
  readonly rows: readonly {
    /** Number of the result in the file. */
    readonly line: number;
    readonly competitor: string;
    readonly name: string;
    readonly position: number | null;
    readonly irm: string | null;
  }[];
}

/** Throws an ImportError with a code (see `readIof`), and a RangeError for a time zone that there is not. */
export function importIof(file: ImportFile, { timeZone }: ImportOptions = {}): IofImport {
  const report = new ImportReport();
  const clocks = new Clocks(timeZone ?? null);
  const spool = new Spool();
  const list = readIof(file, clocks, report, spool);
  const races = racesOf(list);
  return {
    name: list.name,
    facts: iofFacts(list, races, { clocks, report, spool }),
    races: races.map(({ unit, starters }) => ({
      unit,
      get rows() {
        return [...starters].filter(({ number }) => number > 0).map(publishedRow);
      },
    })),
    lines: list.lines,
    report,
  };
}

const publishedRow = ({
  number,
  code,
  name,
  position,
  status,
}: IofStarter): PublishedRace['rows'][number] => ({
  line: number,
  competitor: code,
  name: name.team ?? [name.family, name.given].filter((part) => part !== undefined).join(' '),
  position,
  irm: irmOf(status.name),
});

/** Each race of a class is an event of its own where there are several: nothing here adds them up. */
function racesOf({ classes }: IofList): Race[] {
  const codes = new OwnCodes();
  return classes.flatMap(({ name, line, gender, races }, index) => {
    const several = races.length > 1;
    return races.map(({ number, starters }) => {
      const event = eventCode(name, several ? `R${number}` : '', `${index}|${number}`, codes);
      return {
        unit: formatRsc({
          discipline: 'ORI',
          gender,
          event,
          phase: 'FNL-',
          unit: unitCode(number),
        }),
        className: several ? `${name}, race ${number}` : name,
        line,
        starters,
      };
    });
  });
}

const unitCode = (race: number): string => `${String(race).padStart(4, '0')}00--`;

const EVENT_CODE_LENGTH = 18;

/** `Catégorie-3` -> `CATEGORIE3`, its second race `CATEGORIE3-R2`. Two classes of one code are told apart by a number. */
function eventCode(name: string, race: string, owner: string, codes: OwnCodes): string {
  const plain = name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const tail = race === '' ? '' : `-${race}`;
  const wished = `${(plain || 'CLASS').slice(0, EVENT_CODE_LENGTH - tail.length)}${tail}`;
  return codes.of(wished, owner, EVENT_CODE_LENGTH);
}
