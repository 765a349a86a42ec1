// uWebSockets.js with its own publish and subscribe.
import uws from 'uwebsockets';
import { serve } from '../fan-out/pump.mjs';
import { batches } from './common.mjs';

const TOPIC = 'bench';
let screens = 0;

const app = uws.App().ws('/*', {
  compression: uws.DISABLED,
  // Nothing is dropped: the pump stays a window ahead of the screens and no further.
  maxBackpressure: 64 * 1024 * 1024,
  sendPingsAutomatically: false,
  idleTimeout: 0,
  open: (screen) => {
    screens += 1;
    screen.subscribe(TOPIC);
  },
  close: () => {
    screens -= 1;
  },
});

app.listen('127.0.0.1', 0, (listening) => {
  if (!listening) process.exit(1);
  serve({
    url: `ws://127.0.0.1:${uws.us_socket_local_port(listening)}/`,
    batches: batches(),
    publish: ({ frames }) => {
      for (const frame of frames) app.publish(TOPIC, frame);
    },
    status: () => ({ screens, ...process.memoryUsage() }),
  });
});
