/** What scrolls by itself can be scrolled by keys as well. */
import type { ComponentChildren } from 'preact';

interface FrameProps {
  readonly label: string;
  /** A name of its own for the style of the page. */
  readonly kind?: string;
  readonly children: ComponentChildren;
}

export function Frame({ label, kind = '', children }: FrameProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the frame scrolls
    <section class={`sheet ${kind}`.trim()} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
