// Screens as a process of their own. It imports nothing of the product: what it knows is written from `schemas/README.md` alone.
//   node main.mjs '[{"name": "home", "urls": ["http://127.0.0.1:8080"], "mode": "live", "delta": true}]'
// Says one JSON word a line; hears `{"sleep": NAME, "ms": N}`.
import { createInterface } from 'node:readline';
import { Screen } from './screen.mjs';

const screens = new Map();
for (const { name, ...options } of JSON.parse(process.argv[2])) {
  const screen = new Screen({
    ...options,
    tell: (word) => process.stdout.write(`${JSON.stringify({ screen: name, ...word })}\n`),
  });
  screens.set(name, screen);
  screen.connect();
}
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { sleep, ms } = JSON.parse(line);
    screens.get(sleep).sleep(ms);
  })
  .on('close', () => process.exit());
