import type { Broker, Stored } from '../broker/broker.ts';
import { originText } from '../model/fact.ts';
import type { Waiting } from './outbox.ts';

/** Under so many names a fact is tried at once. */
const NAMES_MOST = 16;

/**
 * Sends a fact until the broker has it. What the broker drops as a second copy can be another message under the same id: that of a stranger, of a second
 * program that speaks for the source, or what this one said before its outbox was put back. Ours goes under a name of its own then, and
 * engines decide in the open. Throws what the broker throws, and when strangers have taken all names.
 */
export async function storedAs(
  broker: Pick<Broker, 'publishFact' | 'factAt'>,
  { venue, source, unit, epoch, seq, data }: Waiting & { readonly venue: string; readonly source: string },
  warn: (line: string) => void,
): Promise<Stored> {
  const name = originText({ source, epoch, seq });
  for (let copies = 1; copies <= NAMES_MOST; copies += 1) {
    const messageId = copies === 1 ? name : `${name}:${copies}`;
    const stored = await broker.publishFact({
      venue,
      unit,
      messageId,
      contentType: 'application/json',
      data,
    });
    if (!stored.duplicate) return stored;
    const there = await broker.factAt(stored.streamSeq);
    if (
      there !== 'CUT' &&
      there?.venue === venue &&
      there.unit === unit &&
      Buffer.compare(there.data, data) === 0
    )
      return stored;
    warn(`under the name ${messageId} the broker has another message: this fact is sent under another name`);
  }
  throw new Error(`${name}: the broker has other messages under all its names`);
}
