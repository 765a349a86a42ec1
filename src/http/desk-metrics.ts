import type { Registry } from 'prom-client';
import { PART_KINDS } from '../incidents/part.ts';
import { glanceOf, type Situation } from '../incidents/situation.ts';
import { INCIDENTS } from '../incidents/table.ts';
import { Numbers } from './numbers.ts';

const SOURCE_STATES = ['ok', 'late', 'silent', 'gap', 'unknown'] as const;
const GLANCES = ['NOT_KNOWN', 'ACT', 'IN_HAND', 'QUIET'] as const;

/** Everything that the control room shows, for Prometheus. */
export function deskMetrics(situation: () => Situation): Registry {
  const numbers = new Numbers();
  numbers.gauges('splitsecond_glance', '1 for what one look at the control room tells.', ['glance'], () => {
    const now = glanceOf(situation());
    return GLANCES.map((glance) => [[glance], glance === now ? 1 : 0] as const);
  });
  numbers.gauges(
    'splitsecond_incidents',
    'Incidents that have not cleared.',
    ['code', 'severity', 'about', 'state'],
    () =>
      situation()
        .incidents.filter(({ state }) => state !== 'CLEARED')
        .map((each) => [[each.code, INCIDENTS[each.code].severity, each.about, stateOf(each)], 1] as const),
  );
  numbers.gauge(
    'splitsecond_alarms_in_ten_minutes',
    'Incidents that began in the last ten minutes, without those that followed from others.',
    () => situation().alarmsInTenMinutes,
  );
  sourceNumbers(numbers, situation);
  factNumbers(numbers, situation);
  partNumbers(numbers, situation);
  brokerNumbers(numbers, situation);
  outputNumbers(numbers, situation);
  return numbers.registry;
}

const stateOf = ({ state, isShelved, hiddenBy }: Situation['incidents'][number]): string =>
  hiddenBy !== null ? 'hidden' : isShelved ? 'shelved' : state.toLowerCase();

function sourceNumbers(numbers: Numbers, situation: () => Situation): void {
  numbers.gauges('splitsecond_sources', 'Sources of facts, by state.', ['state'], () =>
    SOURCE_STATES.map(
      (state) => [[state], situation().sources.filter((each) => each.state === state).length] as const,
    ),
  );
  numbers.gauges(
    'splitsecond_source_fact_age_seconds',
    'Since the newest fact of a source.',
    ['source'],
    () =>
      situation()
        .sources.filter(({ lastFactAgeMs }) => lastFactAgeMs !== null)
        .map(({ source, lastFactAgeMs }) => [[source], lastFactAgeMs! / 1_000] as const),
  );
  numbers.gauges(
    'splitsecond_source_holes',
    'Ranges of numbers of a source that are missing.',
    ['source'],
    () => situation().sources.map(({ source, holes }) => [[source], holes.length] as const),
  );
  numbers.gauge(
    'splitsecond_sources_silent_in_use',
    'Sources that are silent while units of theirs are not over.',
    () => standing(situation(), 'SOURCE_SILENT'),
  );
}

function factNumbers(numbers: Numbers, situation: () => Situation): void {
  numbers.gauge('splitsecond_facts_held', 'Facts that wait for an operator.', () => situation().held.length);
  numbers.gauge(
    'splitsecond_facts_refused_lately',
    'Facts refused in the last ten minutes.',
    () => situation().refusedInTenMinutes,
  );
  numbers.gauges('splitsecond_units_by_status', 'Units, by the status of their result.', ['status'], () =>
    Object.entries(situation().unitsBy).map(([status, count]) => [[status], count] as const),
  );
  numbers.gauge('splitsecond_units_stale', 'Units under way of which nothing was said for ten minutes.', () =>
    standing(situation(), 'UNIT_STALE'),
  );
}

/** What follows from something else is told there. */
const standing = ({ incidents }: Situation, code: string): number =>
  incidents.filter((each) => each.code === code && each.state !== 'CLEARED' && each.hiddenBy === null).length;

function partNumbers(numbers: Numbers, situation: () => Situation): void {
  const heard = (part: string): number => situation().parts.filter(({ word }) => word.part === part).length;
  numbers.gauges('splitsecond_parts', 'Programs that are heard.', ['part'], () =>
    PART_KINDS.map((part) => [[part], heard(part)] as const),
  );
  numbers.gauges('splitsecond_parts_expected', 'Programs that there should be.', ['part'], () =>
    PART_KINDS.map((part) => [[part], situation().expected[part]] as const),
  );
  numbers.gauges('splitsecond_parts_lost', 'Programs that should be there and are not heard.', ['part'], () =>
    PART_KINDS.map((part) => [[part], Math.max(0, situation().expected[part] - heard(part))] as const),
  );
}

function brokerNumbers(numbers: Numbers, situation: () => Situation): void {
  const streams = (): NonNullable<Situation['broker']>['streams'] => situation().broker?.streams ?? [];
  numbers.gauges('splitsecond_stream_entries', 'Entries of a stream of the broker.', ['stream'], () =>
    streams().map(({ name, entries }) => [[name], entries] as const),
  );
  numbers.gauges('splitsecond_stream_bytes', 'Bytes of a stream of the broker.', ['stream'], () =>
    streams().map(({ name, bytes }) => [[name], bytes] as const),
  );
  numbers.gauges('splitsecond_stream_copies', 'Copies of a stream that have everything.', ['stream'], () =>
    streams().map(({ name, current }) => [[name], current] as const),
  );
  numbers.gauges(
    'splitsecond_stream_copies_missing',
    'Copies of a stream that should be there, and lag or are gone.',
    ['stream'],
    () => streams().map(({ name, current, replicas }) => [[name], Math.max(0, replicas - current)] as const),
  );
}

function outputNumbers(numbers: Numbers, situation: () => Situation): void {
  numbers.gauge(
    'splitsecond_outputs_not_shown',
    'Graphics outputs on which something is on air that no page shows.',
    () => standing(situation(), 'NOT_SHOWN'),
  );
  numbers.gauges(
    'splitsecond_output_pages_behind',
    'Pages of a graphics output that show what is not of now.',
    ['output'],
    () => situation().outputs.map(({ output, behind }) => [[output], behind] as const),
  );
}
