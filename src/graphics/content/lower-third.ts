/** Who it is: an athlete with organisation, lane and bests, or a team with its members. Marks and places are in the result strap. */
import { capitalised } from '../../client/cells.ts';
import type { Row } from '../../model/row.ts';
import type { Scene } from '../scene.ts';
import type { Told } from '../told.ts';
import { type Head, headOf } from './head.ts';
import { say, wordFor } from './say.ts';
import { keyShown, namesFor, type Who, whoIs } from './who.ts';

export interface LowerThirdContent {
  readonly head: Head;
  readonly who: Who;
  /** Of a team or pair, in their order; `names`: the longest first. */
  readonly members: readonly { readonly key: string; readonly names: readonly string[] }[];
  /** What is said beside the name, each ready to show: `Lane 5`, `PB 9.80`, `Attempt 3`, `Did not start`. */
  readonly notes: readonly string[];
}

/** Null while nobody is singled out, and for somebody who is not in the document. */
export function lowerThirdContent(scene: Scene, told: Told): LowerThirdContent | null {
  const { main } = scene;
  const key = keyShown(scene, told);
  const row = main?.rows.find((each) => each.key === key);
  if (main === null || row?.identity === undefined) return null;
  return {
    head: headOf(main.header, scene, told, ''),
    who: whoIs(row.key, row.identity, told),
    members: (row.identity.members ?? []).map((member) => ({
      key: member.competitor,
      names: namesFor(member),
    })),
    notes: notesOf(row, scene, told),
  };
}

function notesOf({ key, identity, mark }: Row, scene: Scene, told: Told): readonly string[] {
  const { lane, bib, bests = {} } = identity!;
  const turn = scene
    .beside('CURRENT')
    ?.rows.find((row) => row.key === key && row.turn.role === 'CURRENT')?.turn;
  const place = lane === undefined ? undefined : say(told, 'lane', { lane });
  const number = bib === undefined ? undefined : say(told, 'bib', { bib });
  return [
    place ?? number,
    ...Object.keys(bests)
      .sort()
      .map((kind) => `${kind} ${bests[kind]}`),
    turn?.attempt === undefined ? undefined : say(told, 'attempt', { attempt: String(turn.attempt) }),
    mark?.irm == null ? undefined : capitalised(wordFor(scene, 'irm', mark.irm)),
  ].filter((note): note is string => note !== undefined);
}
