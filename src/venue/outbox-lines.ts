/**
 * The lines of an outbox file. A fact is a line as the venue feed has it; the others say what became of facts:
 *
 *   {"outbox":1,"source","epoch","next"}           a beginning: numbers of this epoch go on from here
 *   {"processed":{"epoch","seq","beyond"}}         an engine has processed so much of what is above; with `disciplines`: of these
 *   {"kept":12}                                    the next 12 facts are processed
 *   {"stored":{"epoch","seq","at","fact"}}         the broker has everything up to a number, at places up to `at`, where `fact` is
 *   {"letGo":{"unit","epoch","from","to","facts"}} facts that have left the file at its bound
 */
import type { ProcessedPosition } from '../broker/broker.ts';
import type { WireFact } from '../ingest/wire.ts';
import type { LetGo } from './letting-go.ts';
import { OutboxError } from './outbox-error.ts';
import type { StoredMark } from './stored-places.ts';

export interface Beginning {
  readonly outbox: 1;
  readonly source: string;
  readonly epoch: string;
  readonly next: number;
}

export type OutboxNote =
  | Beginning
  | { readonly processed: ProcessedPosition }
  | { readonly kept: number }
  | { readonly stored: StoredMark }
  | { readonly letGo: LetGo };

/** A fact with its epoch, as an outbox says all of its own. */
export type SaidWireFact = WireFact & { readonly epoch: string };

const NOTES = ['outbox', 'processed', 'kept', 'stored', 'letGo'] as const;

/** `place`: for the message of `OUTBOX_DAMAGED`, which is thrown for a line that is neither. */
export function readLine(line: string, place: string): { note: OutboxNote } | { fact: SaidWireFact } {
  const said = parsed(line, place);
  if (NOTES.some((name) => name in said)) return { note: said as unknown as OutboxNote };
  const fact = said as unknown as SaidWireFact;
  if (fact.epoch === undefined || !Number.isSafeInteger(fact.seq)) throw damaged(place);
  return { fact };
}

const damaged = (place: string): OutboxError =>
  new OutboxError('OUTBOX_DAMAGED', `${place}: not a line of an outbox`);

function parsed(line: string, place: string): Record<string, unknown> {
  try {
    const said = JSON.parse(line);
    if (typeof said === 'object' && said !== null && !Array.isArray(said)) return said;
  } catch {
    // Said below, with the place.
  }
  throw damaged(place);
}
