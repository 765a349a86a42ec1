import type { Header } from '../model/document.ts';
import type { Identity, Mark, Place } from '../model/row.ts';

/** Which field of a flat row belongs to which part; the compiler sees to it that none is missing. */
export const IDENTITY_FIELDS: Readonly<Record<keyof Identity, true>> = {
  competitor: true,
  kind: true,
  name: true,
  given: true,
  family: true,
  organisation: true,
  gender: true,
  birthDate: true,
  bib: true,
  startOrder: true,
  lane: true,
  group: true,
  seed: true,
  previous: true,
  bests: true,
  unit: true,
  events: true,
  members: true,
};

export const MARK_FIELDS: Readonly<Record<keyof Mark, true>> = {
  result: true,
  resultType: true,
  irm: true,
  irmReason: true,
  unchecked: true,
  wlt: true,
  records: true,
  details: true,
};

export const PLACE_FIELDS: Readonly<Record<keyof Place, true>> = {
  rank: true,
  rankEqual: true,
  diff: true,
  qualificationMark: true,
  decidedBy: true,
  photoFinish: true,
  medal: true,
  ruling: true,
};

export const HEADER_FIELDS: Readonly<Record<keyof Header, true>> = {
  type: true,
  unit: true,
  subcode: true,
  status: true,
  test: true,
  rule: true,
  names: true,
  reliability: true,
  columns: true,
  info: true,
};
