/** The parts of a row that is about a competitor: who, what was done, where that puts them. */
import { DETAILS } from './details.ts';
import {
  code,
  count,
  derived,
  flag,
  list,
  nested,
  nullable,
  optional,
  RSC,
  rsc,
  shape,
  TEXT,
  text,
  texts,
} from './field.ts';
import { RESULT_TYPES } from './result-types.ts';

const MEMBER = shape('Member', 'Of a team or pair.', {
  competitor: text(1),
  name: text(2),
  given: optional(text(3)),
  family: optional(text(4)),
  organisation: text(5),
  gender: optional(text(6)),
  birthDate: optional(text(7)),
  bib: optional(text(8)),
  tvName: optional(text(9)),
  tvInitialName: optional(text(10)),
  shortName: optional(text(11)),
  pronunciation: optional(text(12)),
});

export const IDENTITY = shape('Identity', 'Who the row is about: changes with the start list only.', {
  kind: code(2, ['ATHLETE', 'PAIR', 'TEAM']),
  name: text(3, 'as print and screens show it'),
  given: optional(text(4)),
  family: optional(text(5)),
  organisation: text(6),
  gender: optional(text(7)),
  birthDate: optional(text(8)),
  bib: optional(text(9)),
  startOrder: optional(count(10)),
  lane: optional(text(11)),
  group: optional(text(12)),
  seed: optional(text(13)),
  previous: optional(text(14, 'the unit where the competitor qualified')),
  bests: optional(texts(15, 'as the start list gives them: { PB: "9.80" }')),
  unit: optional(rsc(16, 'the unit that a row of a phase or event document comes from')),
  members: optional(list(17, MEMBER)),
  events: optional(list(18, RSC, 'PARTICIPANTS: the events that the competitor is entered in')),
  tvName: optional(text(19, 'for pictures, as the start list or the rule for names has it')),
  tvInitialName: optional(text(20)),
  shortName: optional(text(21, 'where there is little room')),
  organisationNames: optional(texts(22, 'by language')),
  flag: optional(text(23, "code of the organisation's flag")),
  pronunciation: optional(text(24, 'how the name is said, as the start list has it')),
});

export const MARK = shape('Mark', "What the competitor did: changes with the competitor's own facts only.", {
  result: nullable(text(1, 'ready to show')),
  value: optional(text(9, 'the number behind it: a decimal in base units (s, m, kg, points)')),
  resultType: nullable(code(2, RESULT_TYPES)),
  irm: nullable(text(3, "why there is no valid result, by the discipline's list")),
  irmReason: optional(text(4, 'rule number of a disqualification')),
  unchecked: optional(flag(5)),
  wlt: optional(code(6, ['W', 'L', 'T'])),
  records: list(7, TEXT),
  details: nested(8, DETAILS),
});

const DECIDED_BY = shape('DecidedBy', 'The criterion that put the row below the one above.', {
  criterion: text(1, 'code, key of its words: FAILURES_AT_BEST'),
  clause: text(2),
});

/** A row says only what the order does not: so nobody's place changes because somebody else goes ahead. */
export const PLACE = shape('Place', 'Where that puts the competitor.', {
  rank: derived(count(1, 'null without a place')),
  rankEqual: derived(flag(2, 'on every row of a tie')),
  diff: derived(text(3, 'gap to the leader, ready to show')),
  ranked: flag(9, 'has a place: by default the one after those above'),
  tied: flag(10, 'shares the place of the row above'),
  givenRank: optional(count(11, 'the place, where the order does not say it')),
  givenEqual: optional(flag(12, 'shared, where no neighbour says it')),
  leads: optional(flag(14, 'the first of a list within the list (a B final): gaps below are to it')),
  givenDiff: optional(text(13, 'the gap, where values do not say it')),
  qualificationMark: nullable(text(4)),
  decidedBy: nullable(nested(5, DECIDED_BY)),
  photoFinish: flag(6),
  medal: optional(code(7, ['GOLD', 'SILVER', 'BRONZE'])),
  ruling: optional(text(8, 'the reason of a ruling that gave this rank')),
});
