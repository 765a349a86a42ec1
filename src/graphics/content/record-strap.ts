/** A record: one that was set here, else the one that stands. */
import { venueTime } from '../../client/venue-time.ts';
import { type DocumentOf, isOfType } from '../../model/document.ts';
import type { RecordLine, RowOf } from '../../model/row.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { recordName, say } from './say.ts';
import type { Who } from './who.ts';

export interface RecordStrapContent {
  readonly head: Head;
  /** All that fell with one mark: `World record`, `Olympic record`. */
  readonly records: readonly string[];
  /** `New`, `Equalled`; empty for one that stood before. */
  readonly news: string;
  readonly mark: string;
  /** Null where nobody is named. */
  readonly who: Who | null;
  /** Where and when, each ready to show; of one that was set here: `Not yet ratified`. */
  readonly notes: readonly string[];
}

type Row = RowOf<'RECORDS'>;

/** Null where there are no records, and none of who is told: a competitor, or the key of a line. */
export function recordStrapContent(scene: Scene, told: Told): RecordStrapContent | null {
  const { main } = scene;
  if (main === null || !isOfType(main, 'RECORDS')) return null;
  const row = rowShown(main, scene, told);
  if (row === null) return null;
  const { record } = row;
  const together = standing(main).filter((each) => isOneFeat(each.record, record));
  return {
    head: headOf(main.header, scene, told),
    records: [...new Set(together.map((each) => recordName(told, each.record.recordType)))],
    news: newsOf(record, told),
    mark: record.result,
    who: whoSet(row),
    notes: notesOf(record, told),
  };
}

const standing = (main: DocumentOf<'RECORDS'>): readonly Row[] =>
  main.rows.filter(({ record }) => record.historical !== true);

/** The newest that was set here comes before those that stood; what was beaten is shown only to who asks for its line. */
function rowShown(main: DocumentOf<'RECORDS'>, scene: Scene, { competitor }: Told): Row | null {
  const rows = standing(main);
  const asked = (each: Row): boolean => each.key === competitor || each.record.competitor === competitor;
  if (competitor !== null) return rows.find(asked) ?? main.rows.find(({ key }) => key === competitor) ?? null;
  const set = rows.filter(({ record }) => record.unconfirmed === true);
  return newest(set, scene) ?? set.at(-1) ?? rows[0] ?? null;
}

/** As COMMUNICATION has told them, the newest first. */
function newest(set: readonly Row[], scene: Scene): Row | null {
  for (const { communication } of scene.beside('COMMUNICATION')?.rows ?? []) {
    const { kind, code, reason, competitors } = communication;
    if (kind !== 'RECORD') continue;
    const found = set.find(
      ({ record }) =>
        record.recordType === code &&
        record.result === reason &&
        record.competitor === competitors[0] &&
        record.unit === communication.unit,
    );
    if (found !== undefined) return found;
  }
  return null;
}

const isOneFeat = (one: RecordLine, other: RecordLine): boolean =>
  one.result === other.result &&
  one.code === other.code &&
  one.competitor === other.competitor &&
  one.name === other.name &&
  one.unit === other.unit &&
  one.equalled === other.equalled;

function newsOf({ unconfirmed, equalled }: RecordLine, told: Told): string {
  if (equalled === true) return say(told, 'equalled');
  return unconfirmed === true ? say(told, 'set') : '';
}

function whoSet({ key, record: { competitor, name, organisation } }: Row): Who | null {
  if (name === undefined) return null;
  return {
    key: competitor ?? key,
    names: [name],
    organisations: organisation === undefined || organisation === name ? [] : [organisation],
    flag: '',
  };
}

function notesOf({ place, date, unconfirmed }: RecordLine, told: Told): readonly string[] {
  return [
    place ?? '',
    date === undefined ? '' : dayText(date, told),
    unconfirmed === true ? say(told, 'notRatified') : '',
  ].filter(Boolean);
}

/** `2009-08-16` -> `16 Aug 2009`; what is no day stays as it is. */
const dayText = (date: string, { language }: Told): string =>
  /^\d{4}-\d\d-\d\d$/.test(date)
    ? venueTime(`${date}T00:00:00+00:00`, language, undefined, { dateStyle: 'medium' })
    : date;
