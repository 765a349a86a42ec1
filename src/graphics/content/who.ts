/** Who is shown, and whom a graphic of one competitor is about. */
import { listRows } from '../../model/document.ts';
import type { Identity, MemberIdentity } from '../../model/row.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';

export interface Who {
  readonly key: string;
  /** The longest first: the first that fits is shown. */
  readonly names: readonly string[];
  /** The same; its code is the last. */
  readonly organisations: readonly string[];
  /** Code of the flag; empty where there is none. */
  readonly flag: string;
}

export function whoIs(
  key: string,
  identity: Pick<Identity, 'name' | 'organisation' | 'organisationNames' | 'flag'> & Partial<PictureNames>,
  { language }: Pick<Told, 'language'>,
): Who {
  const names = namesFor(identity);
  const organisation = identity.organisationNames?.[language];
  return {
    key,
    names,
    // A team that is called as its organisation need not say it again.
    organisations: each(organisation === names[0] ? undefined : organisation, identity.organisation),
    flag: identity.flag ?? '',
  };
}

type PictureNames = Pick<MemberIdentity, 'tvName' | 'tvInitialName' | 'shortName'>;

export const namesFor = ({ name, tvName, tvInitialName, shortName }: PictureNames & { name: string }) =>
  each(tvName ?? name, tvInitialName, shortName);

const each = (...texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(texts.filter((text): text is string => text !== undefined && text !== '')),
];

/** Who is told; else who alone is in action, else who alone leads. Null: nobody is singled out. */
export function keyShown({ main, beside }: Scene, { competitor }: Pick<Told, 'competitor'>): string | null {
  if (competitor !== null) return competitor;
  const inAction = [...(beside('CURRENT')?.rows ?? [])].filter(({ turn }) => turn.role === 'CURRENT');
  if (inAction.length > 0) return inAction.length === 1 ? inAction[0]!.key : null;
  const leaders = main === null ? [] : listRows(main).filter(({ place }) => place.rank === 1);
  return leaders.length === 1 ? leaders[0]!.key : null;
}
