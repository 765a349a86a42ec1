/** What who is in action needs, in words: `to lead: 8.31`, from PROJECTION. */
import type { DocumentOf } from '../../model/document.ts';
import type { Need } from '../../model/row.ts';
import { filled } from '../../model/words.ts';
import type { Speech } from './speech.ts';

export interface SaidNeeds {
  /** Whose; nobody is named where all who are in action need the same. */
  readonly name: string | null;
  readonly needs: readonly { readonly goal: string; readonly text: string }[];
}

export function needsOf(
  { rows }: Pick<DocumentOf<'PROJECTION'>, 'rows'>,
  speech: Speech,
): readonly SaidNeeds[] {
  const asking = [...rows].filter(({ projected }) => projected.needs.length > 0);
  const said = asking.map(({ identity, projected }) => ({
    name: identity.name,
    needs: projected.needs.map((need) => ({
      goal: speech.word('goals', need.goal),
      text: needText(need, speech),
    })),
  }));
  const [first] = said;
  const isSame = said.length > 1 && new Set(said.map(({ needs }) => JSON.stringify(needs))).size === 1;
  return isSame ? [{ ...first!, name: null }] : said;
}

function needText({ mark, outcome, finish }: Need, speech: Speech): string {
  if (mark !== undefined) return mark;
  if (outcome !== undefined) return speech.word('outcomes', outcome);
  return finish === undefined ? '' : filled(speech.said.rankOf, { rank: String(finish) });
}
