/** One channel for machines that show it, until something says that this will never work. */
import { readFileSync } from 'node:fs';
import { subscribe } from '../client/node.ts';
import type { Channel } from '../model/document.ts';
import { Followed } from '../scoreboard/followed.ts';
import { BadLayout } from '../scoreboard/layout-file.ts';
import { Failure } from './failure.ts';

export interface FollowedChannel {
  /** Never resolves; rejects when it cannot be shown. */
  readonly failed: Promise<never>;
  close(): void;
}

/** `show`: whenever there may be something else to show. */
export function followChannel(
  url: string,
  channel: Channel,
  show: (followed: Followed) => void,
): FollowedChannel {
  const followed = new Followed();
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_never, reject) => {
    fail = reject;
  });
  const subscriber = subscribe({
    url,
    onControl: (says) => {
      if (!('keepalive' in says)) return;
      followed.heard(says.keepalive);
      show(followed);
    },
    onState: ({ state }) => {
      if (state !== 'live') followed.lost();
      show(followed);
    },
    onError: (error) => fail(error),
  });
  subscriber.follow(
    channel,
    (document) => {
      followed.took(document);
      show(followed);
    },
    { onRefused: ({ code, message }) => fail(new Failure(`${code}: ${message}`)) },
  );
  return { failed, close: () => subscriber.close() };
}

/** The layout in a file, by the function that reads its text. */
export function readLayout<Layout>(path: string, layoutOf: (text: string) => Layout): Layout {
  try {
    return layoutOf(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof BadLayout) throw new Failure(`${path}: ${error.code} ${error.message}`);
    throw error;
  }
}
