/** The medal table as IPTC's sample of one has it: an `award` a colour, `all` for the total. */
import { type Document, withDerived } from '../../../model/document.ts';
import type { Derived } from '../../../model/order.ts';
import { organisationName } from '../wording.ts';
import { textXml, vendor, xml } from '../xml.ts';
import { MEDAL } from './stats.ts';

export const medalStanding = ({ header, rows }: Document, language: string): string =>
  xml(
    'standing',
    {},
    ...withDerived(header, rows).map(({ key, medals, place }) => {
      const { gold, silver, bronze, total, rankTotal } = medals!;
      const { rank } = place as typeof place & Derived;
      const award = (where: number | 'all', won: number): string =>
        xml('award', { 'award-type': MEDAL, place: where, total: won });
      return xml(
        'team',
        {},
        xml(
          'team-metadata',
          { key: vendor(key), nationality: key },
          textXml('name', { role: 'nrol:full' }, organisationName(key, language)),
        ),
        xml(
          'team-stats',
          {},
          award(1, gold),
          award(2, silver),
          award(3, bronze),
          award('all', total),
          rank === null ? '' : xml('rank', { type: vendor('rank'), value: rank }),
          xml('rank', { type: vendor('rank-total'), value: rankTotal }),
        ),
      );
    }),
  );
