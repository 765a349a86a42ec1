/** What was measured last of the weather, with where and when. */
import { MINUTE, venueTime } from '../../client/venue-time.ts';
import { type DocumentOf, isOfType } from '../../model/document.ts';
import type { Reading } from '../../model/row.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { say } from './say.ts';
import type { GraphicWords } from './words-en.ts';

export interface WeatherContent {
  readonly head: Head;
  /** Where it was measured; empty where nobody has said it. */
  readonly location: string;
  /** When, by clocks at the venue: `19:30`. */
  readonly at: string;
  readonly readings: readonly MeasuredText[];
}

export interface MeasuredText {
  readonly key: Measure;
  readonly label: string;
  /** `24.5`; of snow in words. */
  readonly value: string;
  /** `°C`; empty where there is none. */
  readonly unit: string;
}

type Measure = 'temperature' | 'wind' | 'humidity' | 'pressure' | 'snow';

const MEASURES: readonly {
  readonly key: Measure;
  readonly word: keyof GraphicWords;
  readonly unit: string;
}[] = [
  { key: 'temperature', word: 'airTemperature', unit: '°C' },
  { key: 'wind', word: 'windSpeed', unit: 'm/s' },
  { key: 'humidity', word: 'humidity', unit: '%' },
  { key: 'pressure', word: 'pressure', unit: 'hPa' },
  { key: 'snow', word: 'snow', unit: '' },
];

/** Null while nothing was measured. */
export function weatherContent(scene: Scene, told: Told): WeatherContent | null {
  const { main } = scene;
  if (main === null || !isOfType(main, 'CONDITIONS')) return null;
  const reading = newestOf(main);
  const readings = reading === null ? [] : readingsIn(reading, told);
  if (reading === null || readings.length === 0) return null;
  return {
    head: headOf(main.header, scene, told, say(told, 'weather')),
    location: reading.location ?? '',
    at: venueTime(reading.at, told.language, main.header.competition?.utcOffset, MINUTE),
    readings,
  };
}

/** The newest that says how warm it is: beside it the wind of each race is a reading, and no weather. */
function newestOf({ rows }: DocumentOf<'CONDITIONS'>): Reading | null {
  const row = rows.find(({ reading }) => reading.temperature !== undefined) ?? rows.at(0);
  return row?.reading ?? null;
}

const readingsIn = (reading: Reading, told: Told): readonly MeasuredText[] =>
  MEASURES.flatMap(({ key, word, unit }) => {
    const value = reading[key];
    return value === undefined ? [] : [{ key, label: say(told, word), value, unit }];
  });
