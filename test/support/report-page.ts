/** The page that campaigns write what they came to into, and what their summaries have in common. */
import { join } from 'node:path';
import { writeSection } from '../../bench/support/page-section.ts';
import { projectRoot } from '../../src/setup/project-root.ts';

/** What can be wrong with what somebody was shown. */
export const COUNTED = ['lost', 'doubled', 'wrong', 'misleading'] as const;

export const grouped = (value: number): string => Math.round(value).toLocaleString('en-US');

export const writeReport = (section: 'simulation' | 'faults' | 'soak' | 'wires', text: string): void =>
  writeSection(join(projectRoot(), 'test', 'REPORT.md'), section, text);
