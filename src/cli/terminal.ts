/**
 * Where words for a person leave. What they are made of came from venues, files and other servers, and a terminal obeys what
 * stands in it: characters that move the cursor, colour or turn round what is read are shown as JSON would write them.
 */

/** Controls but line end and tabulator, half characters, other line ends, and what changes the direction of reading. */
const OBEYED = /[^\P{Cc}\n\t]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const BREAKING = /[\n\t]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text with nothing in it that a terminal obeys, but line ends and tabulators. Of a line of JSON: the same in JSON. */
export const harmless = (text: string): string => text.replace(OBEYED, escaped);

/** The same without line ends and tabulators: a cell of a table. */
export const harmlessInLine = (text: string): string => harmless(text).replace(BREAKING, escaped);

/** On stdout: what was asked for. */
export const print = (text: string): boolean => process.stdout.write(harmless(text));

/** On stderr: what there is to say about it. */
export const say = (text: string): boolean => process.stderr.write(harmless(text));
