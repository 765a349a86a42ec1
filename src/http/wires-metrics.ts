import type { Registry } from 'prom-client';
import type { GatewayHealth, RecipientHealth } from '../wires/gateway-health.ts';
import { Numbers, readyNumbers } from './numbers.ts';

/** The numbers of a gateway to media wires, for Prometheus; `health` gives null before it runs. */
export function wiresMetrics(health: () => GatewayHealth | null): Registry {
  const numbers = new Numbers();
  readyNumbers(numbers, health);
  const of = (
    value: (recipient: RecipientHealth) => number | null,
  ): readonly (readonly [readonly [string], number])[] =>
    (health()?.recipients ?? []).flatMap((each) => {
      const said = value(each);
      return said === null ? [] : [[[each.name], said] as const];
    });
  const gauge = (name: string, help: string, value: (recipient: RecipientHealth) => number | null): void =>
    numbers.gauges(name, help, ['recipient'], () => of(value));
  const total = (name: string, help: string, value: (recipient: RecipientHealth) => number): void =>
    numbers.labelled(name, help, 'recipient', () =>
      of(value).map(([[recipient], said]) => [recipient, said] as const),
    );
  gauge(
    'splitsecond_wires_turn',
    '1 where this gateway delivers to a recipient, 0 where another one should.',
    ({ isMine }) => (isMine === null ? null : Number(isMine)),
  );
  total('splitsecond_wires_delivered_total', 'Dispatches handed over.', ({ delivered }) => delivered);
  total(
    'splitsecond_wires_repeats_total',
    'Of these: once more, under the key that they had.',
    ({ repeats }) => repeats,
  );
  total('splitsecond_wires_failures_total', 'Attempts in vain.', ({ failures }) => failures);
  gauge(
    'splitsecond_wires_waiting',
    'Stories of which something is to be handed over.',
    ({ waiting }) => waiting,
  );
  gauge(
    'splitsecond_wires_oldest_waiting_seconds',
    'How long the oldest of these has waited.',
    ({ oldestMs }) => oldestMs / 1_000,
  );
  gauge('splitsecond_wires_dead', 'Stories whose newest number was given up.', ({ dead }) => dead);
  return numbers.registry;
}
