import { isMatch } from '../../client/match.ts';
import type { Document } from '../../model/document.ts';

/** A bracket and a match are drawn; everything else is a table. */
export const isDrawn = (document: Document): boolean =>
  (document.header.type === 'BRACKETS' && document.rows.length > 0) || isMatch(document);
