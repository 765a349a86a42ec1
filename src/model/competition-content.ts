/** What is said of the competition itself: facts `competition` and `session`. */
/** Texts by language (BCP 47: `en`, `fr`). */
export type Texts = Readonly<Record<string, string>>;

export interface VenueLocation {
  readonly code: string;
  readonly names?: Texts;
}

export interface Venue {
  /** As `setup.venue` has it. */
  readonly code: string;
  readonly names?: Texts;
  /** Where its clocks are not those of the competition. */
  readonly utcOffset?: string;
  readonly locations?: readonly VenueLocation[];
}

export interface Organisation {
  /** As `competitor.organisation` has it. */
  readonly code: string;
  readonly names?: Texts;
  /** Code of its flag, where that is not its own code. */
  readonly flag?: string;
}

/** The competition that everything belongs to. Said of the RSC `GEN`, or of a discipline that is one of its own; whole. */
export interface CompetitionContent {
  /** `OG2024`. */
  readonly code: string;
  readonly names?: Texts;
  /** `Europe/Paris`: for people. What clocks show is `utcOffset`. */
  readonly timeZone?: string;
  /** `+02:00`. Where clocks change on the way, the venue says the competition again. */
  readonly utcOffset?: string;
  /** In the order in which names are written. */
  readonly languages?: readonly string[];
  readonly venues?: readonly Venue[];
  readonly organisations?: readonly Organisation[];
}

export const SESSION_TYPES = ['MOR', 'AFT', 'EAF', 'LAF', 'EVE', 'ALL'] as const;

/** A session of a discipline's schedule. Said of the discipline, by code. */
export interface Session {
  /** `ATH01`; units name it (`setup.session`). */
  readonly code: string;
  readonly names?: Texts;
  readonly start?: string;
  readonly end?: string;
  readonly venue?: string;
  readonly type?: (typeof SESSION_TYPES)[number];
  readonly status?: 'SCHEDULED' | 'CANCELLED';
}
