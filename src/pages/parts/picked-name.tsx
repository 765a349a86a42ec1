/** Somebody's name: text on the public page, and where cards can be opened a way to the card. */

/** What a page makes of names. */
export interface Picking {
  /** What happens when a name is touched; without it names are text. */
  readonly pick?: ((competitor: string) => void) | undefined;
  /** What stands before the name of somebody whom the reader has marked. */
  readonly markOf?: ((competitor: string, organisation: string | undefined) => string) | undefined;
}

interface NameProps extends Picking {
  readonly competitor: string;
  readonly organisation?: string | undefined;
  readonly name: string;
}

export function PickedName({ competitor, organisation, name, pick, markOf }: NameProps) {
  const mark = markOf?.(competitor, organisation) ?? '';
  const text = mark === '' ? name : `${mark} ${name}`;
  if (pick === undefined) return <>{text}</>;
  return (
    <button type="button" class="pick" onClick={() => pick(competitor)}>
      {text}
    </button>
  );
}
