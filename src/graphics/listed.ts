/** Which graphics there are, also for programs that serve and pack them and know no browser. `kinds.ts` makes all of them; a test holds that. */

export interface Listed {
  /** In addresses and in the name of its element: `lower-third`. */
  readonly name: string;
  readonly title: string;
  /** Is there more than one page, which `next` turns? */
  readonly isPaged: boolean;
}

export const LISTED: readonly Listed[] = [
  { name: 'lower-third', title: 'Lower third', isPaged: false },
  { name: 'start-list', title: 'Start list', isPaged: true },
  { name: 'standings', title: 'Standings', isPaged: true },
  { name: 'lane-result', title: 'Lane result', isPaged: false },
  { name: 'clock', title: 'Clock', isPaged: false },
  { name: 'score-bug', title: 'Score bug', isPaged: false },
  { name: 'medal-table', title: 'Medal table', isPaged: true },
  { name: 'bracket', title: 'Bracket', isPaged: true },
  { name: 'result-strap', title: 'Result strap', isPaged: false },
  { name: 'record-strap', title: 'Record strap', isPaged: false },
  { name: 'weather', title: 'Weather', isPaged: false },
];

/** What is said of one of them here, and nowhere else. */
export const listed = (name: string): Listed => LISTED.find((each) => each.name === name)!;
