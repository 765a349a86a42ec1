import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';
import { AggregatorRegistry, type Registry } from 'prom-client';
import type { Ready } from './parent-link.ts';
import { SupervisedProcess } from './supervised-process.ts';

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

/** In a worker, what it asks of the first process, and the answer. */
interface MetricsQuestion {
  readonly askMetrics: number;
}
interface MetricsAnswer {
  readonly metricsOfAll: { readonly question: number; readonly text: string | null };
}

/** Resolves when all of them take connections. Workers run the same command line; `port` is never 0. */
export async function startEdgeWorkers(count: number, port: number, log: Logger): Promise<EdgeWorkers> {
  cluster.schedulingPolicy = cluster.SCHED_RR;
  answerMetrics(log);
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

/** Any worker can be asked for metrics, and answers for all of them. */
function answerMetrics(log: Logger): void {
  const all = new AggregatorRegistry();
  cluster.on('message', (worker: Worker, question: Partial<MetricsQuestion>) => {
    if (question.askMetrics === undefined) return;
    const answer = (text: string | null): void => {
      const word: MetricsAnswer = { metricsOfAll: { question: question.askMetrics!, text } };
      if (worker.isConnected()) worker.send(word);
    };
    all.clusterMetrics().then(answer, (error) => {
      log.warn({ err: error }, 'the workers’ metrics could not be gathered');
      answer(null);
    });
  });
}

/** The metrics of all workers, as one of them can give them; its own when they cannot be gathered. */
export function metricsOfAllWorkers(own: Registry): () => Promise<string> {
  let asked = 0;
  const waiting = new Map<number, (text: string | null) => void>();
  // Lets the first process ask this one.
  AggregatorRegistry.setRegistries(own);
  new AggregatorRegistry();
  process.on('message', ({ metricsOfAll }: Partial<MetricsAnswer>) => {
    if (metricsOfAll === undefined) return;
    waiting.get(metricsOfAll.question)?.(metricsOfAll.text);
    waiting.delete(metricsOfAll.question);
  });
  return async () => {
    asked += 1;
    const question: MetricsQuestion = { askMetrics: asked };
    const answered = new Promise<string | null>((resolve) => waiting.set(question.askMetrics, resolve));
    process.send?.(question);
    return (await answered) ?? own.metrics();
  };
}
