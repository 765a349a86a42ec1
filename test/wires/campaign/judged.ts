/** What is wrong with what a recipient got of one story, held against the newest that was published. */
import type { Document } from '../../../src/model/document.ts';
import type { Received } from '../desk-server.ts';
import { type Got, gotIn } from './pickup.ts';

export const isOf = ({ header }: Document, { dispatch }: Got): boolean =>
  dispatch.story === `${header.unit}/RESULT`;

/** Whether it has what holds now. */
export function isTold(got: readonly Got[], newest: Document): boolean {
  const last = got.filter((each) => isOf(newest, each)).at(-1);
  if (newest.header.status === 'OFFICIAL') return last?.document?.hash === newest.hash;
  return last === undefined || last.dispatch.kind === 'WITHHELD';
}

export function complaintsOf(got: readonly Got[], newest: Document): string[] {
  const complaints: string[] = [];
  const own = got.filter((each) => isOf(newest, each));
  for (const [index, { dispatch, document }] of own.entries()) {
    if (document !== null && document.status !== 'OFFICIAL')
      complaints.push(`number ${dispatch.number} is not official`);
    const before = own[index - 1];
    if (before === undefined) continue;
    if (dispatch.number <= before.dispatch.number)
      complaints.push(`number ${dispatch.number} came behind ${before.dispatch.number}`);
    if (document === null || before.document === null) continue;
    const isOther = resultsOf(document) !== resultsOf(before.document);
    if (isOther && dispatch.kind !== 'CORRECTION')
      complaints.push(`number ${dispatch.number} replaces a result and is no correction`);
  }
  return isTold(own, newest) ? complaints : [...complaints, 'the newest did not come'];
}

const resultsOf = ({ rows }: NonNullable<Got['document']>): string =>
  JSON.stringify(rows.map(({ competitor, result, irm }) => [competitor, result, irm]));

/** Each key once, in the order in which they came first; a repeat with other bytes is a complaint. */
export function withoutRepeats(received: readonly Received[]): {
  got: Got[];
  repeats: number;
  complaints: string[];
} {
  const bodies = new Map<string, Buffer>();
  const complaints: string[] = [];
  for (const { headers, body } of received) {
    const key = String(headers['webhook-id']);
    const before = bodies.get(key);
    if (before === undefined) bodies.set(key, body);
    else if (!before.equals(body)) complaints.push(`${key} came again with other bytes`);
  }
  return { got: [...bodies.values()].map(gotIn), repeats: received.length - bodies.size, complaints };
}
