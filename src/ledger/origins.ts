import type { FactOf, Origin } from '../model/fact.ts';

/** Which fact it is, as text: who numbered it, and its number. */
export const originOf = (source: string, epoch: string, seq: number): string => `${source}:${epoch}:${seq}`;

export const originText = ({ source, epoch, seq }: Origin): string => originOf(source, epoch, seq);

/** The fact that is withdrawn. */
export const originOfVoid = ({ source, epoch, content }: FactOf<'void'>): string =>
  originOf(content.source ?? source, content.epoch ?? epoch, content.seq);

/** The fact that is let through. */
export const originOfRelease = ({ epoch, content }: FactOf<'release'>): string =>
  originOf(content.source, content.epoch ?? epoch, content.seq);
