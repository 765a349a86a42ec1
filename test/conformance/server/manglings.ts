/** Servers that are broken in one way each, and the rule that has to be seen broken. */
import { closeContent, type Frame, OPCODE } from '../../../src/conformance/wire/frame-bytes.ts';
import type { Mangling } from './mangling-proxy.ts';

export interface BrokenServer extends Mangling {
  readonly rule: string;
  readonly name: string;
  /** The document is so long that few of them fill a socket. */
  readonly needsLongDocuments?: true;
}

const textOf = (frame: Frame): string => (frame.opcode === OPCODE.TEXT ? frame.content.toString() : '');
const isData = (frame: Frame): boolean => /^\{"(document|delta)"/.test(textOf(frame));
const says = (frame: Frame, name: string): boolean => textOf(frame).startsWith(`{"${name}"`);

/** Frames with another text. */
const rewritten =
  (change: (text: string) => string): Mangling['frames'] =>
  () =>
  (frame) =>
    frame.opcode === OPCODE.TEXT
      ? [{ ...frame, content: Buffer.from(change(frame.content.toString())) }]
      : [frame];

const without =
  (isGone: (frame: Frame) => boolean): Mangling['frames'] =>
  () =>
  (frame) =>
    isGone(frame) ? [] : [frame];

const everyNth =
  (n: number): Mangling['frames'] =>
  () => {
    let count = 0;
    return (frame) => {
      if (!isData(frame)) return [frame];
      count += 1;
      return count % n === 0 ? [] : [frame];
    };
  };

const closedWith =
  (code: number, reason: string): Mangling['frames'] =>
  () =>
  (frame) =>
    frame.opcode === OPCODE.CLOSE ? [{ ...frame, content: closeContent(code, reason) }] : [frame];

const wordWithout =
  (...names: readonly string[]): Mangling['word'] =>
  (text) => {
    const word = JSON.parse(text) as Record<string, Record<string, unknown>>;
    for (const fields of Object.values(word)) for (const name of names) delete fields[name];
    return JSON.stringify(word);
  };

const unheard =
  (name: string): Mangling['word'] =>
  (text) =>
    text.startsWith(`{"${name}"`) ? null : text;

function swapped(): (frame: Frame) => readonly Frame[] {
  let kept: Frame | null = null;
  return (frame) => {
    if (!isData(frame)) return [frame];
    const before = kept;
    kept = before === null ? frame : null;
    return before === null ? [] : [frame, before];
  };
}

const spoiledHash = (text: string): string =>
  /^\{"(document|delta)"/.test(text)
    ? text.replace(/"hash":"(.)/, (_all, digit) => `"hash":"${digit === '0' ? '1' : '0'}`)
    : text;

export const BROKEN_SERVERS: readonly BrokenServer[] = [
  {
    rule: 'SC1',
    name: 'takes a subprotocol that it does not know',
    head: (head) => head.replace(/soap, splitsecond\.yaml/, 'splitsecond.json'),
  },
  {
    rule: 'SC2',
    name: 'says a word that the schema does not have',
    frames: rewritten((text) =>
      text.replace('"pong"', '"gong"').replace('"subscribed":{', '"subscribed":{"mood":"good",'),
    ),
  },
  { rule: 'SC2', name: 'masks its frames', frames: () => (frame) => [{ ...frame, masked: true }] },
  {
    rule: 'SC3',
    name: 'says no welcome',
    frames: without((frame) => says(frame, 'welcome') && !textOf(frame).includes('never')),
  },
  { rule: 'SC4', name: 'does not answer hello', frames: without((frame) => says(frame, 'hello')) },
  {
    rule: 'SC5',
    name: 'brings every channel whatever was asked for',
    word: (text) => text.replace(/("subscribe":\{"id":\d+,"channel":)"[^"]*"/, '$1"*"'),
  },
  { rule: 'SC6', name: 'sends versions in the wrong order', frames: swapped },
  { rule: 'SC7', name: 'loses a version of mode every', frames: everyNth(5) },
  {
    rule: 'SC8',
    name: 'says resumed: true with a hole',
    frames: rewritten((text) => text.replace('"resumed":false', '"resumed":true')),
  },
  { rule: 'SC9', name: 'loses a version between deltas', frames: everyNth(3) },
  { rule: 'SC9', name: 'sends a hash that is not that of the state', frames: rewritten(spoiledHash) },
  { rule: 'SC10', name: 'does not know rates', word: wordWithout('ratePerSecond') },
  { rule: 'SC10', name: 'does not hold anything back', word: wordWithout('delayMs') },
  { rule: 'SC11', name: 'does not hear resync', word: unheard('resync') },
  { rule: 'SC11', name: 'goes on after unsubscribe', word: unheard('unsubscribe') },
  { rule: 'SC12', name: 'says no keep-alive', frames: without((frame) => says(frame, 'keepalive')) },
  {
    rule: 'SC13',
    name: 'says keep-alives without positions',
    frames: rewritten((text) => text.replace(/("keepalive".*"positions":)\{.*\}\}\}$/, '$1{}}}')),
  },
  {
    rule: 'SC13',
    name: 'says keep-alives that stay behind',
    frames: rewritten((text) =>
      text.startsWith('{"keepalive"') ? text.replaceAll(/"version":\d+/g, '"version":1') : text,
    ),
  },
  {
    rule: 'SC14',
    name: 'keeps for a screen whatever it does not read',
    isGreedy: true,
    needsLongDocuments: true,
  },
  { rule: 'SC15', name: 'closes with a code that says something else', frames: closedWith(4000, 'bye') },
  { rule: 'SC16', name: 'says nothing of coming back when it stops', frames: closedWith(1001, '') },
  {
    rule: 'SC17',
    name: 'cuts deflated messages short',
    frames: () => (frame) =>
      frame.rsv === 4 ? [{ ...frame, content: frame.content.subarray(0, -9) }] : [frame],
  },
  { rule: 'SC18', name: 'does not choose rows', word: wordWithout('rows') },
  {
    rule: 'SC19',
    name: 'gives events no id',
    body: (bytes) => Buffer.from(bytes.toString('latin1').replaceAll(/^id: /gm, 'no: '), 'latin1'),
  },
  {
    rule: 'SC20',
    name: 'goes back to an older epoch',
    frames: rewritten((text) => text.replace(/("epoch":")([^"]*)(","version":\d*[13579]\b)/, '$1-$2$3')),
  },
];
