import { readFileSync, writeFileSync } from 'node:fs';

/** Puts a text between the marks that a page has for it: a line `<!-- NAME:begin -->`, and `<!-- NAME:end -->`. */
export function writeSection(path: string, name: string, text: string): void {
  const begin = `<!-- ${name}:begin -->\n`;
  const end = `<!-- ${name}:end -->`;
  const page = readFileSync(path, 'utf8');
  const [before, after] = [page.indexOf(begin), page.indexOf(end)];
  if (before < 0 || after < before)
    throw new Error(`${path} does not have the marks ${begin.trim()} and ${end}`);
  writeFileSync(path, `${page.slice(0, before)}${begin}${text}${page.slice(after)}`);
}
