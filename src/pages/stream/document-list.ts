/** What the edge has published, as its list says it: looked at every few seconds while the page is seen. */
import { type Signal, signal } from '@preact/signals';
import type { Listed } from '../view/document-list.ts';

const LIST_EVERY_MS = 3_000;

export function documentList(): Signal<readonly Listed[] | null> {
  const listed = signal<readonly Listed[] | null>(null);
  const refresh = async (): Promise<void> => {
    try {
      const response = await fetch('/v1/documents');
      if (response.ok) listed.value = ((await response.json()) as { documents: Listed[] }).documents;
    } catch {
      // The connection says it already.
    }
  };
  void refresh();
  setInterval(() => {
    if (!document.hidden) void refresh();
  }, LIST_EVERY_MS);
  return listed;
}
