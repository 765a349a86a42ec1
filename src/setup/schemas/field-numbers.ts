/**
 * Field numbers of protobuf, which stay what they are for ever: `schemas/field-numbers.json` holds every number that was ever
 * given away, also those of fields that are gone.
 */
import { FRAME } from '../../model/shape/frame.ts';
import { shapesUnder } from './shapes-under.ts';

/** Message -> field -> number. */
export type FieldNumbers = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The numbers of the shapes as they are declared now. */
export const declaredNumbers = (): FieldNumbers =>
  Object.fromEntries(
    shapesUnder(FRAME).map((shape) => [
      shape.name,
      Object.fromEntries(Object.entries(shape.fields).map(([name, { number }]) => [name, number])),
    ]),
  );

/** The list with what is new. Throws when a field has another number than before, or one that another field has or had. */
export function withNew(held: FieldNumbers, declared: FieldNumbers): FieldNumbers {
  const all: Record<string, Readonly<Record<string, number>>> = { ...held };
  for (const [message, fields] of Object.entries(declared)) {
    const known: Record<string, number> = { ...held[message] };
    for (const [field, number] of Object.entries(fields)) {
      if (known[field] !== undefined && known[field] !== number)
        throw new Error(`${message}.${field} has number ${known[field]} for ever, not ${number}`);
      const other = Object.entries(known).find(([name, taken]) => taken === number && name !== field);
      if (other !== undefined)
        throw new Error(`${message}.${field}: number ${number} is that of ${other[0]}`);
      known[field] = number;
    }
    all[message] = known;
  }
  return all;
}
