/** Words for the codes in documents, as an edge serves them: of each discipline and language once. */
import type { Words } from '../model/words.ts';

const known = new Map<string, Promise<Words | undefined>>();

/** Undefined where they cannot be had: then codes stand for themselves, and who asks next asks again. */
export function wordsOf(server: string, discipline: string, language: string): Promise<Words | undefined> {
  const address = new URL(`/v1/words/${discipline}/${language}.json`, server).href;
  const asked = known.get(address) ?? load(address);
  known.set(address, asked);
  return asked;
}

async function load(address: string): Promise<Words | undefined> {
  try {
    const response = await fetch(address);
    if (response.ok) return (await response.json()) as Words;
  } catch {
    // No connection: what documents say in themselves stays.
  }
  known.delete(address);
  return undefined;
}
