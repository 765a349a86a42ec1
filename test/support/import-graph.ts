import { importsOf, type SourceFile } from './source-tree.ts';

/** File -> files that it imports, types included; only those among `files`. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

export function importGraph(files: readonly SourceFile[]): ImportGraph {
  const known = new Set(files.map(({ path }) => path));
  return new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .map(({ target }) => target)
        .filter((target) => known.has(target)),
    ]),
  );
}

/** What the entries import, in one step or several, themselves included. */
export function reachedFrom(entries: readonly string[], graph: ImportGraph): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...(graph.get(path) ?? []));
  }
  return reached;
}

/** Files that import each other in a circle: one list a knot, in alphabetical order. */
export function circlesIn(graph: ImportGraph): readonly (readonly string[])[] {
  const below = new Map([...graph].map(([path, targets]) => [path, reachedFrom(targets, graph)]));
  const inCircle = [...graph.keys()].filter((path) => below.get(path)!.has(path));
  const circles = new Map<string, string[]>();
  for (const path of inCircle.sort()) {
    const first = inCircle.find((other) => below.get(other)!.has(path) && below.get(path)!.has(other))!;
    circles.set(first, [...(circles.get(first) ?? []), path]);
  }
  return [...circles.values()];
}
