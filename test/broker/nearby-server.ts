/** A real nats-server for tests: the program that set-up found, a free port, a temporary store. */
import {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  startEmbeddedServer,
} from '../../src/broker/nats/embedded-server.ts';
import { findNatsServer } from '../../src/setup/nats-server.ts';

export function startTestServer(options: Partial<EmbeddedServerOptions> = {}): Promise<EmbeddedServer> {
  const program = findNatsServer();
  if (program === null) throw new Error('no nats-server: run "npm test", which finds or installs one');
  return startEmbeddedServer({ program, ...options });
}

/** Waits until the condition holds; fails with what it was waiting for. */
export async function until(what: string, holds: () => boolean, milliseconds = 20_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`waited ${milliseconds} ms in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
