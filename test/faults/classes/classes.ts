/** What can happen to a pipeline, by name: the classes of the campaign. */
import { BOTH, type FaultClass } from './fault-class.ts';
import { OF_BROKER } from './of-broker.ts';
import { OF_NETWORK } from './of-network.ts';
import { OF_PARTS } from './of-parts.ts';
import { OF_PROGRAMS } from './of-programs.ts';
import { OF_VENUE } from './of-venue.ts';

/** What needs no stage of its own, and leaves no part ended. */
const isPlain = ({ name, stage, starters }: FaultClass): boolean =>
  stage === undefined && starters === undefined && !['calm', 'power-cut'].includes(name);

const twoAtOnce: FaultClass = {
  name: 'two-at-once',
  what: 'something happens to a part and to the broker at the same time',
  topologies: BOTH,
  seconds: 8,
  hasLateEdge: true,
  happen: async (stage, dice) => {
    const { topology } = stage.servers;
    const able = (classes: readonly FaultClass[]): FaultClass =>
      dice.one(classes.filter((each) => isPlain(each) && each.topologies.includes(topology)));
    await Promise.all([
      able([...OF_PARTS, ...OF_VENUE]).happen(stage, dice),
      able(OF_BROKER).happen(stage, dice),
    ]);
  },
};

export const CLASSES: readonly FaultClass[] = [
  ...OF_PARTS,
  ...OF_PROGRAMS,
  ...OF_VENUE,
  ...OF_NETWORK,
  ...OF_BROKER,
  twoAtOnce,
];
