import type { Page } from 'playwright-core';

/**
 * Rules of WCAG 2.2 AA, and what axe calls best practice, that do not hold, each with elements: everything in light, and what colours can
 * spoil in dark.
 */
export function violationsOf(page: Page): Promise<readonly (readonly [string, readonly string[]])[]>;
