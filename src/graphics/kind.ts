/** One graphic: which documents it is made of, what it says, and who paints that. */
import type { DocumentType } from '../model/shape/table.ts';
import type { Listed } from './listed.ts';
import type { Scene } from './scene.ts';
import type { Timeline } from './timeline.ts';
import type { Told } from './told.ts';

export interface GraphicKind<Content = unknown> extends Listed {
  /** Of what it can be about; the first is taken where it shows whatever is live. */
  readonly types: readonly [DocumentType, ...DocumentType[]];
  /** What else it is made of. */
  readonly beside: readonly DocumentType[];
  /** From 1 on. */
  pages(scene: Scene, told: Told): number;
  /** What it says on a page, the first is 0. Null: there is nothing to show. Pure. */
  content(scene: Scene, told: Told, page: number): Content | null;
  /** Builds it into the stage, which is 1920 by 1080. */
  painter(stage: HTMLElement, timeline: Timeline, told: Told): Painter<Content>;
}

export interface Painter<Content> {
  paint(content: Content, how: PaintedHow): void;
  /** In each frame, for what moves by itself. `isLive` false: nothing that is counted on may look like news from the venue. */
  tick?(now: number, isLive: boolean): void;
}

export interface PaintedHow {
  /** The first of an appearance, or told to be at once: nothing moves into its place. */
  readonly atOnce: boolean;
  readonly told: Told;
}

/** A graphic of one page. */
export const ONE_PAGE = { pages: () => 1 } as const;
