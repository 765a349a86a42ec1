/** A graphic as an operator prepares it, before anything of it is on air. Pure. */
import type { Document } from '../../model/document.ts';
import { disciplineOf } from '../../model/rsc.ts';
import type { DocumentType } from '../../model/shape/table.ts';
import type { Cue, ToldTexts } from '../../on-air/output.ts';
import type { Listed } from './document-list.ts';

/** What it is about: one document, or whatever is live in a discipline. */
export type Subject = { readonly channel: string } | { readonly discipline: string };

/** How it is told to be shown: fields that are not as usual. */
export type Options = ToldTexts;

export interface Draft {
  readonly subject: Subject;
  readonly graphic: string;
  /** Empty: whoever is in action, else whoever leads. */
  readonly competitor: string;
  readonly options: Options;
  /** Empty: the one that has the name of the graphic. */
  readonly layer: string;
}

const SUBJECT_FIELDS = ['channel', 'discipline', 'competitor'];

export const toldOf = ({ subject, competitor, options }: Draft): ToldTexts => ({
  ...subject,
  ...(competitor === '' ? {} : { competitor }),
  ...Object.fromEntries(Object.entries(options).filter(([, text]) => text !== '')),
});

export const layerOf = ({ layer, graphic }: Pick<Draft, 'layer' | 'graphic'>): string =>
  layer === '' ? graphic : layer;

/** What is on air, to be changed; null where it says nothing of what it is about. */
export function draftOf({ told, graphic, layer }: Cue): Draft | null {
  const { channel, discipline, competitor = '' } = told;
  const subject = channel !== undefined ? { channel } : discipline !== undefined ? { discipline } : null;
  if (subject === null) return null;
  const options = Object.fromEntries(Object.entries(told).filter(([name]) => !SUBJECT_FIELDS.includes(name)));
  return { subject, graphic, competitor, options, layer: layer === graphic ? '' : layer };
}

interface Kind {
  readonly types: readonly DocumentType[];
}

/** Whether a graphic can be about it. Of what is live it takes what it needs. */
export const fits = ({ types }: Kind, subject: Subject): boolean =>
  'discipline' in subject || types.some((type) => subject.channel.split('/')[1] === type);

export interface Choice {
  readonly key: string;
  readonly name: string;
}

/** Who can be chosen, in the order of the document: number or lane, name, organisation. */
export const competitorsIn = (document: Pick<Document, 'rows'> | null): readonly Choice[] =>
  document === null
    ? []
    : [...document.rows].flatMap(({ key, identity }) => {
        if (identity === undefined) return [];
        const { name, organisation, bib, lane } = identity;
        const number = bib ?? lane ?? '';
        return [{ key, name: [number, name, organisation].filter((text) => text !== '').join(' · ') }];
      });

/** Those of which something is live, by code. */
export const liveDisciplines = (listed: readonly Listed[]): readonly string[] =>
  [
    ...new Set(
      listed
        .filter(({ type, status }) => type === 'RESULT' && status === 'LIVE')
        .map(({ unit }) => disciplineOf(unit)),
    ),
  ].sort();

/** Whether what is shown as on air is so: only what the broker says, and as long as it can say otherwise. */
export type OnAirFeed = 'CONNECTING' | 'NO_SERVER' | 'NO_BROKER' | 'LIVE';

/** The server says something every other second. */
const HEARD_MS = 6_000;

export function onAirFeed(heardAgoMs: number | null, isConfirmed: boolean): OnAirFeed {
  if (heardAgoMs === null) return 'CONNECTING';
  if (heardAgoMs > HEARD_MS) return 'NO_SERVER';
  return isConfirmed ? 'LIVE' : 'NO_BROKER';
}
