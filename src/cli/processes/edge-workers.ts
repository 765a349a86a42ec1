import cluster from 'node:cluster';
import type { Logger } from 'pino';
import type { Ready } from './parent-link.ts';
import { SupervisedProcess } from './supervised-process.ts';
import { gatherWorkerMetrics } from './worker-metrics.ts';

/**
 * One edge on several cores (`--workers`): every worker is a whole edge of its own, and all of them share one
 * port. The first process takes connections and hands them round (`node:cluster`, round robin), serves
 * none itself, and starts a worker again that ends; its screens come back and reach another one.
 */
export interface EdgeWorkers {
  /** Where all of them are reached. */
  readonly ready: Ready;
  stop(): Promise<void>;
}

/** Resolves when all of them take connections. Workers run the same command line; `port` is never 0. */
export async function startEdgeWorkers(count: number, port: number, log: Logger): Promise<EdgeWorkers> {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  gatherWorkerMetrics((error) =>
    log.warn({ err: error }, 'the metrics of the workers could not be gathered'),
  );
  const workers = Array.from(
    { length: count },
    (_none, index) =>
      new SupervisedProcess(
        { name: `worker ${index + 1}`, begin: () => cluster.fork({ [PORT]: String(port) }).process },
        log,
      ),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(workers.map((worker) => worker.stop()));
  };
  try {
    const [ready] = await Promise.all(workers.map((worker) => worker.start()));
    return { ready: ready!, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const PORT = 'SPLITSECOND_WORKER_PORT';

/** The port that all workers share; null in a process that is no worker. */
export function workerPort(): number | null {
  const port = process.env[PORT];
  return cluster.isWorker && port !== undefined ? Number(port) : null;
}
