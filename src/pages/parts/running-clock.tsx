/** A clock that is counted on between two words of the venue, at most once a frame, and only while everything is heard. */
import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type RunningClock as Clock, clockAt, valueAt } from '../../client/running-clock.ts';
import type { Micro } from '../../model/decimal.ts';
import { gapText } from '../../model/time-text.ts';
import type { PageWords } from '../words/page-words.ts';

interface Counted {
  readonly clock: Clock;
  readonly isLive: ReadonlySignal<boolean>;
}

export function RunningClock({ clock, isLive, said }: Counted & { readonly said: PageWords }) {
  const text = useCounted({ clock, isLive }, (now, live) => clockAt(clock, now, live));
  const told = clock.isRunning ? said.running : said.stopped;
  return (
    <p class="clock" data-state={clock.isRunning ? 'running' : 'stopped'} title={told}>
      <time>{text}</time>
      <span class="unseen">{told}</span>
    </p>
  );
}

/** How far behind a time whoever comes next is already; nothing while the clock is not counted on. */
export function RunningGap({ clock, isLive, since }: Counted & { readonly since: Micro }) {
  const text = useCounted({ clock, isLive }, (now, live) => {
    const value = live ? valueAt(clock, now) : null;
    return value === null || value < since ? '' : gapText(value - since, clock.decimals);
  });
  return <time>{text}</time>;
}

function useCounted(
  { clock, isLive }: Counted,
  textAt: (now: number, isLive: boolean) => string,
): Signal<string> {
  const live = isLive.value;
  const text = useSignal(textAt(Date.now(), live));
  useEffect(() => {
    let frame = 0;
    const show = (): void => {
      const now = Date.now();
      text.value = textAt(now, live);
      if (live && valueAt(clock, now) !== null) frame = requestAnimationFrame(show);
    };
    show();
    return () => cancelAnimationFrame(frame);
  }, [clock, live]);
  return text;
}
