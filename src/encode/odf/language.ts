/** Languages: ours are BCP 47 (`en`), ODF's three capital letters (`ENG`); one that is not in the table stays as it is. */
const ODF: Readonly<Record<string, string>> = {
  en: 'ENG',
  fr: 'FRA',
  zh: 'CHI',
  de: 'DEU',
  hi: 'HIN',
  it: 'ITA',
  ja: 'JPN',
  ko: 'KOR',
  pt: 'POR',
  ru: 'RUS',
  es: 'SPA',
};

const OURS: ReadonlyMap<string, string> = new Map(Object.entries(ODF).map(([ours, odf]) => [odf, ours]));

export const odfLanguage = (language: string): string =>
  Object.hasOwn(ODF, language) ? ODF[language]! : language;
export const languageOf = (odf: string): string => OURS.get(odf) ?? odf;

/** English first, then French, then as they come. */
export const inOdfOrder = (texts: readonly (readonly [language: string, text: string])[]): typeof texts =>
  [...texts].sort(([one], [other]) => rank(one) - rank(other));

const rank = (language: string): number => (language === 'en' ? 0 : language === 'fr' ? 1 : 2);
