import { isUtf8 } from 'node:buffer';
import type { Limits } from './limits.ts';
import { type Rejection, rejection } from './rejection.ts';

/** What the JSON text in the bytes says; nothing in it is checked yet. */
export function readJson(data: Uint8Array, limits: Limits): { value: unknown } | Rejection {
  if (!isUtf8(data)) return rejection('NOT_UTF8', 'the bytes are not UTF-8');
  if (isDeeper(data, limits.depth)) return rejection('TOO_DEEP', `nested deeper than ${limits.depth} levels`);
  const text = withoutMark(Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('utf8'));
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return notJson(text, error as SyntaxError);
  }
}

/** Some editors open a file with a byte order mark, which a reader may pass over (RFC 8259, section 8.1). */
const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function notJson(text: string, error: SyntaxError): Rejection {
  if (/<!DOCTYPE/i.test(text.slice(0, 4096)))
    return rejection('DOCTYPE_REFUSED', 'XML with a DOCTYPE is never read');
  if (/^\s*</.test(text)) return rejection('NOT_JSON', 'this looks like XML; a fact is JSON or protobuf');
  return rejection('NOT_JSON', text === '' ? 'the message is empty' : error.message);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Brackets outside strings, counted before the parser sees them. Works on UTF-8, whose other bytes are >= 0x80. */
function isDeeper(data: Uint8Array, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < data.length; index += 1) {
    const byte = data[index];
    if (quoted) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
}
