/** The language that the address asks for, `?lang=fr`, and its words. */
import type { Speech } from '../view/speech.ts';
import { languageFor, PAGE_WORDS } from '../words/page-words.ts';
import { WordStore } from './word-store.ts';

export function startSpeech(): Speech {
  const language = languageFor(new URLSearchParams(location.search).get('lang'));
  document.documentElement.lang = language;
  const store = new WordStore(language);
  return {
    language,
    said: PAGE_WORDS[language]!,
    words: (unit) => store.of(unit),
    word: (section, code) => store.word(section, code),
  };
}
