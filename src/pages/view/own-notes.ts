/** Notes and favourites of whoever sits before the screen: kept on the device, carried as a file, never sent anywhere. */
export interface OwnNotes {
  /** By competitor. */
  readonly notes: Readonly<Record<string, string>>;
  /** Competitors and organisations. */
  readonly favourites: readonly string[];
}

export const NO_NOTES: OwnNotes = { notes: {}, favourites: [] };

const FORMAT = 'splitsecond-notes-1';

export const notesFile = ({ notes, favourites }: OwnNotes): string =>
  JSON.stringify({ format: FORMAT, notes, favourites }, null, 2);

/** Null when the text is no such file. */
export function notesFrom(text: string): OwnNotes | null {
  const read = parsed(text);
  if (!isObject(read) || read.format !== FORMAT || !isObject(read.notes)) return null;
  if (!Array.isArray(read.favourites)) return null;
  const notes = Object.entries(read.notes).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return {
    notes: Object.fromEntries(notes),
    favourites: read.favourites.filter((each): each is string => typeof each === 'string'),
  };
}

/** What comes in stands beside what is there; of two notes on one competitor both stay. */
export function together(own: OwnNotes, added: OwnNotes): OwnNotes {
  const notes: Record<string, string> = { ...own.notes };
  for (const [competitor, note] of Object.entries(added.notes)) {
    const before = notes[competitor];
    notes[competitor] =
      before === undefined || before.includes(note) ? (before ?? note) : `${before}\n${note}`;
  }
  return { notes, favourites: [...new Set([...own.favourites, ...added.favourites])] };
}

/** `★` of a favourite, competitor or organisation, `✎` of somebody with a note; empty of everybody else. */
export function ownMark({ notes, favourites }: OwnNotes, competitor: string, organisation = ''): string {
  const isFavourite = favourites.includes(competitor) || favourites.includes(organisation);
  return `${isFavourite ? '★' : ''}${notes[competitor] === undefined ? '' : '✎'}`;
}

/** An empty note is none. */
export function withNote({ notes, favourites }: OwnNotes, competitor: string, note: string): OwnNotes {
  const { [competitor]: _before, ...others } = notes;
  return { favourites, notes: note.trim() === '' ? others : { ...others, [competitor]: note } };
}

export const withFavourite = ({ notes, favourites }: OwnNotes, code: string): OwnNotes => ({
  notes,
  favourites: favourites.includes(code) ? favourites.filter((each) => each !== code) : [...favourites, code],
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
