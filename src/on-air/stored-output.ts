/** What stands in the broker of an output, read as what anybody may have put there: null for what is none of ours. */
import { type Fields, fieldsIn, isFields, isText } from '../incidents/said.ts';
import { type Cue, isPlainName, type Output, type ToldTexts } from './output.ts';

/** A graphic has a dozen fields; documents are never told here. */
const FIELDS_MOST = 40;
const TEXT_MOST = 500;
const NAME = /^[a-zA-Z][a-zA-Z0-9]{0,39}$/;

export function outputIn(bytes: Uint8Array): Output | null {
  const said = fieldsIn(bytes);
  if (said === null || !isTime(said.changedAt) || !Array.isArray(said.cues)) return null;
  return said.cues.every(isCue) ? { changedAt: said.changedAt, cues: said.cues } : null;
}

/** Texts by name, and not too many of them. */
export const areToldTexts = (value: unknown): value is ToldTexts =>
  isFields(value) &&
  Object.keys(value).length <= FIELDS_MOST &&
  Object.entries(value).every(([name, text]) => NAME.test(name) && isText(text) && text.length <= TEXT_MOST);

export const isVersionOrNone = (value: unknown): value is Cue['accepted'] =>
  value === null ||
  (isFields(value) &&
    isText(value.epoch) &&
    isCount(value.version) &&
    (value.unit === undefined || isText(value.unit)));

function isCue(value: unknown): value is Cue {
  if (!isFields(value)) return false;
  const { layer, graphic, told, state, by, accepted }: Fields = value;
  const isNamed = isPlainName(layer) && isPlainName(graphic) && isText(by);
  const isTimed = isTime(value.takenAt) && isTime(value.at) && isCount(value.step);
  const isOn = state === 'IN' || state === 'OUT';
  return isNamed && isTimed && isOn && areToldTexts(told) && isVersionOrNone(accepted);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isTime = isCount;
