import { Option } from 'commander';
import { LANGUAGES } from '../rules/words/words-of.ts';

/** `of`: what is said in it. */
export const languageOption = (of: string): Option =>
  new Option('--language <language>', of).choices(LANGUAGES).default('en');
