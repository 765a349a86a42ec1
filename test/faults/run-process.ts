/** One run as a process of its own, so that whatever becomes of it can be ended; its order is the first argument, JSON, and its outcome is sent. */
import { CLASSES } from './classes/classes.ts';
import type { RunOrder } from './run-apart.ts';
import { runClass } from './run-class.ts';

// The campaign is gone: so is everything in this group, also what stands still. Brokers end with our end of their pipes.
process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));

const { class: name, ...how } = JSON.parse(process.argv[2]!) as RunOrder;
const outcome = await runClass({ fault: CLASSES.find((fault) => fault.name === name)!, ...how });
process.send!(outcome, () => process.exit());
