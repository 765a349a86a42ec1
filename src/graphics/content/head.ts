/** What every graphic says of the document that it is made of: what it is about, and how far it may be relied on. */
import { capitalised } from '../../client/cells.ts';
import { namesOf } from '../../client/names.ts';
import type { DocumentType, Header } from '../../model/document.ts';
import type { ResultStatus, ScheduleStatus } from '../../model/result-status.ts';
import { isListType } from '../../model/row.ts';
import { unitTitle } from '../../model/title.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { say, wordFor } from './say.ts';

export interface Head {
  /** "Men's 100m, Final"; of what is about no event the discipline. */
  readonly title: string;
  /** What kind of list it is: `Result`. */
  readonly kind: string;
  /** `Paris 2024`; empty where nobody has said it. */
  readonly competition: string;
  readonly standing: Standing;
}

/** How far what is shown may be relied on, for whoever marks it. */
export interface Standing {
  readonly status: ResultStatus;
  /** `Unofficial`; what is more than that comes before it: `Rehearsal`, `Cancelled`, `Provisional`. Empty where there is nothing to say. */
  readonly text: string;
  /** Something is missing, held or contested: it can still change, whatever its status. */
  readonly isSound: boolean;
  readonly isTest: boolean;
}

/** `kind`: instead of that of the document. */
export function headOf(header: Header, scene: Scene, told: Told, kind?: string): Head {
  const part = header.subcode === null ? '' : wordFor(scene, 'parts', header.subcode);
  return {
    title: [unitTitle(namesOf(header, scene.words)), part].filter(Boolean).join(', '),
    kind: kind ?? capitalised(wordFor(scene, 'documents', header.type)),
    competition: header.competition?.name ?? '',
    standing: standingOf(header, scene, told),
  };
}

function standingOf({ type, unit, status, test, reliability }: Header, scene: Scene, told: Told): Standing {
  const planned = scene.beside('SCHEDULE')?.rows.find(({ key }) => key === unit)?.state.status;
  const isToCome = status === 'START_LIST';
  return { status, text: textOf(), isSound: reliability.ok, isTest: test };

  /** What is missing or held is the desk's to know: to those who watch it is provisional. */
  function textOf(): string {
    if (test) return say(told, 'rehearsal');
    if (planned !== undefined && (isToCome ? NOT_AS_PLANNED : SUSPENDED).includes(planned))
      return capitalised(wordFor(scene, 'scheduleStatuses', planned));
    if (!reliability.ok && status !== 'PROTESTED') return say(told, 'provisional');
    return isToCome || !hasStatus(type) ? '' : capitalised(wordFor(scene, 'resultStatuses', status));
  }
}

/** Of a draw, of records and of the weather it says nothing. */
const hasStatus = (type: DocumentType): boolean => isListType(type) || type === 'MEDALS';

/** Of a unit that does not go on its list says what it said before. */
const SUSPENDED: readonly ScheduleStatus[] = ['INTERRUPTED', 'POSTPONED'];
/** Before it begins. */
const NOT_AS_PLANNED: readonly ScheduleStatus[] = [...SUSPENDED, 'DELAYED', 'RESCHEDULED', 'CANCELLED'];
