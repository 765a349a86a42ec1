/** A state in shape and word: the colour only repeats it. */
const SHAPES = { good: '●', watch: '◆', bad: '▲', gone: '✖', unknown: '?' } as const;

export type Tone = keyof typeof SHAPES;

export function Mark({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span class="mark" data-tone={tone}>
      <span aria-hidden="true">{SHAPES[tone]}</span> {word}
    </span>
  );
}
