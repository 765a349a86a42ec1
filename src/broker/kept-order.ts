import { isNewerEpoch } from '../model/epoch.ts';
import type { KeptDocument } from './broker.ts';

/** What says which of two kept documents is the later one. */
export type KeptOrder = Pick<KeptDocument, 'epoch' | 'streamSeq'>;

/** Of two epochs side by side (an upgrade) the newer one's document is kept, wherever it stands in the stream. */
export const isLaterKept = (one: KeptOrder, than: KeptOrder): boolean =>
  one.epoch === than.epoch ? one.streamSeq > than.streamSeq : isNewerEpoch(one.epoch, than.epoch);
