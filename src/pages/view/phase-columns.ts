/** A list over several heats says in which heat each was, and with which wind. */
import type { Document } from '../../model/document.ts';
import type { Column, Row } from '../../model/row.ts';
import { namesIn, type Speech } from './speech.ts';
import type { AddedColumn } from './table-lines.ts';

/** The units that rows of a list come from; none where it is a list of one unit. */
export function unitsIn({ header, rows }: Pick<Document, 'header' | 'rows'>): readonly string[] {
  if (header.type !== 'PHASE_RESULT') return [];
  return [...new Set(rows.map(({ identity }) => identity?.unit).filter((unit) => unit !== undefined))].sort();
}

/** `unitHeader`: of the result of a unit, null while nothing is known of it. */
export function phaseColumns(
  document: Pick<Document, 'header' | 'rows'>,
  unitHeader: (unit: string) => Document['header'] | null,
  speech: Speech,
): readonly AddedColumn[] {
  const units = unitsIn(document);
  if (units.length < 2) return [];
  const textBy = (say: (header: Document['header']) => string | undefined): ((row: Row) => string) => {
    const texts = new Map(
      units.map((unit) => {
        const header = unitHeader(unit);
        return [unit, header === null ? '' : (say(header) ?? '')];
      }),
    );
    return ({ identity }) => texts.get(identity?.unit ?? '') ?? '';
  };
  return [
    {
      column: added(speech.said.unitColumn, 'unit', 'left'),
      before: 'result',
      textOf: textBy((header) => namesIn(speech, header).unit),
    },
    {
      column: added(speech.said.windColumn, 'info.wind', 'right'),
      before: '',
      textOf: textBy((header) => header.info.wind),
    },
  ];
}

const added = (label: string, source: string, align: Column['align']): Column => ({
  label,
  source,
  align,
  width: 6,
});
