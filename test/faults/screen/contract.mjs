// What a screen knows beforehand: which parts rows have, their numbers and fields, read from `schemas/`.
import { readFileSync } from 'node:fs';

const schemas = new URL('../../../schemas/', import.meta.url);
const definitions = JSON.parse(readFileSync(new URL('documents.schema.json', schemas), 'utf8')).$defs;
const proto = readFileSync(new URL('documents.proto', schemas), 'utf8');

/** The parts of message `Row`: name, number, fields in JSON, and the field by which a part is known to be there. */
export const PARTS = [
  ...proto
    .split('message Row {')[1]
    .split('\n}')[0]
    .matchAll(/^ {2}([A-Z]\w*) (\w+) = (\d+);/gm),
].map(([, type, name, number]) => ({
  name,
  number: Number(number),
  fields: Object.keys(definitions[type].properties),
  sign: definitions[type].required[0],
}));

/** `schemas/README.md`, "Rows": the key of each type and the names of its parts. */
const OF_COMPETITORS = { key: 'competitor', parts: ['identity', 'mark', 'place'] };
const OF_TYPE = {
  PARTICIPANTS: { key: 'competitor', parts: ['identity'] },
  SCHEDULE: { key: 'unit', parts: ['scheduled', 'state'] },
  BRACKETS: { key: 'unit', parts: ['bracket', 'sides', 'outcome'] },
  PLAY_BY_PLAY: { key: 'action', parts: ['action'] },
  CURRENT: { key: 'competitor', parts: ['identity', 'turn'] },
  PROJECTION: { key: 'competitor', parts: ['identity', 'projected'] },
  RECORDS: { key: 'record', parts: ['record'] },
  MEDALS: { key: 'organisation', parts: ['medals', 'place'] },
  COMMUNICATION: { key: 'id', parts: ['communication'] },
  CONDITIONS: { key: 'reading', parts: ['reading'] },
};

const shapes = new Map();

/** Of a channel `<RSC>/<TYPE>[/<SUBCODE>]`: what the key of a row is called, and its parts. */
export function shapeOf(channel) {
  const type = channel.split('/')[1];
  let shape = shapes.get(type);
  if (shape === undefined) {
    const { key, parts } = OF_TYPE[type] ?? OF_COMPETITORS;
    shape = { key, parts: parts.map((name) => PARTS.find((part) => part.name === name)) };
    shapes.set(type, shape);
  }
  return shape;
}
