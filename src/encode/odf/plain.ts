/**
 * A message without what is ours: for a consumer that wants ODF's structure and nothing beside it. All extras are quadruples of
 * Type `SS`, wherever they stand, so taking them out needs to know nothing of the type of the message. What is left cannot be
 * proven (no hash) and says no position: the line before it in the stream does.
 */
import { OWN } from './quadruple.ts';

/** Attribute values hold no `<` or `>`, so an element ends where it seems to. */
const EXTRA = new RegExp(`<(\\w+) Type="${OWN}"[^>]*?(?:/>|>.*?</\\1>)`, 'gs');
const EMPTY_CONTAINER = /<(\w+)><\/\1>/g;

export const withoutExtras = (xml: string): string => xml.replace(EXTRA, '').replace(EMPTY_CONTAINER, '');
