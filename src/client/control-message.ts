import type { Says } from '../model/server-words.ts';

const CONTROL =
  /^\{"(welcome|hello|subscribed|changed|unsubscribed|gap|pong|keepalive|behind|notice|error)":/;

/** A control message is JSON text in every format, an object with one known name (SC2); null: it is data. */
export function controlOf(text: string): Says | null {
  return CONTROL.test(text) ? (JSON.parse(text) as Says) : null;
}
