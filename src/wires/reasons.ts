import { channelOfStory, type Story } from '../encode/wire/dispatch.ts';
import type { Channel } from '../model/document.ts';
import type { Position } from '../model/position.ts';
import { mayHave, type Standing, type Told } from './standing.ts';
import type { Next, Sight } from './telling.ts';

/** Reasons of corrections that were published since, up to this version. */
export type Reasons = (channel: Channel, after: Position, until: Position) => Promise<readonly string[]>;

/** What is told next with why, where it takes something back. A repeat has the reasons that it had. */
export async function withReasons(
  story: Story,
  standing: Standing,
  { told, isRepeat }: Exclude<Next, 'UNSETTLED' | null>,
  { document }: Sight,
  reasons: Reasons,
): Promise<Told> {
  const isPlain = told.kind === 'FIRST' || told.kind === 'UPDATE';
  const [before] = mayHave(standing);
  if (isRepeat || isPlain || before === undefined) return told;
  return { ...told, reasons: await reasons(channelOfStory(story), before, document) };
}
