/**
 * The events of athletics by RSC event code, and what differs between them. Codes are those of the ODF Sport Codes where
 * these have the event; the others are ours, and rulebook.md lists them.
 */
import { decimal, type Micro } from '../../src/model/decimal.ts';
import type { Range } from '../../src/rules/families/range.ts';

/** `track`: to 1/100 s, over 10,000 m to 1/10 s. `road`: to the second, walks, marathons and cross-country. */
export interface Race {
  readonly kind: 'race';
  readonly name: string;
  readonly course: 'track' | 'road';
  readonly metres: number;
  /** Finish times outside, in seconds, are held. */
  readonly times: Range;
  readonly walk: boolean;
  /** Wind is measured, and limits what can be a record. */
  readonly wind: boolean;
  /** 1 where everybody runs alone. */
  readonly legs: number;
  /** Metres of each leg, where they differ. */
  readonly legMetres?: readonly number[];
  /** Read and shown to 1/100 s although it is a road race (the road mile). */
  readonly hundredths?: boolean;
}

export interface Distance {
  readonly kind: 'distance';
  readonly name: string;
  readonly marks: Range;
  /** Wind is measured with each attempt. */
  readonly wind: boolean;
}

export interface Height {
  readonly kind: 'height';
  readonly name: string;
  readonly heights: Range;
}

export type AthleticsEvent = Race | Distance | Height;

/** Races whose wind is measured (TR 17). */
const WINDY: ReadonlySet<string> = new Set([
  '100m',
  '150m',
  '200m',
  '80m Hurdles',
  '100m Hurdles',
  '110m Hurdles',
]);

const range = (least: string, most: string): Range => ({ least: decimal(least), most: decimal(most) });

type Particulars = Partial<Pick<Race, 'course' | 'walk' | 'legs' | 'legMetres' | 'hundredths'>>;

/** `least`: seconds that no human has come near. The most is generous: slow is possible, a day is not. */
const race = (name: string, metres: number, least: string, particulars: Particulars = {}): Race => ({
  kind: 'race',
  name,
  course: 'track',
  metres,
  times: range(least, '86400'),
  walk: false,
  wind: WINDY.has(name),
  legs: 1,
  ...particulars,
});

const ROAD: Particulars = { course: 'road' };
const TRACK_WALK: Particulars = { walk: true };
const ROAD_WALK: Particulars = { course: 'road', walk: true };
const RELAY: Particulars = { legs: 4 };

const distance = (name: string, most: string, wind = false): Distance => ({
  kind: 'distance',
  name,
  marks: range('0.01', most),
  wind,
});

const height = (name: string, most: string): Height => ({
  kind: 'height',
  name,
  heights: range('0.5', most),
});

