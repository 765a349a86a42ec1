import { firstGroup, secondGroup } from '../programme.ts';

/** `GPA` -> `Group A`. */
export const groupWords = (first: string, second: string): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...[...'ABCDEFGHIJKL'].map((letter) => [firstGroup(letter), `${first} ${letter}`]),
    ...[...'ABCD'].map((letter) => [secondGroup(letter), `${second} ${letter}`]),
  ]);
