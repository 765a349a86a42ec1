/** How far a result is, in a word and a frame of its own. */
export function Badge({ status, word, id }: { status: string; word: string; id?: string }) {
  return (
    <span class="badge" data-status={status} id={id}>
      {word}
    </span>
  );
}
