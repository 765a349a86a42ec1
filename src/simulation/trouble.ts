import type { Fault, FaultKind } from './faults.ts';
import type { World } from './world.ts';

/** Begins it; what it gives back ends it. */
type Begin = (world: World, which: number) => () => void;

const HOUR_MS = 3_600_000;

const ofProgram = (
  list: 'engines' | 'edges' | 'venue',
  how: 'killed' | 'paused' | 'cut' | 'stalled',
): Begin => {
  return (world, which) => {
    const program = list === 'venue' ? world.venue : world[list][which]!;
    if (how === 'killed') {
      program.kill();
      return () => {
        if (program.program === null) program.start();
      };
    }
    if (how === 'paused') {
      program.pause();
      return () => program.goOn();
    }
    if (how === 'cut') program.cut();
    else program.silence();
    return () => program.mend();
  };
};

const ofBroker =
  (happens: (world: World) => void): Begin =>
  (world) => {
    happens(world);
    return () => world.model.start();
  };

const BEGIN: Readonly<Record<FaultKind, Begin>> = {
  'engine-killed': ofProgram('engines', 'killed'),
  'engine-paused': ofProgram('engines', 'paused'),
  'engine-cut': ofProgram('engines', 'cut'),
  'engine-stalled': ofProgram('engines', 'stalled'),
  'engine-clock': ({ engines, dice }, which) => {
    engines[which]!.skew(dice.one([-3, 2, 5]) * HOUR_MS);
    return () => {};
  },
  'edge-killed': ofProgram('edges', 'killed'),
  'edge-paused': ofProgram('edges', 'paused'),
  'edge-cut': ofProgram('edges', 'cut'),
  'edge-stalled': ofProgram('edges', 'stalled'),
  'venue-killed': ofProgram('venue', 'killed'),
  'venue-cut': ofProgram('venue', 'cut'),
  'venue-stalled': ofProgram('venue', 'stalled'),
  'screen-cut': ({ screens }, which) => {
    for (const socket of screens[which]!.sockets) socket.cut();
    return () => {};
  },
  'screen-stalled': ({ screens }, which) => {
    const sockets = [...screens[which]!.sockets];
    for (const socket of sockets) socket.silence();
    return () => {
      for (const socket of sockets) socket.mend();
    };
  },
  'screen-paused': ({ screens }, which) => {
    const { program } = screens[which]!;
    program.pause();
    return () => program.goOn();
  },
  'live-path': (world) => {
    const { model, dice } = world;
    model.live = (_message, deliver) => {
      const fate = dice.throw(3);
      if (fate !== 0) deliver();
      if (fate === 2) deliver();
    };
    return () => {
      model.live = (_message, deliver) => deliver();
    };
  },
  'broker-restarted': ofBroker(({ model }) => model.stop()),
  'broker-crashed': ofBroker(({ model, dice }) => model.crash(() => dice.once(2))),
  'broker-elects': ({ model }) => {
    model.elect();
    return () => model.elected();
  },
  'broker-full': ({ model }) => {
    model.isFull = true;
    return () => {
      model.isFull = false;
    };
  },
  'broker-rolled-back': (world) => {
    const copy = world.model.store.copy();
    return () => {
      world.model.rollBack(copy);
      world.clock.after(500, () => world.model.start());
    };
  },
  'broker-store-lost': ofBroker(({ model }) => model.loseStore()),
  upgrade: (world) => {
    world.addEngines();
    return () => world.retireEngines();
  },
  'facts-cut': ({ keeper }) => {
    keeper.work();
    return () => keeper.rest();
  },
};

/** Makes it happen, and ends it after its time. */
export function happen(world: World, { kind, which, ms }: Fault): () => void {
  const end = BEGIN[kind](world, which);
  return world.clock.after(ms, end);
}
