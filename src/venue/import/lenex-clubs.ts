/** Clubs of a LENEX file as organisations of the feed. */
import type { Organisations } from './organisations.ts';
import type { OwnCodes } from './own-codes.ts';
import { codeText, lineText } from './texts.ts';
import type { XmlElement } from './xml-tree.ts';

export interface LenexClub {
  /** Tells clubs apart where they have no code. */
  readonly key: string;
  readonly name: string;
  readonly organisation: string;
  /** A team of a nation, whose code is that of the nation. */
  readonly national: boolean;
}

/** A club without a code is called by its name: its nation is that of many clubs. */
export function clubOf({ attributes }: XmlElement, organisations: Organisations, keys: OwnCodes): LenexClub {
  const { clubid, code, nation, shortname, name = '' } = attributes;
  const national = attributes.type === 'NATIONALTEAM';
  const wished = (national ? code || nation : code || shortname) || name;
  const organisation = organisations.codeOf({
    code: codeText(wished),
    name: lineText(name || wished),
    nation: nation ? codeText(nation) : null,
    national,
  });
  const key = keys.of(code || clubid || name, [code, clubid, name, nation].join('|'));
  return { key, name: lineText(name), organisation, national };
}
