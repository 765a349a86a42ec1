/** One thread of a campaign: for each piece that it is told, the report. */
import { parentPort, workerData } from 'node:worker_threads';
import { campaign, type HowToRun, type Seeds } from './campaign.ts';

parentPort?.on('message', (piece: Seeds) => {
  void campaign({ ...(workerData as HowToRun), ...piece }).then((report) => parentPort?.postMessage(report));
});
