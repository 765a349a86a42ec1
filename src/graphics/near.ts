/** The documents about a unit, and about what it is part of. */
import type { Channel } from '../model/document.ts';
import { disciplineRsc, eventRsc, GENERAL, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { DocumentType } from '../model/shape/table.ts';

/** What documents of other types than the unit's own are about (`schemas/README.md`). */
const ABOUT: Readonly<Partial<Record<DocumentType, (unit: Rsc) => Rsc>>> = {
  PHASE_RESULT: phaseRsc,
  POOL_STANDING: phaseRsc,
  CUMULATIVE_RESULT: phaseRsc,
  BRACKETS: eventRsc,
  RANKING: eventRsc,
  MEDALLISTS: eventRsc,
  RECORDS: eventRsc,
  SCHEDULE: disciplineRsc,
  PARTICIPANTS: disciplineRsc,
  COMMUNICATION: disciplineRsc,
  CONDITIONS: disciplineRsc,
  MEDALS: () => GENERAL,
};

export const channelNear = (unit: Rsc, type: DocumentType): Channel =>
  `${ABOUT[type]?.(unit) ?? unit}/${type}`;
