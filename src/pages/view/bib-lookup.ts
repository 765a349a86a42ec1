/** Who wears a number: typed from any view. */
import type { Document } from '../../model/document.ts';
import type { Identity } from '../../model/row.ts';
import { plainText } from './plain-text.ts';

export interface Found {
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  readonly bib: string;
}

/** Those with exactly this number first, then those whose number or a name of whom begins with it; each once, eight at most. */
export function lookUp(asked: string, documents: readonly Pick<Document, 'rows'>[]): readonly Found[] {
  const wanted = plainText(asked.trim());
  if (wanted === '') return [];
  const exact = new Map<string, Found>();
  const others = new Map<string, Found>();
  for (const { rows } of documents)
    for (const { key, identity } of rows) {
      if (identity === undefined) continue;
      const fit = fitOf(identity, wanted);
      if (fit === null) continue;
      const found = {
        key,
        name: identity.name,
        organisation: identity.organisation,
        bib: identity.bib ?? '',
      };
      if (fit === 'EXACT') exact.set(key, found);
      else if (!others.has(key)) others.set(key, found);
    }
  return [...exact.values(), ...[...others.values()].filter(({ key }) => !exact.has(key))].slice(
    0,
    MOST_FOUND,
  );
}

const MOST_FOUND = 8;

function fitOf({ bib = '', name }: Identity, wanted: string): 'EXACT' | 'BEGINS' | null {
  const number = plainText(bib);
  if (number === wanted) return 'EXACT';
  const whole = plainText(name);
  const begins = [number, whole, ...whole.split(/[\s-]+/)].some((text) => text.startsWith(wanted));
  return begins ? 'BEGINS' : null;
}
