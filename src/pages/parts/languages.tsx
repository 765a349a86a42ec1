/** The same page in each language that pages speak. */
import { PAGE_WORDS } from '../words/page-words.ts';

/** `hash`: what is shown, so that it stays: the part of the address from `#` on, or nothing. */
export function Languages({ current, hash }: { current: string; hash: string }) {
  return (
    <p class="languages">
      {Object.entries(PAGE_WORDS).map(([language, said]) => (
        <a
          key={language}
          lang={language}
          hreflang={language}
          href={`?lang=${language}${hash}`}
          aria-current={language === current ? 'true' : undefined}
        >
          {said.languageName}
        </a>
      ))}
    </p>
  );
}
