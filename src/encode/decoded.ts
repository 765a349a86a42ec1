import type { Delta } from '../model/delta.ts';
import type { Channel, Document } from '../model/document.ts';

/** What a data frame says. */
export type Decoded =
  | { readonly document: Document }
  | { readonly delta: Delta; readonly channel: Channel; readonly epoch: string };
