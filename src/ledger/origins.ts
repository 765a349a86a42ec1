import { type FactOf, originText } from '../model/fact.ts';

/** The fact that is withdrawn. */
export const originOfVoid = ({ source, epoch, content }: FactOf<'void'>): string =>
  originText({ source: content.source ?? source, epoch: content.epoch ?? epoch, seq: content.seq });

/** The fact that is let through. */
export const originOfRelease = ({ epoch, content }: FactOf<'release'>): string =>
  originText({ ...content, epoch: content.epoch ?? epoch });
