import { Command } from 'commander';
import type { CatalogueEntry } from '../catalogue/catalogue.ts';
import { SPORTS } from '../sports.ts';
import { usageFailure } from './failure.ts';
import { print } from './terminal.ts';
import { textTable } from './text-table.ts';

const EXAMPLES = `
Examples:
  $ npx splitsecond catalogue                disciplines, what they were held against, what is missing
  $ npx splitsecond catalogue --json         the same for a program, with every event code and case
  $ npx splitsecond catalogue --codes ATH    the RSC codes of a discipline, in English and French`;

export const catalogueCommand = (): Command =>
  new Command('catalogue')
    .description('what is there: disciplines, families, editions, documents, cases, and what is missing')
    .option('--json', 'print one JSON object')
    .option('--codes <discipline>', 'print the page of RSC codes of a discipline')
    .addHelpText('after', EXAMPLES)
    .action(catalogue);

interface CatalogueOptions {
  readonly json?: boolean;
  readonly codes?: string;
}

async function catalogue({ json, codes }: CatalogueOptions): Promise<void> {
  if (codes !== undefined) return printCodes(codes);
  const { catalogueOf } = await import('../catalogue/catalogue.ts');
  const made = catalogueOf(SPORTS);
  print(json === true ? `${JSON.stringify(made)}\n` : made.disciplines.map(textOf).join('\n'));
}

async function printCodes(discipline: string): Promise<void> {
  const { codesPage } = await import('../catalogue/codes-page.ts');
  const sport = SPORTS.find((each) => each.discipline === discipline);
  if (sport === undefined)
    throw usageFailure(
      `${discipline} is no discipline that is known`,
      `choose one of ${SPORTS.map((each) => each.discipline).join(', ')}`,
    );
  print(codesPage(sport));
}

const ROWS = [
  { label: '', align: 'left' },
  { label: '', align: 'left' },
] as const;

function textOf(entry: CatalogueEntry): string {
  const { code, name, families, editions, documents, events, cases, verified, missing } = entry;
  const lines = [
    ['families', families.join(', ')],
    ['editions', editions.join(', ')],
    ['documents', documents.join(' ')],
    ['events', events.length === 0 ? 'as the meet calls them' : String(events.length)],
    ['cases', String(cases.length)],
    ['verified', verified === null ? 'never' : verifiedText(verified)],
    ...missing.map((text, index) => [index === 0 ? 'missing' : '', text]),
  ];
  return `${code} ${name}${textTable(
    ROWS,
    lines.map(([what, text]) => [`  ${what}`, text!]),
  )}`;
}

const verifiedText = ({
  compared,
  equal,
  explained,
  left,
  revision,
}: NonNullable<CatalogueEntry['verified']>) =>
  `${equal} of ${compared} rows equal, ${explained} explained by the source, ${left} left out (rules ${revision})`;
