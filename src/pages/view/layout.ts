/** How a commentator screen is laid out, as its address says it: whoever has the address has the layout. */
export const VIEWS = ['now', 'start', 'results', 'athlete', 'overview'] as const;
export type View = (typeof VIEWS)[number];

export interface Layout {
  readonly view: View;
  /** Empty: whichever is under way first. */
  readonly discipline: string;
  /** RSCs of units side by side, three at most; none: what is live. */
  readonly units: readonly string[];
  /** Seconds by which everything comes later, 0 to 600. */
  readonly delayS: number;
  readonly isMirrored: boolean;
  /** Whose card is shown. */
  readonly competitor: string;
}

export const MOST_UNITS = 3;
export const MOST_DELAY_S = 600;

export const FIRST_LAYOUT: Layout = {
  view: 'now',
  discipline: '',
  units: [],
  delayS: 0,
  isMirrored: false,
  competitor: '',
};

/** The part of an address after `#`; what cannot be is left out. */
export function layoutFrom(hash: string): Layout {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const view = asked.get('view');
  const discipline = asked.get('discipline') ?? '';
  return {
    view: VIEWS.find((known) => known === view) ?? 'now',
    discipline: /^[A-Z0-9]{3}$/.test(discipline) ? discipline : '',
    units: (asked.get('units') ?? '')
      .split(',')
      .filter((unit) => /^[A-Z0-9.-]{34}$/.test(unit))
      .slice(0, MOST_UNITS),
    delayS: delayFrom(asked.get('delay') ?? ''),
    isMirrored: asked.get('mirror') === '1',
    competitor: asked.get('competitor') ?? '',
  };
}

/** Whole seconds, as somebody writes them; 0 for what is no number. */
export function delayFrom(text: string): number {
  const seconds = Math.round(Number(text));
  return Number.isFinite(seconds) ? Math.min(MOST_DELAY_S, Math.max(0, seconds)) : 0;
}

export function addressOf({ view, discipline, units, delayS, isMirrored, competitor }: Layout): string {
  const said = new URLSearchParams({ view });
  if (discipline !== '') said.set('discipline', discipline);
  if (units.length > 0) said.set('units', units.join(','));
  if (delayS > 0) said.set('delay', String(delayS));
  if (isMirrored) said.set('mirror', '1');
  if (competitor !== '') said.set('competitor', competitor);
  return `#${said.toString().replaceAll('%2C', ',')}`;
}

/** The moment, from wherever somebody is lost. Units side by side are a layout that somebody has made: they stay, one alone does not. */
export const backToNow = ({ discipline, units, delayS, isMirrored }: Layout): Layout => ({
  ...FIRST_LAYOUT,
  ...{ discipline, delayS, isMirrored },
  units: units.length > 1 ? units : [],
});

/** Another unit beside those that are shown; one that is shown already goes. */
export function withUnit(layout: Layout, unit: string, isBeside: boolean): Layout {
  if (!isBeside) return { ...layout, units: [unit] };
  const units = layout.units.includes(unit)
    ? layout.units.filter((each) => each !== unit)
    : [...layout.units, unit].slice(-MOST_UNITS);
  return { ...layout, units };
}
