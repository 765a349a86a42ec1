/** Where on a course times are taken. A large list has a million times and a few courses. */
import type { Micro } from '../../model/decimal.ts';

/** Somewhere on the course, with the time since the start. */
export interface IofPoint {
  readonly code: string;
  /** Along the course. */
  readonly order: number;
  readonly time: Micro;
}

export type IofCourse = readonly Omit<IofPoint, 'time'>[];

/** The points of a run in order, and when the runner was there. */
export interface IofSplits {
  readonly course: IofCourse;
  readonly times: readonly Micro[];
}

/** Who has the same points shares one list of them. */
export class IofCourses {
  readonly #known = new Map<string, IofCourse>();

  splitsOf(points: readonly IofPoint[]): IofSplits {
    const key = points.map(({ code }) => code).join('|');
    const course = this.#known.get(key) ?? points.map(({ code, order }) => ({ code, order }));
    this.#known.set(key, course);
    return { course, times: points.map(({ time }) => time) };
  }
}
