import { outcomeOf } from '../outcome.ts';
import { ordered, type Shown } from '../report.ts';
import { SCENARIOS } from './scenarios.ts';
import { CHANNEL } from './script.ts';
import { Theatre } from './theatre.ts';

export interface ClientSuiteOptions {
  readonly port: number;
  /** How long the client may take to connect. */
  readonly waitMs: number;
  readonly only?: readonly string[];
  readonly progress?: (shown: Shown) => void;
  readonly say?: (line: string) => void;
  /** Called when clients can connect, with `ws://127.0.0.1:PORT/v1/stream`. */
  readonly onListening?: (url: string) => void;
}

/** Plays every scene to whichever client connects: it follows one channel in mode `live` with deltas, as long as it can. */
export async function examineClient(options: ClientSuiteOptions): Promise<readonly Shown[]> {
  const { only, progress = () => {}, say = () => {}, onListening = () => {} } = options;
  const theatre = new Theatre(options.waitMs);
  try {
    const url = `ws://127.0.0.1:${await theatre.listen(options.port)}/v1/stream`;
    say(`connect the client to ${url} and follow ${CHANNEL} with deltas`);
    onListening(url);
    const shown: Shown[] = [];
    for (const scenario of SCENARIOS.filter(({ rule }) => only === undefined || only.includes(rule))) {
      const outcome = await outcomeOf(scenario, () => scenario.play(theatre));
      shown.push(outcome);
      progress(outcome);
    }
    return ordered(shown);
  } finally {
    theatre.close();
  }
}
