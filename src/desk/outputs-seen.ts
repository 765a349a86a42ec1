import type { OutputSeen } from '../incidents/measured.ts';
import type { OutputPage, PartSeen } from '../incidents/part.ts';
import { NEVER_TAKEN, type OutputHeard } from '../on-air/output.ts';

/** A page shows by then what was taken, and has said so. */
const SHOWN_MS = 5_000;

/** What is on air on graphics outputs, and how many pages show it. `now`: milliseconds since 1970 by the broker's clock. */
export function outputsSeen(
  outputs: readonly OutputHeard[],
  parts: readonly PartSeen[],
  now: number,
): readonly OutputSeen[] {
  const known = new Map(outputs.map((output) => [output.name, output]));
  const pagesOf = pagesByOutput(parts);
  return [...new Set([...known.keys(), ...pagesOf.keys()])].map((output) => {
    const { changedAt, cues } = known.get(output) ?? NEVER_TAKEN;
    const pages = [...(pagesOf.get(output)?.values() ?? [])];
    const isOld = (page: OutputPage): boolean => page.changedAt < changedAt && now - changedAt > SHOWN_MS;
    return {
      output,
      onAir: cues.filter(({ state }) => state === 'IN').map(({ graphic }) => graphic),
      pages: pages.length,
      behind: pages.filter((page) => page.isBehind || isOld(page)).length,
      isShown: pages.some((page) => !isOld(page)),
    };
  });
}

/** Each page once: of one that has gone to another edge both still speak, and what it said of the newer state is of now. */
function pagesByOutput(parts: readonly PartSeen[]): Map<string, Map<string, OutputPage>> {
  const all = new Map<string, Map<string, OutputPage>>();
  for (const { word } of parts)
    for (const [output, pages] of Object.entries(word.pages ?? {})) {
      const known = all.get(output) ?? new Map<string, OutputPage>();
      all.set(output, known);
      for (const page of pages)
        if ((known.get(page.page)?.changedAt ?? -1) <= page.changedAt) known.set(page.page, page);
    }
  return all;
}
