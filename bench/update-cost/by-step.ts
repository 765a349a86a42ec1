/** One fact, step by step: fold, rank and document, then the update in each form, beside what libraries take for the same. */
import { XMLBuilder } from 'fast-xml-parser';
import { encoderOf } from '../../src/encode/format.ts';
import { channelOf, type Document } from '../../src/model/document.ts';
import type { Fact } from '../../src/model/fact.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import type { Version } from '../../src/versions/versioned.ts';
import { massRace } from '../support/mass-race.ts';
import { Times } from './times.ts';

const EPOCH = 'bench';
export const FOLD = 'fold, rank, document';
/** The builder takes minutes for a long list. */
const BUILT_MOST_ROWS = 1_000;

/** What each step takes in a race with so many rows, by the name of the step. */
export function bySteps(rows: number, updates: number): ReadonlyMap<string, Times> {
  const race = massRace(rows, updates);
  const competition = new Competition({ epoch: EPOCH, sports: SPORTS });
  for (const fact of race.opening) competition.take(fact);
  const spent = new Map<string, Times>();
  const clock = <T>(step: string, work: () => T): T => {
    const times = spent.get(step) ?? new Times();
    spent.set(step, times);
    return times.of(work);
  };
  const [json, protobuf, odf] = [encoderOf('json'), encoderOf('protobuf'), encoderOf('odf')];
  const builder = new XMLBuilder({ ignoreAttributes: false });
  const everyNth = rows > BUILT_MOST_ROWS ? 50 : 5;
  let last: Version | undefined;
  for (const [index, passing] of race.passings.entries()) {
    const { versions } = clock(FOLD, () => competition.take(passing));
    const version = versions.find(({ document }) => document.header.type === 'RESULT');
    if (version?.delta == null) continue;
    last = version;
    const { document, delta } = version;
    const channel = channelOf(document.header);
    clock('delta json', () => json.deltaFrame(channel, EPOCH, delta));
    clock('delta protobuf', () => protobuf.deltaFrame(channel, EPOCH, delta));
    if (index % everyNth !== 0) continue;
    clock('whole json', () => json.whole(document));
    clock('whole protobuf', () => protobuf.whole(document));
    clock('whole xml', () => odf.whole(document));
    clock('JSON.stringify', () => JSON.stringify(plain(document)));
    if (rows <= BUILT_MOST_ROWS) clock('XML builder', () => builder.build({ OdfBody: plain(document) }));
  }
  check(last!.document, race.opening, race.passings);
  return spent;
}

/** The document as plain objects, as one would hand it to a library. */
const plain = ({ header, rows, version, hash }: Document): object => ({
  ...header,
  version,
  hash,
  rows: rows.map(({ identity, mark, place }, index) => ({
    ...identity,
    ...mark,
    ...place,
    sortOrder: index + 1,
  })),
});

/** The same facts from the last to the first must give the same document. */
function check(document: Document, opening: readonly Fact[], passings: readonly Fact[]): void {
  const again = new Competition({ epoch: EPOCH, sports: SPORTS });
  const few = passings.length * document.rows.length > 1_000_000;
  for (const fact of [...(few ? passings : passings.toReversed()), ...opening]) again.take(fact);
  const other = again.documents.get(channelOf(document.header))?.current;
  if (other?.hash !== document.hash)
    throw new Error(`from scratch the document is another one: ${other?.hash} instead of ${document.hash}`);
}
