import { describe, expect, test } from 'vitest';
import { type CatalogueEntry, catalogueOf, codesOf, missingIn } from '../../src/catalogue/catalogue.ts';
import { levelOf } from '../../src/model/rsc.ts';
import { type RscCodes, unknownCode } from '../../src/rules/codes.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition } from '../../src/standings/competition.ts';
import { wholeEvent } from '../fixture-sports/feeds.ts';
import { ringball } from '../fixture-sports/ringball/ringball.ts';
import { filesUnder, importsOf } from '../support/source-tree.ts';

const { disciplines } = catalogueOf(SPORTS);

describe('the catalogue', () => {
  test('has every sport, with everything that it is asked for', () => {
    expect(disciplines.map(({ code }) => code)).toEqual(SPORTS.map(({ discipline }) => discipline));
    for (const { code, families, editions, documents, cases } of disciplines) {
      expect([code, families.length, editions.length, cases.length].every(Boolean), code).toBe(true);
      expect(documents, code).toContain('RESULT');
    }
  });

  test('names the documents that the rules of a sport make', () => {
    const documentsOf = (code: string) => disciplines.find((each) => each.code === code)!.documents;
    expect(documentsOf('ATH')).toEqual(expect.arrayContaining(['PHASE_RESULT', 'CUMULATIVE_RESULT']));
    expect(documentsOf('SWM')).not.toContain('CUMULATIVE_RESULT');
    expect(documentsOf('FBL')).toEqual(expect.arrayContaining(['POOL_STANDING', 'BRACKETS', 'PLAY_BY_PLAY']));
    for (const code of ['ATH', 'SWM', 'GAR', 'ORI'])
      expect(documentsOf(code), code).not.toContain('BRACKETS');
    expect(documentsOf('JUD')).toEqual(expect.arrayContaining(['BRACKETS', 'PLAY_BY_PLAY', 'CURRENT']));
    expect(documentsOf('SAL')).toContain('CUMULATIVE_RESULT');
  });

  test('names every type that a whole event of pools and brackets publishes', () => {
    const codes: RscCodes = {
      genders: ['M'],
      events: () => ['TEAM'],
      phases: () => ['GPA', 'GPB', 'REP1', 'QFNL', 'SFNL', 'FNL'],
      units: () => ['####00'],
    };
    const [{ documents }] = catalogueOf([{ ...ringball, codes }]).disciplines as [CatalogueEntry];
    const competition = new Competition({ epoch: 'k3f9', sports: [ringball] });
    for (const fact of wholeEvent().facts) competition.take(fact);
    const published = [...competition.documents.values()].map(({ current }) => current.header.type);
    expect(published).toEqual(expect.arrayContaining(['BRACKETS', 'POOL_STANDING']));
    expect(documents).toEqual(expect.arrayContaining([...new Set(published)]));
  });

  test('says what is missing in the words of the rule book', () => {
    expect(
      missingIn('# A\n\n## Not implemented\n\n- One\n  thing.\n- Another.\n\n## More\n\n- Other\n'),
    ).toEqual(['One thing.', 'Another.']);
    for (const { code, missing } of disciplines) expect(missing.length, code).toBeGreaterThan(0);
  });

  test('names every family of the house that a sport imports', () => {
    for (const { folder, families, discipline } of SPORTS) {
      const used = filesUnder(`sports/${folder}`, /(?<!\.test)\.ts$/)
        .flatMap(importsOf)
        .flatMap(({ target }) => /^src\/rules\/families\/([a-z-]+)\.ts$/.exec(target)?.[1] ?? [])
        .filter((family) => WAYS_OF_COMPETING.has(family));
      expect(families, discipline).toEqual(expect.arrayContaining([...new Set(used)]));
    }
  });
});

/** The other files of `families/` are parts of these. */
const WAYS_OF_COMPETING = new Set([
  'timed-race',
  'best-of',
  'across-heats',
  'across-groups',
  'match',
  'pool',
  'bracket',
  'series',
]);

describe('the codes of a sport', () => {
  test.each(SPORTS.map((sport) => [sport.name, sport] as const))(
    '%s has a rule for every unit that it lists, and none is unknown',
    (_name, sport) => {
      const codes = codesOf(sport);
      expect(codes.length).toBeGreaterThan(5);
      expect(codes.filter((rsc) => unknownCode(sport.codes!, rsc) !== null)).toEqual([]);
      const units = codes.filter((rsc) => levelOf(rsc) === 'unit');
      expect(units.filter((unit) => sport.unitRule(unit, {}) === null)).toEqual([]);
    },
  );
});
