import type { LedgerFacts } from '../ledger/ledger-facts.ts';
import { UnitLedger } from '../ledger/unit-ledger.ts';
import type { CompetitionContent, Texts, Venue } from '../model/competition-content.ts';
import type { Fact } from '../model/fact.ts';
import { localTime } from '../model/local-time.ts';
import { ORGANISATION_NAMES } from '../model/organisations.ts';

/** What was said of the competition, ready to be asked; another object after each change. */
export class CompetitionSaid {
  readonly content: CompetitionContent | null;
  readonly #venues: ReadonlyMap<string, Venue>;
  readonly #organisations: ReadonlyMap<string, { readonly names?: Texts; readonly flag?: string }>;

  constructor(content: CompetitionContent | null) {
    this.content = content;
    this.#venues = new Map(content?.venues?.map((venue) => [venue.code, venue]));
    this.#organisations = new Map(content?.organisations?.map((each) => [each.code, each]));
  }

  /** The first language of the competition that the texts have, or any; undefined without a text. */
  text(texts: Texts | undefined): string | undefined {
    if (texts === undefined) return undefined;
    for (const language of this.content?.languages ?? []) if (texts[language]) return texts[language];
    return texts.en ?? Object.values(texts)[0];
  }

  /** As clocks at the venue show it; as it was said where no offset is known. */
  localTime<Text extends string | undefined>(time: Text, venue: string | undefined): Text | string {
    return time === undefined ? time : localTime(time, this.offsetAt(venue));
  }

  offsetAt(venue: string | undefined): string | undefined {
    return (venue === undefined ? undefined : this.#venues.get(venue)?.utcOffset) ?? this.content?.utcOffset;
  }

  venueNames(venue: string | undefined): Texts | undefined {
    return venue === undefined ? undefined : this.#venues.get(venue)?.names;
  }

  locationNames(venue: string | undefined, location: string | undefined): Texts | undefined {
    if (venue === undefined || location === undefined) return undefined;
    return this.#venues.get(venue)?.locations?.find(({ code }) => code === location)?.names;
  }

  organisationNames(organisation: string): Texts | undefined {
    return this.#organisations.get(organisation)?.names ?? ORGANISATION_NAMES.get(organisation);
  }

  /** The flag's code: said, else that of the organisation. */
  flagOf(organisation: string): string {
    return this.#organisations.get(organisation)?.flag ?? organisation;
  }
}

/** The facts about the competition itself (RSC `GEN`). */
export class CompetitionLedger {
  readonly #ledger = new UnitLedger();
  #said = new CompetitionSaid(null);

  get said(): CompetitionSaid {
    return this.#said;
  }

  get facts(): LedgerFacts {
    return this.#ledger.facts;
  }

  takeUp(facts: LedgerFacts): void {
    this.#ledger.takeUp(facts);
    this.#said = new CompetitionSaid(this.#ledger.whole('competition')?.content ?? null);
  }

  isAsExpected(fact: Fact): boolean {
    return this.#ledger.isAsExpected(fact);
  }

  /** True when something else is said of the competition now. */
  take(fact: Fact): boolean {
    this.#ledger.take(fact);
    const content = this.#ledger.whole('competition')?.content ?? null;
    if (content === this.#said.content) return false;
    this.#said = new CompetitionSaid(content);
    return true;
  }
}
