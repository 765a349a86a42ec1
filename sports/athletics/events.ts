/** The events of athletics by RSC event code (ODF Sport Codes, ATH), and what differs between them. */
import { decimal, type Micro } from '../../src/model/decimal.ts';
import type { Range } from '../../src/rules/families/range.ts';

/** `track`: to 1/100 s, over 10,000 m to 1/10 s. `road`: to the second, walks and marathons. */
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
const WINDY: ReadonlySet<string> = new Set(['100m', '200m', '100m Hurdles', '110m Hurdles']);

const range = (least: string, most: string): Range => ({ least: decimal(least), most: decimal(most) });

/** `least`: seconds that no human has come near. The most is generous: slow is possible, a day is not. */
const race = (
  name: string,
  metres: number,
  least: string,
  course: Race['course'] = 'track',
  walk = false,
): Race => ({
  kind: 'race',
  name,
  course,
  metres,
  times: range(least, '86400'),
  walk,
  wind: WINDY.has(name),
});

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
  '60M': race('60m', 60, '5.8'),
  '60MHURD': race('60m Hurdles', 60, '6.6'),
  '100M': race('100m', 100, '9'),
  '200M': race('200m', 200, '18'),
  '400M': race('400m', 400, '40'),
  '800M': race('800m', 800, '92'),
  '1500M': race('1500m', 1500, '190'),
  MILE: race('Mile', 1609, '205'),
  '3000M': race('3000m', 3000, '410'),
  '5000M': race('5000m', 5000, '710'),
  '10000M': race('10,000m', 10_000, '1480'),
  HOURRUN: race('20,000m', 20_000, '3200'),
  '100MHURD': race('100m Hurdles', 100, '11'),
  '110MHURD': race('110m Hurdles', 110, '11.8'),
  '400MHURD': race('400m Hurdles', 400, '43'),
  '3000MST': race('3000m Steeplechase', 3000, '440'),
  '4X100M': race('4 x 100m Relay', 400, '34'),
  '4X400M': race('4 x 400m Relay', 1600, '165'),
  '10KM': race('10km', 10_000, '1480', 'road'),
  HALFMAR: race('Half Marathon', 21_097, '3200', 'road'),
  MARATHON: race('Marathon', 42_195, '6800', 'road'),
  '10KMWALK': race('10km Race Walk', 10_000, '2000', 'road', true),
  '20KMWALK': race('20km Race Walk', 20_000, '4300', 'road', true),
  '35KMWALK': race('35km Race Walk', 35_000, '8000', 'road', true),
  '50KMWALK': race('50km Race Walk', 50_000, '12000', 'road', true),
  '35KWALKT': race('Marathon Race Walk Relay', 42_195, '9500', 'road', true),
  LONGJUMP: distance('Long Jump', '9.5', true),
  TRPLJUMP: distance('Triple Jump', '19.5', true),
  SHOTPUT: distance('Shot Put', '25'),
  DISCUS: distance('Discus Throw', '85'),
  HAMMER: distance('Hammer Throw', '95'),
  JAVELIN: distance('Javelin Throw', '115'),
  HIGHJUMP: height('High Jump', '2.65'),
  PLEVAULT: height('Pole Vault', '6.7'),
};

/** Metres per second from behind with which a mark can still be a record (CR 31). */
export const LEGAL_WIND: Micro = decimal('2');
/** Wind readings beyond this are a fault of the gauge. */
export const WINDS: Range = range('-15', '15');
/** Reaction times beyond this are a fault of the start system; below 0.100 s they are a false start (TR 16). */
export const REACTIONS: Range = range('-1', '3');