export const EVENTS: Readonly<Record<string, AthleticsEvent>> = {
  '50M': race('50m', 50, '5.2'),
  '60M': race('60m', 60, '5.8'),
  '100M': race('100m', 100, '9'),
  '150M': race('150m', 150, '13.5'),
  '200M': race('200m', 200, '18'),
  '300M': race('300m', 300, '28.5'),
  '400M': race('400m', 400, '40'),
  '500M': race('500m', 500, '54'),
  '600M': race('600m', 600, '68'),
  '800M': race('800m', 800, '92'),
  '1000M': race('1000m', 1000, '122'),
  '1500M': race('1500m', 1500, '190'),
  MILE: race('Mile', 1609, '205'),
  '2000M': race('2000m', 2000, '265'),
  '3000M': race('3000m', 3000, '410'),
  '2MILES': race('2 Miles', 3218, '445'),
  '5000M': race('5000m', 5000, '710'),
  '10000M': race('10,000m', 10_000, '1480'),
  '20000M': race('20,000m', 20_000, '3200'),
  '25000M': race('25,000m', 25_000, '4000'),
  '30000M': race('30,000m', 30_000, '4850'),
  '50MHURD': race('50m Hurdles', 50, '5.9'),
  '60MHURD': race('60m Hurdles', 60, '6.6'),
  '80MHURD': race('80m Hurdles', 80, '9'),
  '100MHURD': race('100m Hurdles', 100, '11'),
  '110MHURD': race('110m Hurdles', 110, '11.8'),
  '200MHURD': race('200m Hurdles', 200, '20'),
  '300MHURD': race('300m Hurdles', 300, '31'),
  '400MHURD': race('400m Hurdles', 400, '43'),
  '2000MST': race('2000m Steeplechase', 2000, '290'),
  '3000MST': race('3000m Steeplechase', 3000, '440'),
  '4X100M': race('4 x 100m Relay', 400, '34', RELAY),
  '4X200M': race('4 x 200m Relay', 800, '73', RELAY),
  '4X400M': race('4 x 400m Relay', 1600, '165', RELAY),
  '4X800M': race('4 x 800m Relay', 3200, '395', RELAY),
  '4X1500M': race('4 x 1500m Relay', 6000, '810', RELAY),
  DMR: race('Distance Medley Relay', 4000, '520', { legs: 4, legMetres: [1200, 400, 800, 1600] }),
  SMR: race('Medley Relay', 1000, '100', { legs: 4, legMetres: [100, 200, 300, 400] }),
  SHUTTLE: race('Shuttle Hurdles Relay', 440, '47', RELAY),
  ROADMILE: race('Road Mile', 1609, '205', { course: 'road', hundredths: true }),
  '5KM': race('5km', 5000, '710', ROAD),
  '10KM': race('10km', 10_000, '1480', ROAD),
  '15KM': race('15km', 15_000, '2300', ROAD),
  '10MILES': race('10 Miles', 16_093, '2480', ROAD),
  '20KM': race('20km', 20_000, '3100', ROAD),
  HALFMAR: race('Half Marathon', 21_097, '3200', ROAD),
  '25KM': race('25km', 25_000, '4000', ROAD),
  '30KM': race('30km', 30_000, '4850', ROAD),
  MARATHON: race('Marathon', 42_195, '6800', ROAD),
  '50KM': race('50km', 50_000, '8900', ROAD),
  '100KM': race('100km', 100_000, '20000', ROAD),
  // A course has the length that the ground allows: only what nobody runs in any of them is held.
  XCOUNTRY: race('Cross-Country', 10_000, '300', ROAD),
  XCRELAY: race('Cross-Country Relay', 8000, '600', { course: 'road', legs: 4 }),
  '3000MW': race('3000m Race Walk', 3000, '600', TRACK_WALK),
  '5000MW': race('5000m Race Walk', 5000, '1020', TRACK_WALK),
  '10000MW': race('10,000m Race Walk', 10_000, '2130', TRACK_WALK),
  '20000MW': race('20,000m Race Walk', 20_000, '4300', TRACK_WALK),
  '30000MW': race('30,000m Race Walk', 30_000, '6800', TRACK_WALK),
  '35000MW': race('35,000m Race Walk', 35_000, '8000', TRACK_WALK),
  '50000MW': race('50,000m Race Walk', 50_000, '12000', TRACK_WALK),
  '5KMWALK': race('5km Race Walk', 5000, '1020', ROAD_WALK),
  '10KMWALK': race('10km Race Walk', 10_000, '2000', ROAD_WALK),
  '20KMWALK': race('20km Race Walk', 20_000, '4300', ROAD_WALK),
  HALFWALK: race('Half Marathon Race Walk', 21_097, '4500', ROAD_WALK),
  '30KMWALK': race('30km Race Walk', 30_000, '6800', ROAD_WALK),
  '35KMWALK': race('35km Race Walk', 35_000, '8000', ROAD_WALK),
  MARWALK: race('Marathon Race Walk', 42_195, '9700', ROAD_WALK),
  '50KMWALK': race('50km Race Walk', 50_000, '12000', ROAD_WALK),
  '35KWALKT': race('Marathon Race Walk Relay', 42_195, '9500', ROAD_WALK),
  LONGJUMP: distance('Long Jump', '9.5', true),
  TRPLJUMP: distance('Triple Jump', '19.5', true),
  SHOTPUT: distance('Shot Put', '25'),
  DISCUS: distance('Discus Throw', '85'),
  HAMMER: distance('Hammer Throw', '95'),
  JAVELIN: distance('Javelin Throw', '115'),
  WEIGHT: distance('Weight Throw', '29'),
  HIGHJUMP: height('High Jump', '2.65'),
  PLEVAULT: height('Pole Vault', '6.7'),
};

/** Metres per second from behind with which a mark can still be a record (CR 31). */
export const LEGAL_WIND: Micro = decimal('2');
/** Metres per second that nobody keeps up over a split. */
export const FASTEST: Micro = decimal('13');
/** Seconds for a lap of the shortest indoor tracks that nobody comes near. */
export const SHORTEST_LAP: Micro = decimal('10');
/** Wind readings beyond this are a fault of the gauge. */
export const WINDS: Range = range('-15', '15');
/** Reaction times beyond this are a fault of the start system; below 0.100 s they are a false start (TR 16). */
export const REACTIONS: Range = range('-1', '3');
