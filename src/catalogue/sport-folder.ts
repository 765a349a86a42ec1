/** Where a sport keeps what is not code. The folder lies beside `src/`, in a clone as in what is built. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SPORTS_FOLDER = fileURLToPath(new URL('../../sports/', import.meta.url));

export const rulebookOf = (folder: string): string => join(SPORTS_FOLDER, folder, 'rulebook.md');

export function caseNames(folder: string): string[] {
  const cases = join(SPORTS_FOLDER, folder, 'cases');
  if (!existsSync(cases)) return [];
  return readdirSync(cases, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
