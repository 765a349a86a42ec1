import { epochBehind } from '../model/epoch.ts';

/** Whether both epochs are of one history of facts; of one that a newer history follows the broker has lost something. */
export const isOfSameHistory = (one: string, other: string): boolean => historyOf(one) === historyOf(other);

const historyOf = (epoch: string): string => epochBehind(epoch).split('-', 1)[0]!;
