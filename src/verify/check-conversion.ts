import type { WireFact } from '../ingest/wire.ts';
import { channelOf, type Document } from '../model/document.ts';
import { OfflineCompetition } from '../offline-competition.ts';
import { kindOf } from '../venue/recording.ts';
import { compareList, type FoundDifference, NOTHING, sumOf, type Tally } from './compare.ts';
import type { Conversion, OfficialList } from './converters/conversion.ts';

export interface Verdict {
  readonly tally: Tally;
  readonly facts: number;
  /** Of the facts; null where there are none. */
  readonly discipline: string | null;
  readonly differences: readonly FoundDifference[];
  /** What keeps the verdict from being one: facts that are refused, or that tell what is to be computed. */
  readonly errors: readonly string[];
}

/** Facts with which a converter could hand us the official answer. Who withdrew (`-`) is no answer: the next start list shows it. */
const isAnswer = ({ rankOverride, order, advance }: WireFact): boolean =>
  rankOverride !== undefined || order !== undefined || (advance !== undefined && advance.mark !== '-');

const ERRORS_SHOWN = 3;

/** Turns the facts into standings with the code of the live engine and holds them against the official lists. */
export function checkConversion(conversion: Conversion, onFact: () => void): Verdict {
  const { set, lists } = conversion;
  const competition = new OfflineCompetition();
  const complaints: string[] = [];
  let facts = 0;
  let discipline: string | null = null;
  for (const fact of conversion.facts as Iterable<WireFact>) {
    facts += 1;
    discipline ??= fact.unit?.slice(0, 3) ?? null;
    onFact();
    const complaint = complaintAbout(fact, competition);
    if (complaint !== null) complaints.push(complaint);
  }
  const leftOut = conversion.leftOut.reduce((sum, { lines }) => sum + lines, 0);
  const lost = conversion.lines - leftOut - new Set(lists.flatMap(linesOf)).size;
  if (lost !== 0) complaints.push(`${lost} rows of the source are neither compared nor left out`);
  const documents = new Map<string, Document>();
  for (const document of competition.documents()) documents.set(channelOf(document.header), document);
  let tally: Tally = { ...NOTHING, rows: leftOut, leftOut };
  const differences: FoundDifference[] = [];
  for (const list of lists) {
    const outcome = compareList(set, list, documents.get(list.channel) ?? null);
    tally = sumOf(tally, outcome.tally);
    differences.push(...outcome.differences);
  }
  return { tally, facts, discipline, differences, errors: shortened(complaints) };
}

const linesOf = ({ rows }: OfficialList): readonly number[] => rows.flatMap(({ lines }) => lines);

function complaintAbout(fact: WireFact, competition: OfflineCompetition): string | null {
  const kind = kindOf(fact);
  const where = `${fact.unit ?? 'no unit'} ${fact.source}:${fact.seq} ${kind}`;
  if (isAnswer(fact)) return `${where}: a converter may not give the answer`;
  const complaint = competition.takeWire(fact);
  return complaint === null ? null : `${where}: ${complaint.code} ${complaint.message}`;
}

const shortened = (complaints: readonly string[]): string[] =>
  complaints.length <= ERRORS_SHOWN
    ? [...complaints]
    : [...complaints.slice(0, ERRORS_SHOWN), `... ${complaints.length} facts refused in all`];
