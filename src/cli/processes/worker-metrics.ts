import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import type { MetricsText } from '../../http/numbers.ts';

/** In a worker, what it asks of the first process, and the answer. */
interface Question {
  readonly askMetrics: number;
}
interface Answer {
  readonly metricsOfAll: { readonly question: number; readonly text: string | null };
}

/** The metrics of all workers of an edge, as one of them can give them; its own when they cannot be gathered. */
export const metricsOfAllWorkers: MetricsText = (own) => {
  let asked = 0;
  const waiting = new Map<number, (text: string | null) => void>();
  // Lets the first process ask this one.
  AggregatorRegistry.setRegistries(own);
  new AggregatorRegistry();
  process.on('message', ({ metricsOfAll }: Partial<Answer>) => {
    if (metricsOfAll === undefined) return;
    waiting.get(metricsOfAll.question)?.(metricsOfAll.text);
    waiting.delete(metricsOfAll.question);
  });
  return async () => {
    asked += 1;
    const question: Question = { askMetrics: asked };
    const answered = new Promise<string | null>((resolve) => waiting.set(question.askMetrics, resolve));
    process.send?.(question);
    return (await answered) ?? own.metrics();
  };
};

/** In the first process: any worker can be asked for metrics, and answers for all of them. */
export function gatherWorkerMetrics(failed: (error: unknown) => void): void {
  const all = new AggregatorRegistry();
  cluster.on('message', (worker: Worker, { askMetrics }: Partial<Question>) => {
    if (askMetrics === undefined) return;
    const answer = (text: string | null): void => {
      const word: Answer = { metricsOfAll: { question: askMetrics, text } };
      if (worker.isConnected()) worker.send(word);
    };
    all.clusterMetrics().then(answer, (error) => {
      failed(error);
      answer(null);
    });
  });
}
