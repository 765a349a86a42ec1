import type { StandingCheck } from '../check.ts';

const times =
  (...what: readonly string[]): StandingCheck['occasions'] =>
  (run) =>
    what.reduce((sum, each) => sum + run.times(each), 0);

/** What has to hold on every connection of the run; each complaint that was made there is counted here. */
export const STANDING: readonly StandingCheck[] = [
  {
    rule: 'SC2',
    name: 'every message is as its schema says, in its place',
    occasions: times('control in json', 'data in json'),
  },
  { rule: 'SC3', name: 'welcome comes first, and once', occasions: times('control in json') },
  { rule: 'SC5', name: 'nothing comes that no subscription means', occasions: times('data in json') },
  { rule: 'SC6', name: 'order is never reversed', occasions: times('versions in order') },
  { rule: 'SC7', name: 'mode every has no hole and no delta', occasions: times('every: the next version') },
  { rule: 'SC8', name: 'what follows resumed: true is complete', occasions: times('resumed: true') },
  {
    rule: 'SC9',
    name: 'every delta starts from what the screen has, and every state leads to its hash',
    occasions: times('hash proved'),
  },
  {
    rule: 'SC13',
    name: 'every keep-alive names each followed channel, never behind what was sent',
    occasions: times('keep-alive names a followed channel'),
  },
  {
    rule: 'SC15',
    name: 'close codes are in the known ranges, and 40xx name a window',
    occasions: times('close code'),
  },
  {
    rule: 'SC20',
    name: 'no channel goes back to an older epoch',
    occasions: times('versions in order'),
  },
];
