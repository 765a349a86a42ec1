/**
 * The publishing half of every server that is measured, the same for the edge and for its peers: one batch per
 * turn of the event loop, or a burst of them, as fast as the screens keep up, never more than a window ahead.
 * Words on the channel to the parent:
 *
 *   -> { ready: { url } }                         screens may connect
 *   <- { publish: { ms, share, screens, burst } }  so long, as fast as it goes, up to this share of the programme
 *   <- { publish: { ms, perSecond, beganAt, screens } }   open loop, from a time of the machine's clock on
 *   <- { received }                               frames that all screens have got so far
 *   <- { status }                                what the server says of itself, after collecting garbage
 *   -> { published: { deliveries, frames, beganAt } }
 */

/** Frames on their way to all screens: little enough for the sockets' buffers, enough not to wait for reports. */
const DELIVERIES_AHEAD = 160_000;
const FRAMES_AHEAD_LEAST = 32;

/** A server may write a little later than it is given something: it is asked for its counts after that. */
const SETTLE_MS = 20;

/** The clock that all processes of a machine share, in milliseconds. */
const machineMs = () => Number(process.hrtime.bigint()) / 1e6;

const tell = (word) => process.connected && process.send(word, undefined, undefined, () => {});

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const turn = () => new Promise((resolve) => setImmediate(resolve));

/**
 * `publish` hands over one batch and resolves when it is written or queued; `written` counts the frames
 * handed to sockets so far, all screens together, where the server knows better than frames x screens.
 */
export function serve({ url, batches, publish, written, status }) {
  let received = 0;
  let next = 0;
  let sent = 0;
  const inFlight = () => (written?.() ?? sent) - received;

  async function asFastAsItGoes({ ms, share, screens, burst = 1 }) {
    const ahead = Math.max(DELIVERIES_AHEAD, screens * FRAMES_AHEAD_LEAST);
    const until = machineMs() + ms;
    const end = batches.length * share;
    while (next < end && machineMs() < until) {
      for (let count = 0; count < burst && next < end && inFlight() < ahead; count += 1) {
        await publishNext(screens);
      }
      await turn();
    }
  }

  /** Open loop: a batch is due at its time, whether or not the one before has arrived. */
  async function onSchedule({ ms, screens, perSecond, beganAt }) {
    const interval = 1_000 / perSecond;
    const last = Math.min(batches.length - next, Math.floor(ms / interval));
    for (let index = 0; index < last; index += 1) {
      await untilMs(beganAt + index * interval);
      await publishNext(screens);
      await turn();
    }
  }

  async function publishNext(screens) {
    const batch = batches[next];
    next += 1;
    sent += batch.frames.length * screens;
    await publish(batch);
  }

  async function run(order) {
    const before = { written: written?.() ?? sent, next };
    const beganAt = order.beganAt ?? machineMs();
    if (order.perSecond === undefined) await asFastAsItGoes(order);
    else await onSchedule(order);
    await pause(SETTLE_MS);
    const frames = batches.slice(before.next, next).reduce((sum, { frames }) => sum + frames.length, 0);
    const deliveries = (written?.() ?? sent) - before.written;
    tell({ published: { deliveries, frames, beganAt } });
  }

  process.on('message', (order) => {
    if (order.received !== undefined) received = order.received;
    else if (order.publish !== undefined) void run(order.publish);
    else if (order.status !== undefined) {
      globalThis.gc?.();
      tell({ status: status?.() ?? {} });
    }
  });
  process.on('disconnect', () => process.exit());
  tell({ ready: { url } });
}

/** A timer comes up to a millisecond late: the last stretch is waited out awake, letting others run between looks. */
async function untilMs(at) {
  const left = at - machineMs() - 2;
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  while (machineMs() < at) await turn();
}
