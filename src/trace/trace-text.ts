import type { Decision, Neighbour, Trace, TracedFact } from './trace.ts';

/** A trace for a person. Lines end with a line end. */
export function traceText(trace: Trace, published: string): string {
  const { channel, version, status, asOf, hash, facts } = trace;
  return [
    `${channel} version ${version}, ${status}, as of ${asOf}`,
    `hash ${hash}: ${published}`,
    '',
    rowText(trace),
    ...neighbourText('behind', trace.above),
    ...neighbourText('before', trace.below),
    '',
    `facts behind it (${facts.length}):`,
    ...facts.flatMap(factText),
    '',
  ].join('\n');
}

function rowText({ key, name, rank, rankEqual, result, irm, qualificationMark }: Trace): string {
  const place = rank === null ? 'no rank' : `rank ${rank}${rankEqual ? ' (shared)' : ''}`;
  const marks = [result, irm, qualificationMark].filter((mark) => mark !== null && mark !== '');
  return [`${name} (${key})`, place, ...marks].join('  ');
}

function neighbourText(where: string, neighbour: Neighbour | null): string[] {
  if (neighbour === null) return [];
  const { key, name, rank, result, irm, decidedBy } = neighbour;
  const who = [`${where} ${name} (${key})`, rank === null ? 'no rank' : `rank ${rank}`, irm ?? result ?? ''];
  return [`  ${who.join('  ').trimEnd()}: ${decisionText(decidedBy)}`];
}

const decisionText = (decision: Decision | null): string =>
  decision === null
    ? 'no criterion decides between them'
    : `by ${decision.words} (${decision.criterion}, ${decision.clause})`;

function factText({
  place,
  storedAt,
  messageId,
  venue,
  unit,
  said,
  state,
  because,
  ...origin
}: TracedFact): string[] {
  const { source, epoch, seq } = origin;
  const id = source === null ? messageId : `${source}:${epoch}:${seq}`;
  const why = because === null ? '' : ` ${because}`;
  return [
    `  ${place}  ${storedAt}  ${[id, venue].filter((text) => text !== '').join('  ')}  ${unit}`,
    `      ${said === null ? 'cannot be read' : JSON.stringify(said)}`,
    `      ${state}${why}`,
  ];
}
