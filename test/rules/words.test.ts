/** Every code that a sport can say has words in every language of the house. */
import { describe, expect, test } from 'vitest';
import { codesOf } from '../../src/catalogue/catalogue.ts';
import { RESULT_STATUSES, SCHEDULE_STATUSES } from '../../src/model/result-status.ts';
import { partsOf } from '../../src/model/rsc.ts';
import { DOCUMENT_TYPES, rowsOf } from '../../src/model/shape/table.ts';
import { WORD_SECTIONS, type WordSection } from '../../src/model/words.ts';
import type { Ranked, Sport } from '../../src/rules/contract.ts';
import { LANGUAGES, wordsOf } from '../../src/rules/words/words-of.ts';
import { SPORTS } from '../../src/sports.ts';

const CASES = SPORTS.flatMap((sport) => LANGUAGES.map((language) => [sport.name, language, sport] as const));

/** All rules that the codes of a sport lead to, in all editions of which the rules of a unit are named by. */
function rulesOf(sport: Sport): Ranked<never>[] {
  const years = [undefined, ...(sport.editions ?? [])];
  return codesOf(sport).flatMap((rsc) =>
    years.flatMap((year) => {
      const current = [sport.unitRule(rsc, {}), sport.partsRule(rsc, {})];
      return current.flatMap((rule) => {
        if (rule === null) return [];
        const setup = year === undefined ? {} : { rule: rule.id.replace(/@.*$/, `@${year}`) };
        const made = rule.over === 'facts' ? sport.unitRule(rsc, setup) : sport.partsRule(rsc, setup);
        const lists =
          made?.over === 'facts' ? (made.subcodes?.({ setup } as never) ?? []).map((list) => list.rule) : [];
        return made === null ? [] : ([made, ...lists] as Ranked<never>[]);
      });
    }),
  );
}

function columnsOf(rule: Ranked<never>) {
  return [...rule.columns, ...(rule.columnsFor?.([], {}) ?? [])];
}

/** What a sport can say, by section. */
function said(sport: Sport): Partial<Record<WordSection, string[]>> {
  const rules = rulesOf(sport);
  const criteria = rules.flatMap((rule) => [
    ...rule.criteria,
    ...(rule.progress ?? []),
    ...('atCut' in rule ? (rule.atCut as typeof rule.criteria) : []),
    ...(rule.tier === undefined ? [] : [rule.tier]),
  ]);
  const codes = codesOf(sport).map(partsOf);
  return {
    genders: codes.map(({ gender }) => gender),
    events: (sport.codes?.genders ?? []).flatMap((gender) => sport.codes?.events(gender) ?? []),
    phases: codes.map(({ phase }) => phase),
    columns: rules.flatMap(columnsOf).flatMap(({ code }) => code ?? []),
    criteria: criteria.map(({ code }) => code),
    irm: rules.flatMap(({ irmOrder }) => irmOrder),
    options: Object.keys(sport.options ?? {}),
  };
}

describe.each(CASES)('%s in %s', (_name, language, sport) => {
  const words = wordsOf(sport, language)!;

  test('every code that it can say has words', () => {
    for (const [section, codes] of Object.entries(said(sport)) as [WordSection, string[]][]) {
      const without = [...new Set(codes)].filter((code) => code !== '' && !words[section]?.[code]);
      expect(without, section).toEqual([]);
    }
  });

  test('the label of a column is its English word', () => {
    if (language !== 'en') return;
    const wrong = rulesOf(sport)
      .flatMap(columnsOf)
      .filter(({ code, label }) => code !== undefined && words.columns?.[code] !== label);
    expect(wrong).toEqual([]);
  });
});

describe('the words of the house', () => {
  test.each(LANGUAGES)('in %s cover what documents say whatever the sport', (language) => {
    const words = wordsOf({}, language)!;
    const columns = DOCUMENT_TYPES.flatMap((type) => rowsOf(type).columns.map(({ code }) => code));
    const reasons = ['SOURCE_SILENT', 'SEQUENCE_GAP', 'RECONSTRUCTED', 'UNDER_PROTEST', 'HELD', 'RULING'];
    const expected = {
      columns: columns.filter((code) => code !== ''),
      resultStatuses: RESULT_STATUSES,
      scheduleStatuses: SCHEDULE_STATUSES,
      reasons,
      criteria: ['GOLD', 'SILVER', 'BRONZE', 'MEDALS'],
    };
    for (const [section, codes] of Object.entries(expected))
      expect(
        codes.filter((code) => !words[section as WordSection]?.[code]),
        section,
      ).toEqual([]);
  });

  test('have the same codes in every language, and so have those of each sport', () => {
    for (const sport of [{ words: {} } as Sport, ...SPORTS]) {
      const [first, ...others] = LANGUAGES.map((language) => sport.words?.[language] ?? {});
      for (const other of others)
        for (const section of WORD_SECTIONS.filter((each) => each !== 'events' && each !== 'phases'))
          expect(
            Object.keys(other[section as keyof typeof other] ?? {}).sort(),
            `${sport.name} ${section}`,
          ).toEqual(Object.keys(first![section as keyof typeof first] ?? {}).sort());
    }
  });
});
