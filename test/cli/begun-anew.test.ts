/** A broker that comes back with another memory: the process goes on, its work begins anew. */
import { describe, expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { BrokerError } from '../../src/broker/errors.ts';
import { type Loss, type LostFacts, lossOf } from '../../src/broker/loss.ts';
import { BegunAnew } from '../../src/cli/processes/begun-anew.ts';

const LOSS = lossOf('less', [{ source: 'A', epoch: 'e', from: 2, to: 3, units: [] }]);

/** What happened, in order; `replace` is the broker of the newest connection coming back with another memory. */
function stage({ failing = 0, choosing = 0 } = {}) {
  const happened: string[] = [];
  let replace: () => void = () => {};
  let [connections, fails] = [0, failing];
  const running = new BegunAnew<{ name: string; close(): Promise<void> }>({
    connect: async () => {
      connections += 1;
      const name = `broker ${connections}`;
      return {
        onReplaced: (handler: (loss: Loss) => void) => (replace = () => handler(LOSS)),
        close: async () => void happened.push(`${name} closed`),
      } as unknown as Broker;
    },
    begin: async (_broker, since) => {
      const name = `work ${connections}`;
      if (connections <= choosing) throw new BrokerError('BROKER_UNREACHABLE', 'no leader');
      if (connections > 1 && fails > 0) {
        fails -= 1;
        throw new Error('not yet');
      }
      happened.push(`${name} begun after ${since?.name ?? 'nothing'}`);
      return { name, close: async () => void happened.push(`${name} closed`) };
    },
    log: { warn: () => void happened.push('warned'), error: () => void happened.push('told') },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  return { running, happened, replace: () => replace() };
}

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

describe('work that begins anew', () => {
  test('ends what it did, and does it again with a new connection', async () => {
    const { running, happened, replace } = stage();
    expect((await running.start()).name).toBe('work 1');
    replace();
    await settled();
    expect(running.work?.name).toBe('work 2');
    replace();
    await settled();
    await running.stop();
    expect(happened).toEqual([
      'work 1 begun after nothing',
      'told',
      'work 1 closed',
      'broker 1 closed',
      'work 2 begun after work 1',
      'told',
      'work 2 closed',
      'broker 2 closed',
      'work 3 begun after work 2',
      'work 3 closed',
      'broker 3 closed',
    ]);
  });

  test('tries until it can begin again, and leaves no connection behind', async () => {
    const { running, happened, replace } = stage({ failing: 2 });
    await running.start();
    replace();
    await settled();
    expect(running.work?.name).toBe('work 4');
    expect(happened.filter((what) => what === 'warned')).toHaveLength(2);
    expect(happened).toContain('broker 2 closed');
    expect(happened).toContain('broker 3 closed');
    await running.stop();
  });

  test('stopped while it cannot begin again, it ends', async () => {
    const { running, replace } = stage({ failing: Number.POSITIVE_INFINITY });
    await running.start();
    replace();
    await new Promise((resolve) => setImmediate(resolve));
    await running.stop();
    expect(running.work).toBe(null);
  });

  test('is told all that was lost since the process began: the second loss may take what was said of the first', async () => {
    const lost: (readonly LostFacts[])[] = [];
    let replace: (loss: Loss) => void = () => {};
    const running = new BegunAnew({
      connect: async () =>
        ({ onReplaced: (handler: typeof replace) => (replace = handler), close() {} }) as never,
      begin: async (_broker, _since, before) => {
        lost.push(before);
        return { close: async () => {} };
      },
      log: { warn() {}, error() {} },
    });
    await running.start();
    replace(LOSS);
    await settled();
    replace(lossOf('less', [{ source: 'B', epoch: 'f', from: 1, to: 1, units: [] }]));
    await settled();
    await running.stop();
    expect(lost.map((each) => each.map(({ source, to }) => [source, to]))).toEqual([
      [],
      [['A', 3]],
      [
        ['A', 3],
        ['B', 1],
      ],
    ]);
  });

  test('that cannot begin for the first time says so', async () => {
    const running = new BegunAnew({
      connect: async () => {
        throw new Error('nobody listens');
      },
      begin: async () => ({ close: async () => {} }),
      log: { warn() {}, error() {} },
    });
    await expect(running.start()).rejects.toThrow('nobody listens');
  });

  test('asks a broker that is choosing a leader for the first time again, and leaves no connection behind', async () => {
    const { running, happened } = stage({ choosing: 3 });
    expect((await running.start()).name).toBe('work 4');
    expect(happened.slice(0, 6)).toEqual(
      [1, 2, 3].flatMap((number) => [`broker ${number} closed`, 'warned']),
    );
    await running.stop();
  });

  test('gives up asking for the first time after a while', async () => {
    const { running, happened } = stage({ choosing: Number.POSITIVE_INFINITY });
    await expect(running.start()).rejects.toThrow('no leader');
    expect(happened.at(-1)).toMatch(/^broker \d+ closed$/);
  });
});
