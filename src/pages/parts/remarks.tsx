/** What has to be said of rows, and what was told of the event: reasons stand in words, not in colour. */

import type { Announcement } from '../view/announcements.ts';
import type { Remark } from '../view/remarks.ts';

export function Remarks({ remarks, title }: { remarks: readonly Remark[]; title: string }) {
  if (remarks.length === 0) return null;
  return (
    <section class="remarks">
      <h3>{title}</h3>
      <ul>
        {remarks.map(({ key, kind, name, text }) => (
          <li key={`${key} ${kind}`} data-kind={kind}>
            <b>{name}</b> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function AnnouncementList({ all, title }: { all: readonly Announcement[]; title: string }) {
  if (all.length === 0) return null;
  return (
    <section class="told">
      <h3>{title}</h3>
      <ul>
        {all.map(({ key, kind, kindWord, time, text, isLoud }) => (
          <li key={key} data-kind={kind} class={isLoud ? 'loud' : undefined}>
            <time>{time}</time> <b>{kindWord}</b> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
