/** Values of declared shapes as fast-check makes them: canonical (no empty optional field), with awkward texts. */
import fc from 'fast-check';
import { formatRsc } from '../../src/model/rsc.ts';
import { type Field, fieldsOf, type Kind, type Shape } from '../../src/model/shape/field.ts';

/** Texts that XML can hold, with what has to be escaped in one format or another. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '10.02',
    'MÜLLER',
    'x',
    '<&>"\'',
    ' a\tb\r\nc ',
    '--',
    '\u{1f3c5}',
    "d'Or & Söhne",
    ']]>',
    '&amp;',
    '中',
  ),
  fc.string({ minLength: 1, maxLength: 6 }),
);

export const arbitraryCode = fc.stringMatching(/^[A-Z0-9]{1,8}$/);

export const arbitraryRsc = fc
  .record({
    discipline: fc.constantFrom('ATH', 'SWM', 'GAR', 'DIV'),
    gender: fc.constantFrom('M', 'W', 'X', ''),
    event: fc.constantFrom('100M', 'LONGJUMP', '1APVT', '4X100MFR'),
    phase: fc.constantFrom('FNL', 'HEAT', ''),
    unit: fc.constantFrom('000100', ''),
  })
  .map(formatRsc);

/** What some fields hold in truth, where any text would not do: `Shape.field`. */
const TRUER: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'Header.subcode': arbitraryCode,
  'Column.source': fc.constantFrom('rank', 'result', 'details.timedRace.reaction'),
  'Identity.organisation': fc.constantFrom('ITA', 'GER', 'USA', 'CIV'),
  'Identity.lane': arbitraryCode,
  'Leg.competitor': fc.constantFrom('1', 'A', 'B2', 'C'),
  'Member.competitor': fc.constantFrom('1', 'A', 'B2', 'C'),
  'JudgedPart.athlete': fc.constantFrom('1', 'A', 'B2', 'C'),
  'Info.venue': fc.oneof(fc.constant('STA'), arbitraryText),
  'Info.venueName': fc.constant('Stade de France'),
  'Info.locationName': fc.constant('Piste & terrain'),
  'Info.day': fc.constant('2024-06-08'),
  'Scheduled.venueName': fc.constant('Stade de France'),
  'Scheduled.locationName': fc.constant('Piste & terrain'),
  'Session.venueName': fc.constant('Stade de France'),
  'Competition.code': fc.constantFrom('EC2024', 'MEET-1'),
  'Competition.utcOffset': fc.constantFrom('+02:00', '-09:30', '+00:00'),
};

/** Lists in which nobody stands twice. */
const UNIQUE: Readonly<Record<string, string>> = { 'Identity.members': 'competitor' };

export function arbitraryOf<T extends object>(shape: Shape): fc.Arbitrary<T> {
  const entries = fieldsOf(shape).map(([name, field]) => [name, arbitraryField(shape, name, field)] as const);
  return fc.record(Object.fromEntries(entries), {
    requiredKeys: fieldsOf(shape)
      .filter(([, { presence }]) => presence !== 'optional')
      .map(([name]) => name),
  }) as unknown as fc.Arbitrary<T>;
}

/** Optional fields are absent rather than empty, flags true rather than false. */
function arbitraryField(shape: Shape, name: string, { kind, presence }: Field): fc.Arbitrary<unknown> {
  const path = `${shape.name}.${name}`;
  const least = presence === 'optional' ? 1 : 0;
  const value =
    TRUER[path] ??
    (kind.is === 'flag' && presence === 'optional'
      ? fc.constant(true)
      : arbitraryKind(kind, least, UNIQUE[path]));
  return presence === 'nullable' ? fc.option(value, { nil: null }) : value;
}

function arbitraryKind(kind: Kind, least: number, uniqueBy?: string): fc.Arbitrary<unknown> {
  switch (kind.is) {
    case 'text':
      return arbitraryText;
    case 'rsc':
      return arbitraryRsc;
    case 'instant':
      return fc.constantFrom('2024-06-09T22:53:00+02:00', '2024-06-09T20:53:11.104Z');
    case 'flag':
      return fc.boolean();
    case 'count':
      return fc.integer({ min: 1, max: 300 });
    case 'whole':
      return fc.integer({ min: -300, max: 300 });
    case 'code':
      return fc.constantFrom(...kind.values);
    case 'texts':
      return fc.dictionary(fc.constantFrom('PB', 'SB', 'D', 'ND', 'J1', 'COUNT'), arbitraryText, {
        minKeys: least,
      });
    case 'list': {
      const bounds = { minLength: least, maxLength: 3 };
      const each = arbitraryKind(kind.of, 1);
      return uniqueBy === undefined
        ? fc.array(each, bounds)
        : fc.uniqueArray(each, {
            ...bounds,
            selector: (one) => (one as Readonly<Record<string, unknown>>)[uniqueBy],
          });
    }
    case 'shape':
      return kind.shape.name === 'Details' ? arbitraryDetails(kind.shape) : arbitraryOf(kind.shape);
  }
}

/** At most one family. */
const arbitraryDetails = (details: Shape): fc.Arbitrary<object> =>
  fc.oneof(
    fc.constant({}),
    ...fieldsOf(details).map(([name, { kind }]) => fc.record({ [name]: arbitraryKind(kind, 1) })),
  );
