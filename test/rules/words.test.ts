/** Every code that a sport can say has words in every language of the house. */
import { describe, expect, test } from 'vitest';
import { codesOf } from '../../src/catalogue/catalogue.ts';
import { CEREMONIES } from '../../src/model/phase-kind.ts';
import { formatRsc, partsOf } from '../../src/model/rsc.ts';
import type { Kind, Shape } from '../../src/model/shape/field.ts';
import { HEADER } from '../../src/model/shape/header.ts';
import { DOCUMENT_TYPES, ROW, rowsOf } from '../../src/model/shape/table.ts';
import { WORD_SECTIONS, type WordSection } from '../../src/model/words.ts';
import type { Ranked, Sport, UnitRule } from '../../src/rules/contract.ts';
import { knockOut } from '../../src/rules/families/bracket.ts';
import { LANGUAGES, wordsOf } from '../../src/rules/words/words-of.ts';
import { SPORTS } from '../../src/sports.ts';

/** Which words say what a coded field of a document says; null where no screen shows it: how a value is measured, or laid out. */
const SECTION_OF: Readonly<Record<string, WordSection | null>> = {
  'Header.type': 'documents',
  'Header.status': 'resultStatuses',
  'State.resultStatus': 'resultStatuses',
  'Outcome.resultStatus': 'resultStatuses',
  'State.status': 'scheduleStatuses',
  'Session.status': 'scheduleStatuses',
  'Session.type': 'sessionTypes',
  'Scheduled.medal': 'medals',
  'Place.medal': 'medals',
  'Identity.kind': 'kinds',
  'Mark.wlt': 'outcomes',
  'SlotSource.outcome': 'slots',
  'Turn.role': 'roles',
  'Now.clockRuns': null,
  'Projected.toLead': 'chances',
  'Projected.toMedal': 'chances',
  'Projected.toAdvance': 'chances',
  'Outlook.lead': 'chances',
  'Outlook.podium': 'chances',
  'Outlook.places': 'chances',
  'Outlook.medals': 'medals',
  'Need.goal': 'goals',
  'Need.outcome': 'outcomes',
  'Unknown.what': null,
  'Unknown.why': 'reasons',
  'Communication.kind': 'communications',
  'Mark.resultType': null,
  'CombinedPart.resultType': null,
  'Column.align': null,
  'Reliability.reasons': 'reasons',
  'Gap.as': null,
};

/** The coded fields of a shape and of the shapes in it: name and values. */
function codedIn({ name, fields }: Shape): (readonly [field: string, values: readonly string[]])[] {
  const within = (field: string, kind: Kind): ReturnType<typeof codedIn> => {
    if (kind.is === 'code') return [[`${name}.${field}`, kind.values]];
    if (kind.is === 'list') return within(field, kind.of);
    return kind.is === 'shape' ? codedIn(kind.shape) : [];
  };
  return Object.entries(fields).flatMap(([field, { kind }]) => within(field, kind));
}

/** The trees that a knock-out can have. */
const BRACKETS = (['MATCH', 'SHARED', 'REPECHAGE'] as const).flatMap((bronze) =>
  knockOut({
    event: formatRsc({ discipline: 'XXX', gender: 'M', event: 'X' }),
    rounds: ['QFNL', 'SFNL', 'FNL'],
    bronze,
    repechage: 'REP',
  }).units.flatMap(({ bracket }) => bracket?.code ?? []),
);

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
  const named = codesOf(sport).flatMap((rsc) => sport.names?.(rsc).codes ?? []);
  const subcodes = rulesOf(sport).flatMap((rule) =>
    'subcodes' in rule ? ((rule as UnitRule).subcodes?.({ setup: {} } as never) ?? []) : [],
  );
  return {
    genders: codes.map(({ gender }) => gender),
    events: (sport.codes?.genders ?? []).flatMap((gender) => sport.codes?.events(gender) ?? []),
    phases: [...codes.map(({ phase }) => phase), ...named.flatMap(({ phase }) => phase ?? [])],
    units: named.flatMap(({ unit }) => unit ?? []),
    parts: subcodes.map(({ subcode }) => subcode),
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
    const expected = {
      columns: columns.filter((code) => code !== ''),
      phases: CEREMONIES,
      brackets: BRACKETS,
      criteria: ['GOLD', 'SILVER', 'BRONZE', 'MEDALS'],
    };
    for (const [section, codes] of Object.entries(expected))
      expect(
        codes.filter((code) => !words[section as WordSection]?.[code]),
        section,
      ).toEqual([]);
  });

  test.each(LANGUAGES)('in %s have words for every value of every coded field of a document', (language) => {
    const words = wordsOf({}, language)!;
    const coded = [...codedIn(HEADER), ...codedIn(ROW)];
    expect(Object.keys(SECTION_OF).sort()).toEqual([...new Set(coded.map(([field]) => field))].sort());
    const without = coded.flatMap(([field, values]) => {
      const section = SECTION_OF[field];
      return section == null
        ? []
        : values.filter((value) => !words[section]?.[value]).map((value) => `${field} ${value}`);
    });
    expect(without).toEqual([]);
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
