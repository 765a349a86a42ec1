import {
  type Channel,
  channelOf,
  type Document,
  type Header,
  listRows,
  type Reliability,
} from '../model/document.ts';
import { withPlaces } from '../model/order.ts';
import { type Medal, NO_PLACE, type Row } from '../model/row.ts';
import { GENERAL } from '../model/rsc.ts';
import { rowsOf } from '../model/shape/table.ts';
import type { Ranked } from '../rules/contract.ts';
import { most } from '../rules/criteria.ts';
import { rank } from '../rules/rank.ts';
import type { Version } from '../versions/versioned.ts';
import { Series } from './series.ts';

/** What one event counts: medals won in it, by organisation, and whether they can be relied on. */
interface Won {
  readonly medals: ReadonlyMap<string, Readonly<Record<Medal, number>>>;
  readonly reliability: Reliability;
}

const NONE: Readonly<Record<Medal, number>> = { GOLD: 0, SILVER: 0, BRONZE: 0 };

/**
 * The medal table of the competition. It reads published MEDALLISTS, so it needs no discipline's
 * facts and any engine can keep it. An event counts once its medallists are official.
 */
export class MedalTable {
  readonly #series: Series;
  readonly #won = new Map<Channel, Won>();
  readonly #seen = new Map<Channel, number>();
  /** Known events, and whether what is known of them is a rehearsal. */
  readonly #events = new Map<Channel, boolean>();
  /** Of which competition the events are. */
  readonly #competitions = new Map<Channel, Header['competition']>();
  #asOf = '';

  constructor(epoch: string) {
    this.#series = new Series(epoch);
  }

  get series(): Series {
    return this.#series;
  }

  /** Takes a published MEDALLISTS version in; the new table, or null when it stays the same. */
  take(medallists: Document): Version | null {
    const channel = channelOf(medallists.header);
    if ((this.#seen.get(channel) ?? 0) >= medallists.version) return null;
    this.#seen.set(channel, medallists.version);
    this.#events.set(channel, medallists.header.test);
    this.#competitions.set(channel, medallists.header.competition);
    if (COUNTING.has(medallists.header.status)) this.#won.set(channel, wonIn(medallists));
    else this.#won.delete(channel);
    // Of several events the order in which they are read need not be that in which they were decided.
    if (medallists.asOf > this.#asOf) this.#asOf = medallists.asOf;
    return this.#series.renew(this.#header(), this.#rows(), this.#asOf);
  }

  #header(): Header {
    return {
      type: 'MEDALS',
      unit: GENERAL,
      subcode: null,
      status: this.#won.size === this.#events.size ? 'OFFICIAL' : 'INTERMEDIATE',
      test: [...this.#events.values()].includes(true),
      rule: null,
      names: { discipline: 'General' },
      reliability: this.#reliability(),
      columns: rowsOf('MEDALS').columns,
      ...this.#competition(),
      info: { finishedEvents: this.#won.size, totalEvents: this.#events.size },
    };
  }

  /** A medal counts as it stands, and no better than the event that it was won in. */
  #reliability(): Reliability {
    const all = Array.from(this.#won.values(), ({ reliability }) => reliability);
    const reasons = new Set(all.flatMap((each) => each.reasons));
    return { ok: all.every(({ ok }) => ok), reasons: [...reasons].sort() };
  }

  /** The competition that all events are of; a table over several ones names none. */
  #competition(): Pick<Header, 'competition'> {
    const [competition, ...others] = this.#competitions.values();
    if (competition === undefined || others.some((other) => other?.code !== competition.code)) return {};
    const { utcOffset, ...named } = competition;
    const isShared = others.every((other) => other?.utcOffset === utcOffset);
    return { competition: isShared ? competition : named };
  }

  #rows(): Row[] {
    const totals = new Map<string, Record<Medal, number>>();
    for (const won of this.#won.values()) {
      for (const [organisation, medals] of won.medals) {
        const sum = totals.get(organisation) ?? { ...NONE };
        for (const medal of MEDALS) sum[medal] += medals[medal];
        totals.set(organisation, sum);
      }
    }
    const rankTotal = new Map(
      ordered(totals, byTotal).map(({ entry, rank: place }) => [entry.competitor.code, place!]),
    );
    const rows = ordered(totals, byGold).map(({ entry, card, rank: place, rankEqual }) => ({
      rank: place,
      rankEqual,
      row: {
        key: entry.competitor.code,
        medals: {
          gold: card.GOLD,
          silver: card.SILVER,
          bronze: card.BRONZE,
          total: card.GOLD + card.SILVER + card.BRONZE,
          rankTotal: rankTotal.get(entry.competitor.code)!,
        },
        place: NO_PLACE,
      },
    }));
    return withPlaces(rows);
  }
}

/** Under protest or with a decision pending an official list still counts as it stands. */
const COUNTING: ReadonlySet<string> = new Set(['OFFICIAL', 'PROTESTED', 'PROVISIONAL']);

const MEDALS: readonly Medal[] = ['GOLD', 'SILVER', 'BRONZE'];

type Tally = Readonly<Record<Medal, number>>;

const tableRule = (criteria: Ranked<Tally>['criteria']): Ranked<Tally> => ({
  id: 'GEN.MEDALS',
  columns: [],
  irmOrder: [],
  criteria,
  standing: () => ({ stage: 'RANKED', irm: null }),
  mark: () => ({ result: null, resultType: null, details: {} }),
});

const byGold = tableRule([
  most({ code: 'GOLD', clause: '' }, ({ GOLD }) => GOLD),
  most({ code: 'SILVER', clause: '' }, ({ SILVER }) => SILVER),
  most({ code: 'BRONZE', clause: '' }, ({ BRONZE }) => BRONZE),
]);

const byTotal = tableRule([
  most({ code: 'MEDALS', clause: '' }, ({ GOLD, SILVER, BRONZE }) => GOLD + SILVER + BRONZE),
]);

function ordered(totals: ReadonlyMap<string, Tally>, rule: Ranked<Tally>) {
  const starters = [...totals].map(([code, card]) => ({
    entry: {
      competitor: { code, kind: 'TEAM' as const, organisation: code, name: { team: code } },
      startOrder: 0,
    },
    card,
  }));
  return rank(starters, rule, { unit: GENERAL, setup: {}, orders: [] });
}

function wonIn(medallists: Document): Won {
  const won = new Map<string, Record<Medal, number>>();
  for (const { identity, place } of listRows(medallists)) {
    if (place.medal === undefined) continue;
    const tally = won.get(identity.organisation) ?? { ...NONE };
    tally[place.medal] += 1;
    won.set(identity.organisation, tally);
  }
  return { medals: won, reliability: medallists.header.reliability };
}
