/** What programs say of themselves, as bytes; read as what anybody may have said: null for what is none of ours. */
import { isPartKind, type PartWord } from './part.ts';
import { areTexts, type Fields, fieldsIn, isFields, isNumberOrNone, isText } from './said.ts';

/** Under which everybody says it. */
export const PARTS_TOPIC = 'parts';

const NUMBERS = {
  engine: [
    ...['streamSeq', 'published', 'pending', 'disagreements', 'rejectionsWaiting', 'rejectionsLost'],
    ...['checkpointsRefused', 'factsMissing'],
  ],
  edge: ['outboundMost', 'tooSlow', 'frozen', 'conflicts'],
  desk: [],
} as const;

export function partIn(bytes: Uint8Array): PartWord | null {
  const said = fieldsIn(bytes);
  if (said === null) return null;
  const { part, name, url, isLeaving, missing, behind, clockAhead, pages } = said;
  const isHead = isText(name) && isText(url) && typeof isLeaving === 'boolean' && Array.isArray(missing);
  if (!isHead || !missing.every(isMissing) || !isPartKind(part)) return null;
  if (![behind, clockAhead].every(isNumberOrNone) || !(pages === undefined || arePages(pages))) return null;
  if (!NUMBERS[part].every((each) => Number.isFinite(said[each]))) return null;
  if (part === 'engine' && !isEngine(said)) return null;
  if (part === 'edge' && !isEdge(said)) return null;
  return said as unknown as PartWord;
}

const isEngine = ({ epoch, disciplines, stoppedUnits, checkpointAge, isBrokerFull }: Fields): boolean =>
  isText(epoch) &&
  (disciplines === null || areTexts(disciplines)) &&
  areTexts(stoppedUnits) &&
  isNumberOrNone(checkpointAge) &&
  typeof isBrokerFull === 'boolean';

const isEdge = ({ screens, writtenP99Ms }: Fields): boolean =>
  areCounts(screens) && isNumberOrNone(writtenP99Ms);

const areCounts = (value: unknown): boolean => isFields(value) && Object.values(value).every(Number.isFinite);

const isMissing = (value: unknown): boolean => isFields(value) && isText(value.code) && isText(value.message);

const arePages = (value: unknown): boolean =>
  isFields(value) && Object.values(value).every((each) => Array.isArray(each) && each.every(isPage));

const isPage = (value: unknown): boolean =>
  isFields(value) &&
  isText(value.page) &&
  Number.isFinite(value.changedAt) &&
  typeof value.isBehind === 'boolean';
