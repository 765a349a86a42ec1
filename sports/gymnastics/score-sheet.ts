/**
 * All routines of one gymnast or team in a unit or phase: the card that every list of the
 * competition is made from, be it one apparatus, two vaults, the all-around or the team.
 */
import type { CompetitorCode } from '../../src/model/competitor.ts';
import type { Micro } from '../../src/model/decimal.ts';
import type { IrmContent, Score } from '../../src/model/fact.ts';
import type { Irm } from '../../src/model/irm.ts';
import { own } from '../../src/model/own.ts';
import { wholeUnitIrm } from '../../src/rules/families/whole-unit-irm.ts';
import type { Routine, Scoring } from './judged.ts';
import { routineOf } from './judged.ts';

export interface SheetRoutine extends Routine {
  readonly athlete: CompetitorCode;
  /** Is it part of the sum? A second vault never is, nor a team's surplus score. */
  readonly counts: boolean;
}

export interface Sheet {
  readonly competitor: CompetitorCode;
  /** In the order of the programme's apparatus. */
  readonly routines: readonly SheetRoutine[];
  /** A team's gymnasts; empty for a gymnast. */
  readonly members: readonly Sheet[];
  /** Mark on the whole competition of the gymnast or team. */
  readonly irm: Irm | null;
  /** Marks on single apparatus. */
  readonly partIrms: ReadonlyMap<string, Irm>;
  /** Sums over the counting routines. */
  readonly total: Micro;
  readonly execution: Micro;
  readonly difficulty: Micro;
  /** Sum of each apparatus that has a score, greatest first. */
  readonly apparatusTotals: readonly Micro[];
  /** Every apparatus of the programme has a score. */
  readonly full: boolean;
  /** Nobody will add to it: an incomplete sheet stays incomplete. */
  readonly over: boolean;
}

export interface Programme {
  /** Parts that are summed, in order; the first of two vaults stands for the vault. */
  readonly parts: readonly string[];
  /** Parts that are scored beside the sum (a second vault). */
  readonly extra: readonly string[];
  /** Other codes that venues use for a part: `VT` where only one vault is done. */
  readonly alias: Readonly<Record<string, string>>;
  readonly scoring: Scoring;
}

/** What one gymnast's facts say. */
export interface GymnastFacts {
  readonly scores: readonly Score[];
  readonly irms: readonly IrmContent[];
}

export function sheetOf(
  competitor: CompetitorCode,
  facts: GymnastFacts,
  programme: Programme,
  over: boolean,
): Sheet {
  const byPart = new Map<string, Score[]>();
  for (const score of facts.scores) {
    const part = partOf(score.element ?? '', programme);
    const scores = byPart.get(part);
    if (scores === undefined) byPart.set(part, [score]);
    else scores.push(score);
  }
  const routines: SheetRoutine[] = [];
  for (const part of [...programme.parts, ...programme.extra]) {
    const routine = routineOf(part, byPart.get(part) ?? [], programme.scoring);
    if (routine !== null)
      routines.push({ ...routine, athlete: competitor, counts: programme.parts.includes(part) });
  }
  return summed({ competitor, routines, members: [], ...marksOf(facts.irms, programme), over }, programme);
}

/**
 * A team's sheet from its members': on each apparatus the best `count` scores. Of equal scores the
 * one with more execution counts, so that nothing depends on the order of the members.
 */
export function teamSheetOf(
  competitor: CompetitorCode,
  members: readonly Sheet[],
  irms: readonly IrmContent[],
  { programme, count, over }: { programme: Programme; count: number; over: boolean },
): Sheet {
  const routines = programme.parts.flatMap((part) => {
    const scores = members.flatMap((member) => member.routines.filter((routine) => routine.part === part));
    const best = [...scores].sort(betterScore).slice(0, count);
    return scores.map((routine) => ({ ...routine, counts: best.includes(routine) }));
  });
  return summed({ competitor, routines, members, ...marksOf(irms, programme), over }, programme);
}

function betterScore(one: SheetRoutine, other: SheetRoutine): number {
  return other.score - one.score || other.execution - one.execution || (one.athlete < other.athlete ? -1 : 1);
}

/** The sheet of a phase from those of its units: an apparatus stands as the latest unit that has it says. */
export function mergedSheet(
  competitor: CompetitorCode,
  sheets: readonly Sheet[],
  programme: Programme,
): Sheet {
  const only = sheets[0];
  if (sheets.length === 1 && only !== undefined) return only;
  const routines = [...programme.parts, ...programme.extra].flatMap((part) => {
    const latest = sheets.findLast((sheet) => sheet.routines.some((routine) => routine.part === part));
    return latest?.routines.filter((routine) => routine.part === part) ?? [];
  });
  const irm = sheets.findLast((sheet) => sheet.irm !== null)?.irm ?? null;
  const partIrms = new Map(sheets.flatMap((sheet) => [...sheet.partIrms]));
  const over = sheets.length > 0 && sheets.every((sheet) => sheet.over);
  return summed({ competitor, routines, members: [], irm, partIrms, over }, programme);
}

/** The sheet with routines besides. */
export const withRoutines = (sheet: Sheet, more: readonly SheetRoutine[], programme: Programme): Sheet =>
  summed({ ...sheet, routines: [...sheet.routines, ...more] }, programme);

type Unsummed = Pick<Sheet, 'competitor' | 'routines' | 'members' | 'irm' | 'partIrms' | 'over'>;

function summed(sheet: Unsummed, programme: Programme): Sheet {
  const counting = sheet.routines.filter(({ counts }) => counts);
  const sum = (part: (routine: Routine) => Micro, routines = counting): Micro =>
    routines.reduce((total, routine) => total + part(routine), 0);
  const present = programme.parts.filter((part) => counting.some((routine) => routine.part === part));
  return {
    ...sheet,
    total: sum(({ score }) => score),
    execution: sum(({ execution }) => execution),
    difficulty: sum(({ difficulty }) => difficulty),
    apparatusTotals: present
      .map((part) =>
        sum(
          ({ score }) => score,
          counting.filter((routine) => routine.part === part),
        ),
      )
      .sort((one, other) => other - one),
    full: present.length === programme.parts.length,
  };
}

const partOf = (element: string, { alias }: Programme): string => own(alias, element) ?? element;

function marksOf(irms: readonly IrmContent[], programme: Programme): Pick<Sheet, 'irm' | 'partIrms'> {
  const partIrms = new Map<string, Irm>();
  for (const { code, point } of irms)
    if (code !== null && point !== undefined) partIrms.set(partOf(point, programme), code);
  return { irm: wholeUnitIrm({ irms }), partIrms };
}
