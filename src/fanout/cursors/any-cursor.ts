import type { EveryCursor } from './every-cursor.ts';
import type { LiveCursor } from './live-cursor.ts';

/** In mode `live` or `every`. */
export type AnyCursor = LiveCursor | EveryCursor;
