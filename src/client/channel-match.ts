import type { Channel } from '../model/document.ts';

/** The same meaning of `*` as on the server (SC5). */
export function matches(pattern: string, channel: Channel): boolean {
  if (!pattern.includes('*')) return pattern === channel;
  const [unit = '', type = '*', subcode = '*'] = pattern.split('/');
  const parts = channel.split('/');
  return fits(unit, parts[0] ?? '') && fits(type, parts[1] ?? '') && fits(subcode, parts[2] ?? '');
}

const fits = (part: string, text: string): boolean =>
  part.endsWith('*') ? text.startsWith(part.slice(0, -1)) : part === text;
