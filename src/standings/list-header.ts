import { unitConditions } from '../ledger/unit-conditions.ts';
import type { UnitLedger } from '../ledger/unit-ledger.ts';
import { unitStart } from '../ledger/unit-start.ts';
import { formatDecimal } from '../model/decimal.ts';
import type { Info, Names, Reliability } from '../model/document.ts';
import type { Conditions, Setup } from '../model/fact.ts';
import { millisecondText } from '../model/instant.ts';
import type { ReliabilityReason, ResultStatus } from '../model/result-status.ts';
import { eventRsc, phaseRsc, type Rsc } from '../model/rsc.ts';
import type { SourceStand } from '../model/source-stand.ts';
import { windText } from '../model/wind-text.ts';
import type { Sport } from '../rules/contract.ts';
import type { Field } from './field.ts';
import type { UnitField } from './unit-field.ts';
import { isUnderWay } from './unit-status.ts';

/** Words for an RSC: what the venue's setups say, else what the sport calls it. */
export function namesOf(rsc: Rsc, sport: Sport, setupOf: (rsc: Rsc) => Setup | null): Names {
  const fallback = sport.names?.(rsc) ?? {};
  const unit = setupOf(rsc);
  const event = unit?.event ?? setupOf(eventRsc(rsc))?.event ?? fallback.event;
  const phase = unit?.phase ?? setupOf(phaseRsc(rsc))?.phase ?? fallback.phase;
  const name = unit?.name ?? fallback.unit;
  const codes = codesOf(fallback, { event, phase, unit: name });
  return {
    discipline: sport.name,
    ...(event === undefined ? {} : { event }),
    ...(phase === undefined ? {} : { phase }),
    ...(name === undefined ? {} : { unit: name }),
    ...(Object.keys(codes).length === 0 ? {} : { codes }),
  };
}

/** A name that the venue gave is in the venue's words. */
function codesOf(
  { codes = {}, ...own }: Omit<Names, 'discipline'>,
  said: {
    readonly event?: string | undefined;
    readonly phase?: string | undefined;
    readonly unit?: string | undefined;
  },
): NonNullable<Names['codes']> {
  const { event, phase, unit, number } = codes;
  return {
    ...(event === undefined || said.event !== own.event ? {} : { event }),
    ...(phase === undefined || said.phase !== own.phase ? {} : { phase }),
    ...(unit === undefined || said.unit !== own.unit
      ? {}
      : { unit, ...(number === undefined ? {} : { number }) }),
  };
}

/** What a document is made of. */
export interface MadeOf {
  readonly units: readonly UnitField[];
  /** What was said of the phase or event itself. */
  readonly above?: UnitLedger;
  readonly status: ResultStatus;
  readonly ruled?: boolean;
}

/**
 * Whether the list can be relied on, and if not, why. Who is silent can owe something to a unit that is under way, and nothing to what is
 * official: equipment is switched off in the evening. A number that is missing can be that of a correction, whenever it was said.
 */
export function reliabilityOf(
  { units, above, status, ruled = false }: MadeOf,
  standOf: (source: string) => SourceStand,
): Reliability {
  const reasons = new Set<ReliabilityReason>();
  const ledgers = [...(above === undefined ? [] : [above]), ...units.map(({ ledger }) => ledger)];
  const waits = units.some(isUnderWay);
  for (const ledger of ledgers) {
    for (const source of ledger.sources) {
      const { isSilent, hasHole } = standOf(source);
      if (isSilent && waits) reasons.add('SOURCE_SILENT');
      if (hasHole) reasons.add('SEQUENCE_GAP');
    }
    if (ledger.heldCount > 0) reasons.add('HELD');
    if (ledger.whole('setup')?.content.reconstructed === true) reasons.add('RECONSTRUCTED');
  }
  if (status === 'PROTESTED') reasons.add('UNDER_PROTEST');
  if (ruled) reasons.add('RULING');
  if (units.some(({ fault }) => fault !== null)) reasons.add('STOPPED');
  // A ruling is final: it is shown, but the list can be relied on.
  const doubts = [...reasons].filter((reason) => reason !== 'RULING');
  return { ok: doubts.length === 0, reasons: [...reasons].sort() };
}

/** What is shown with a unit's list: place, times, weather, progression. */
export function unitInfo(field: Pick<Field, 'setup'>, ledger: UnitLedger): Info {
  const { setup } = field;
  const schedule = ledger.whole('schedule')?.content;
  const weather = unitConditions(ledger);
  const start = unitStart(ledger);
  const started = start === null ? schedule?.actualStart : millisecondText(start.at);
  return {
    ...setupInfo(setup),
    ...(started === undefined ? {} : { started }),
    ...(schedule?.actualEnd === undefined ? {} : { ended: schedule.actualEnd }),
    ...(weather === null ? {} : weatherInfo(weather)),
  };
}

export function setupInfo(setup: Setup): Info {
  const standard = setup.advance?.find(({ by }) => by === 'standard')?.value;
  return {
    ...(setup.venue === undefined ? {} : { venue: setup.venue }),
    ...(setup.location === undefined ? {} : { location: setup.location }),
    ...(setup.scheduledStart === undefined ? {} : { scheduledStart: setup.scheduledStart }),
    ...(setup.advance === undefined
      ? {}
      : { advance: setup.advance.map(({ by, count, mark }) => ({ by, count, mark })) }),
    ...(standard === undefined ? {} : { qualifyingStandard: formatDecimal(standard, 2) }),
  };
}

function weatherInfo({ wind, temperature, humidity, pressure }: Conditions): Info {
  return {
    ...(wind === undefined ? {} : { wind: windText(wind) }),
    ...(temperature === undefined ? {} : { temperature: formatDecimal(temperature) }),
    ...(humidity === undefined ? {} : { humidity: formatDecimal(humidity) }),
    ...(pressure === undefined ? {} : { pressure: formatDecimal(pressure) }),
  };
}
