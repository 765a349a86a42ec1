import type { Bucket } from './bucket.ts';
import type { Source } from './reader.ts';

/** What stands in a bucket, in the order in which it was written, then whatever is written. The bucket is another one after its store was lost. */
export function sourceOf<T>(bucket: () => Bucket<T>, handler: (key: string, value: T) => void): Source {
  let seen = 0;
  return {
    // The store can have become shorter.
    begin: () => {
      seen = Math.min(seen, bucket().lastSeq);
    },
    hasNext: () => seen < bucket().lastSeq,
    takeNext: () => {
      const next = bucket().nextAfter(seen);
      if (next === undefined) return false;
      seen = next.seq;
      handler(next.key, next.value);
      return true;
    },
  };
}
