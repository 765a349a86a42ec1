import type { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitorCode } from '../model/competitor.ts';
import type { IrmContent } from '../model/fact.ts';
import { disciplineRsc, eventRsc, phaseRsc, type Rsc } from '../model/rsc.ts';

/** What holds for everything within, from the discipline down to the phase. */
export function aboveOf(rsc: Rsc): readonly Rsc[] {
  return [disciplineRsc(rsc), eventRsc(rsc), phaseRsc(rsc)].filter(
    (above, index, all) => above !== rsc && all.indexOf(above) === index,
  );
}

/** The marks that were said of a competitor as a whole, of a phase, an event or the discipline. */
export function irmsAbout(ledger: UnitLedger | undefined, code: CompetitorCode): readonly IrmContent[] {
  const facts = ledger?.about(code) ?? [];
  return facts.flatMap((fact) =>
    fact.kind === 'irm' && fact.content.code !== null && fact.content.attempt === undefined
      ? fact.content
      : [],
  );
}
