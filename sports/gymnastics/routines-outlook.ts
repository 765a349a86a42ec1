/**
 * Apparatus finals and the all-around: a routine that nobody has judged yet brings the most that is let through, or never comes. Difficulty is open, so that is
 * far beyond any that was shown: whoever has still to perform can come before everybody, and nobody comes behind who did not perform.
 */
import { formatDecimal, type Micro } from '../../src/model/decimal.ts';
import type { Outlook } from '../../src/rules/outlook/outlook.ts';
import { THOUSANDTH } from '../../src/rules/rounding.ts';
import { MOST_IN_ROUTINE } from './check.ts';
import { type Programme, type Sheet, type SheetRoutine, withRoutines } from './score-sheet.ts';

/** `parts`: the routines that each performs, in their order. */
export function routinesOutlook(parts: readonly string[], programme: Programme): Outlook<Sheet> {
  const left = ({ routines, irm, partIrms }: Sheet): readonly string[] =>
    irm !== null || parts.some((part) => partIrms.has(part))
      ? []
      : parts.filter((part) => !routines.some((routine) => routine.part === part));
  const performed = (sheet: Sheet, toCome: readonly string[], score: Micro): Sheet =>
    withRoutines(
      sheet,
      toCome.map((part) => scored(part, sheet, score)),
      programme,
    );
  return {
    prospects: (_entry, sheet, apart) => {
      const toCome = left(sheet);
      if (toCome.length === 0) return { best: sheet, worst: sheet, isDone: true };
      return {
        best: performed(sheet, toCome, MOST_IN_ROUTINE - apart * THOUSANDTH),
        // Nobody adds to it any more: what is not complete has no place.
        worst: { ...sheet, over: true },
        isDone: false,
      };
    },
    next: (_entry, sheet) => {
      const toCome = left(sheet);
      // Before the last routine no single score says anything of the mean, or of the sum.
      if (toCome.length !== 1) return null;
      return {
        ...{ least: 0, most: MOST_IN_ROUTINE, step: THOUSANDTH, more: true },
        card: (score) => performed(sheet, toCome, score),
        text: (score) => formatDecimal(score, 3),
      };
    },
  };
}

/** Equal scores are parted by execution: what is enough is so whatever the judges of it say. */
const scored = (part: string, { competitor }: Sheet, score: Micro): SheetRoutine => ({
  ...{ part, score, athlete: competitor, counts: true },
  ...{ difficulty: 0, execution: 0, deduction: 0, bonus: 0, counting: [] },
});
