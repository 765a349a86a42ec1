import { defined } from '../model/defined.ts';
import type { RecordLine } from '../model/document.ts';
import type { OptionValue } from '../model/fact.ts';

/**
 * The records that a venue brings with the setup of an event (`options.records`):
 * `[{ type, result, code?, competitor?, name?, organisation?, date?, place? }]`, all of them texts.
 * What has no type or no result is no record and is left out.
 */
export function recordTable(option: OptionValue | undefined): readonly RecordLine[] {
  return Array.isArray(option) ? option.flatMap((line) => recordLine(line) ?? []) : [];
}

function recordLine(line: OptionValue): RecordLine | null {
  if (typeof line !== 'object' || line === null) return null;
  const fields = line as Readonly<Record<string, OptionValue | undefined>>;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return typeof value === 'string' ? value : undefined;
  };
  const recordType = text('type');
  const result = text('result');
  if (recordType === undefined || result === undefined) return null;
  return defined<RecordLine>({
    code: text('code') ?? '',
    recordType,
    result,
    competitor: text('competitor'),
    name: text('name'),
    organisation: text('organisation'),
    date: text('date'),
    place: text('place'),
  });
}
