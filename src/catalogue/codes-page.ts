/** The page of RSC codes of a sport, as Markdown: made of the tables by which a feed is checked, and of the words. */
import type { Sport } from '../rules/contract.ts';
import { wordsOf } from '../rules/words/words-of.ts';

export function codesPage(sport: Sport): string {
  const { name, discipline, codes } = sport;
  const [english, french] = [wordsOf(sport, 'en')!, wordsOf(sport, 'fr')!];
  const genders = codes?.genders ?? [];
  const rows = genders.flatMap((gender) =>
    (codes?.events(gender) ?? []).map((event) => ({
      event,
      gender,
      phases: (codes?.phases(event, gender) ?? []).join(' '),
    })),
  );
  const events = [...new Set(rows.map(({ event }) => event))].map((event) => {
    const of = rows.filter((row) => row.event === event);
    const phases = [...new Set(of.map((row) => row.phases))].join(' / ');
    const named = event === '' ? '(none)' : `\`${event}\``;
    return [
      named,
      english.events?.[event] ?? '',
      french.events?.[event] ?? '',
      of.map((row) => row.gender).join(' '),
      phases,
    ];
  });
  const called =
    codes?.events(genders[0] ?? '').length === 0 ? 'Events are called as the meet calls them.\n' : '';
  const eventCodes = rows.length === 0 ? [''] : [...new Set(rows.map(({ event }) => event))];
  const phases = [
    ...new Set(
      eventCodes.flatMap((event) => genders.flatMap((gender) => codes?.phases(event, gender) ?? [])),
    ),
  ];
  const units = [
    ...new Set(eventCodes.flatMap((event) => phases.flatMap((phase) => codes?.units(event, phase) ?? []))),
  ];
  return [
    `# ${name}: RSC codes\n`,
    `Made from the tables of the sport by \`splitsecond catalogue --codes ${discipline}\`. An RSC has 34 characters: discipline \`${discipline}\`, gender`,
    '(1), event (18), phase (4), unit (8), each filled up with `-`.\n',
    called,
    events.length === 0 ? '' : table(['event', 'English', 'French', 'genders', 'phases'], events),
    table(
      ['phase', 'English', 'French'],
      phases.map((phase) => [`\`${phase}\``, english.phases?.[phase] ?? '', french.phases?.[phase] ?? '']),
    ),
    `Unit codes, \`#\` a digit and \`@\` a letter: ${units.map((form) => `\`${form}\``).join(', ')}. Genders: ${genders
      .map((gender) => `\`${gender}\``)
      .join(', ')}.\n`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
    .concat('\n');
