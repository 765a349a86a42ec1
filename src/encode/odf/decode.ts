import type { Document } from '../../model/document.ts';
import { DecodeError } from '../decode-error.ts';

export function decodeOdfFrame(_text: string): Document {
  throw new DecodeError('not yet');
}
export const decodeOdfDocument = decodeOdfFrame;
