import type { RejectionMessage } from './broker.ts';

/** Two engines refuse the same fact for the same reason: one rejection. */
export const rejectionId = ({ venueStreamSeq, code }: RejectionMessage): string =>
  `${venueStreamSeq}:${code}`;
