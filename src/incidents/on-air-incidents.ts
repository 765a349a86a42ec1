/** Incidents of what is on air. */
import type { IncidentKind } from './kind.ts';

export const ON_AIR_INCIDENTS = {
  NOT_SHOWN: {
    severity: 'NOW',
    alert: 'SplitsecondNotShown',
    forMs: 5_000,
    text: 'On air on output {output}, and no page shows it: {graphics}',
    action:
      'Open its page at an edge that runs, or load it anew: `/graphics/output?name=` and the name. What nobody needs is taken out at the graphics desk.',
    hides: [],
    find: ({ outputs }) =>
      outputs
        .filter(({ onAir, isShown }) => onAir.length > 0 && !isShown)
        .map(({ output, onAir }) => ({ about: output, values: { output, graphics: onAir.join(', ') } })),
  },
} as const satisfies Readonly<Record<string, IncidentKind>>;
