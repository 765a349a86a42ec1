import type { RejectionMessage, ResultMessage } from './broker.ts';

/** Two engines refuse the same fact for the same reason: one rejection. */
export const rejectionId = ({ venueStreamSeq, code }: RejectionMessage): string =>
  `${venueStreamSeq}:${code}`;

/** Two engines publish the same versions with the same content: one message. */
export const resultId = ({ channel, epoch, first, version, hash }: ResultMessage): string =>
  `${channel}:${epoch}:${first}-${version}:${hash}`;

/** `<source>:<epoch>:<seq>`, by which a fact is known from venue to screen; behind it the id of the message may say which of several it is. */
export const nameOf = (messageId: string): string => messageId.split(':', 3).join(':');
