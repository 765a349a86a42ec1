// Nchan: a channel of nginx. The server is nginx with one worker; this process only publishes to it, over HTTP.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { serve } from '../fan-out/pump.mjs';
import { batches, endWith, feedLine, folder, pause, written } from './common.mjs';

const port = await freePort();
const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((name) => `${name}_temp_path ${join(folder, name)};`)
  .join('\n');
writeFileSync(
  join(folder, 'nginx.conf'),
  `load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
   ${process.getuid() === 0 ? 'user root;' : ''}
   daemon off;
   pid ${join(folder, 'nginx.pid')};
   error_log ${join(folder, 'error.log')};
   worker_processes 1;
   worker_rlimit_nofile 20000;
   events { worker_connections 16000; }
   http {
     access_log off;
     keepalive_requests 1000000000;
     nchan_shared_memory_size 256M;
     ${scratch}
     server {
       listen 127.0.0.1:${port};
       location = /publish { nchan_publisher; nchan_channel_id bench; nchan_message_buffer_length 2000; }
       location = /screens { nchan_subscriber websocket; nchan_channel_id bench; nchan_subscriber_first_message newest; }
     }
   }`,
);
endWith(spawn('/usr/sbin/nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' }));

const feed = await connected();
const published = (frame) =>
  `POST /publish HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(frame)}\r\n\r\n${frame}`;
serve({
  url: `ws://127.0.0.1:${port}/screens`,
  batches: batches().map(({ frames }) => ({ frames, bytes: Buffer.from(frames.map(published).join('')) })),
  publish: ({ bytes }) => written(feed, bytes),
});

async function connected() {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await feedLine(port, () => {});
    } catch {
      await pause(50);
    }
  }
  throw new Error('nginx does not answer');
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
