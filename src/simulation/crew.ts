import { Worker } from 'node:worker_threads';
import type { CampaignReport, HowToRun, Seeds } from './campaign.ts';

/** Most objects of a run do not outlive it: with more room for young ones fewer are looked at again. */
const YOUNG_MIB = 64;

/** Runs pieces of a campaign on so many threads, each the next piece; `ended` hears of each as it ends. Throws what a thread ends with. */
export async function runByCrew(
  pieces: readonly Seeds[],
  { workers, ...how }: HowToRun & { readonly workers: number },
  ended: (piece: Seeds, report: CampaignReport) => void,
): Promise<void> {
  const left = [...pieces];
  const member = async (): Promise<void> => {
    const thread = new Worker(new URL('crew-member.js', import.meta.url), {
      workerData: how,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
    });
    try {
      for (let piece = left.shift(); piece !== undefined; piece = left.shift())
        ended(piece, await answerOf(thread, piece));
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, pieces.length) }, member));
}

function answerOf(thread: Worker, piece: Seeds): Promise<CampaignReport> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void =>
      reject(new Error(`seeds from ${piece.from} on: ${error.message}`, { cause: error }));
    thread.once('error', failed);
    thread.once('message', (report: CampaignReport) => {
      thread.off('error', failed);
      resolve(report);
    });
    thread.postMessage(piece);
  });
}
