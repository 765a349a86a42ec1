/** Numbers by their size, also where they stand in a text: lane 2 before lane 10. */
const collator = new Intl.Collator('en', { numeric: true });

export const localeOrder = (one: string, other: string): number => collator.compare(one, other);
