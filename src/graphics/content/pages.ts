/** Lists that are shown a page at a time. */
import type { Told } from '../told.ts';

/** From 1 on: a list that is empty is one page with nothing on it. */
export const pagesIn = (count: number, rows: number): number => Math.max(1, Math.ceil(count / rows));

/** The first page is 0; nothing beyond the last one. */
export const onPage = <Line>(
  lines: readonly Line[],
  { rows }: Pick<Told, 'rows'>,
  page: number,
): readonly Line[] => lines.slice(page * rows, (page + 1) * rows);

/** `2/3`; empty where there is only one. */
export const pageText = (page: number, pages: number): string => (pages === 1 ? '' : `${page + 1}/${pages}`);
