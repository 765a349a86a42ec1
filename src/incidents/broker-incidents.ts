/** Incidents of the broker. */
import type { IncidentKind } from './kind.ts';

/** So much of what the broker may use is used. */
const FILLING = 0.8;

export const BROKER_INCIDENTS = {
  BROKER_GONE: {
    severity: 'NOW',
    alert: 'SplitsecondBrokerGone',
    forMs: 0,
    text: 'The desk has no connection to the broker: nothing here is of now',
    action:
      'Look at the network between, and at the server. Facts stay at the venues; nothing is lost by waiting.',
    hides: [
      ...['BROKER_FULL', 'NO_ENGINE', 'PART_LOST', 'NOT_READY', 'BEHIND'],
      ...['SOURCE_SILENT', 'UNIT_STALE', 'NOT_SHOWN'],
    ],
    find: ({ isConnected }) => (isConnected ? [] : [{ about: '' }]),
  },
  BROKER_FULL: {
    severity: 'NOW',
    alert: 'SplitsecondBrokerFull',
    forMs: 0,
    text: 'The broker has no room: nothing is published',
    action:
      'Make room: raise `max_file_store` and restart the server, or delete streams of others. Facts stay at the venues.',
    hides: ['NO_ENGINE', 'NOT_READY', 'BEHIND', 'BROKER_FILLING', 'UNIT_STALE'],
    isKnown: ({ parts }) => parts.some(({ word }) => word.part === 'engine'),
    find: ({ parts }) =>
      parts.some(({ word }) => word.part === 'engine' && word.isBrokerFull) ? [{ about: '' }] : [],
  },
  BROKER_FILLING: {
    severity: 'TODAY',
    alert: 'SplitsecondBrokerFilling',
    forMs: 60_000,
    text: 'The broker has used {percent} % of what it may',
    action: 'Make room as for a full disk, before it is one.',
    hides: [],
    isKnown: ({ broker }) => broker !== null,
    find: ({ broker }) => {
      if (broker === null || broker.mostBytes === null) return [];
      const used = broker.usedBytes / broker.mostBytes;
      return used > FILLING ? [{ about: '', values: { percent: Math.round(used * 100) } }] : [];
    },
  },
  COPIES_LOST: {
    severity: 'NOW',
    alert: 'SplitsecondCopiesLost',
    forMs: 15_000,
    text: 'Streams with fewer copies than they should have: {streams}',
    action:
      'Start the server of the cluster that is missing; it catches up by itself. Do not restart another one meanwhile.',
    hides: [],
    isKnown: ({ broker }) => broker !== null,
    find: ({ broker }) => {
      const short = (broker?.streams ?? []).filter(({ current, replicas }) => current < replicas);
      const missing = Math.max(0, ...short.map(({ current, replicas }) => replicas - current));
      const streams = short.map(({ name, current, replicas }) => `${name} ${current}/${replicas}`).join(', ');
      return short.length === 0 ? [] : [{ about: '', count: missing, values: { streams } }];
    },
  },
} as const satisfies Readonly<Record<string, IncidentKind>>;
