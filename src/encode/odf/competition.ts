/** What a header says of the competition beside its code <-> one quadruple of ours. */
import type { Header } from '../../model/document.ts';
import { always, extension, extensionValue, OWN } from './quadruple.ts';
import { present, type XmlNode } from './xml-node.ts';

const INFO = 'ExtendedInfo';

export const competitionXml = (competition: Header['competition']): string =>
  competition === undefined
    ? ''
    : always(
        INFO,
        OWN,
        'COMPETITION',
        competition.code,
        undefined,
        extension('NAME', competition.name) + extension('UTC_OFFSET', competition.utcOffset),
      );

export const competitionOf = (node: XmlNode | undefined): Pick<Header, 'competition'> =>
  node === undefined
    ? {}
    : {
        competition: {
          code: node.attributes.Value ?? '',
          ...present({ name: extensionValue(node, 'NAME'), utcOffset: extensionValue(node, 'UTC_OFFSET') }),
        },
      };
