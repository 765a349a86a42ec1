/**
 * Which RSC codes a sport knows. One table for its page of codes, for the catalogue, and for the check of a feed: a code that
 * is well formed and means nothing (`HEAT` where the sport says `RND1`) is the commonest mistake of a new venue.
 */
import { eventRsc, levelOf, phaseRsc, type Rsc, partsOf as rscParts } from '../model/rsc.ts';

export interface RscCodes {
  readonly genders: readonly string[];
  /** Event codes, without filler; empty stands for units that serve several events. */
  events(gender: string): readonly string[];
  /** Whether an event that is not listed is one all the same (a class, another distance). Default: it is not. */
  knowsEvent?(event: string): boolean;
  /** Phase codes of an event, first to last. */
  phases(event: string, gender: string): readonly string[];
  /** Forms of unit codes, with `#` for a digit and `@` for a letter: `####00`. */
  units(event: string, phase: string): readonly string[];
}

/** A part of an RSC that the sport does not know. */
export interface UnknownCode {
  readonly code: 'UNKNOWN_GENDER' | 'UNKNOWN_EVENT' | 'UNKNOWN_PHASE' | 'UNKNOWN_UNIT';
  readonly said: string;
  readonly known: readonly string[];
}

/** The first part that is not known; null when all are, or for the discipline as a whole. */
export function unknownCode(codes: RscCodes, rsc: Rsc): UnknownCode | null {
  const { gender, event, phase, unit } = rscParts(rsc);
  if (levelOf(rsc) === 'discipline' && gender === '-') return null;
  const unknown = (code: UnknownCode['code'], said: string, known: readonly string[]): UnknownCode | null =>
    known.includes(said) ? null : { code, said, known };
  const ofEvent =
    codes.knowsEvent?.(event) === true ? null : unknown('UNKNOWN_EVENT', event, codes.events(gender));
  const ofPhase = (): UnknownCode | null =>
    rsc === eventRsc(rsc) ? null : unknown('UNKNOWN_PHASE', phase, codes.phases(event, gender));
  const ofUnit = (): UnknownCode | null => {
    const forms = codes.units(event, phase);
    const fits = forms.some((form) => formPattern(form).test(unit));
    return rsc === phaseRsc(rsc) || fits ? null : { code: 'UNKNOWN_UNIT', said: unit, known: forms };
  };
  return unknown('UNKNOWN_GENDER', gender, codes.genders) ?? ofEvent ?? ofPhase() ?? ofUnit();
}

const formPattern = (form: string): RegExp =>
  new RegExp(`^${form.replaceAll('#', '\\d').replaceAll('@', '[A-Z]')}$`);
