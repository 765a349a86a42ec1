/** What was wrong with a run, from its journal alone. */
import { isOfFacts } from './expected.ts';
import type { Journal, ScreenRole, ScreenWord } from './journal.ts';
import { numberOf } from './servers.ts';
import { Shown } from './shown.ts';

export interface Verdict {
  /** Facts that were said, and that a screen does not show in the end. */
  readonly lost: number;
  /** Versions that a screen was shown twice, or back. */
  readonly doubled: number;
  /** Hashes that were not reached, channels that end otherwise than `rank` says. */
  readonly wrong: number;
  /** `resumed: true` with a hole, `ready` while stale, `ok` while behind. */
  readonly misleading: number;
  /** The longest time that a steady screen was without what was due. */
  readonly silenceMs: number;
  /** What it was, each in words; the first of them. */
  readonly complaints: readonly string[];
}

export const NONE_WRONG: Verdict = {
  lost: 0,
  doubled: 0,
  wrong: 0,
  misleading: 0,
  silenceMs: 0,
  complaints: [],
};

/** Ten seconds is what may be behind and ready (`src/OPERATIONS.md`), one is for the time between looking and answering. */
const READY_BEHIND_MS = 11_000;
/** An edge may take five seconds to find that it hears no engine, and a screen is told every five. */
const TOLD_BEHIND_MS = 11_000;
const MOST_COMPLAINTS = 12;
const MS = 1_000;

export function judge(journal: Journal): Verdict {
  const views = journal.screens.map((role) => {
    const words = journal.words.filter(({ screen }) => screen === role.name);
    return { role, words, shown: new Shown(journal.sayings, words) };
  });
  const complaints: string[] = [...journal.troubles];
  const said = (kind: ScreenWord['complaint']): string[] =>
    journal.words
      .filter(({ complaint }) => complaint === kind)
      .map(({ screen, why }) => `${kind}: ${screen}, ${why}`);
  const doubled = said('doubled');
  const stored = storedSince(journal);
  const unstored = notStored(journal, stored);
  const lost = new Set(views.flatMap(({ shown }) => shown.missing(journal.said)));
  const wrong = [...said('wrong'), ...views.flatMap(({ role, words }) => otherThan(journal, role, words))];
  const misleading = [
    ...said('misleading'),
    ...views.flatMap(({ role, words, shown }) =>
      role.isSteady ? keptAlive(role, words, shown, stored) : [],
    ),
    ...readyWhileStale(journal, views, stored),
  ];
  if (lost.size > 0) complaints.push(`lost: facts ${[...lost].slice(0, 10).join(', ')} are not shown`);
  if (unstored.length > 0)
    complaints.push(`lost: the broker does not have facts ${unstored.slice(0, 10).join(', ')}`);
  complaints.push(...doubled, ...wrong, ...misleading);
  return {
    lost: lost.size + unstored.length,
    doubled: doubled.length,
    wrong: wrong.length + journal.troubles.length,
    misleading: misleading.length,
    silenceMs: Math.max(
      0,
      ...views.filter(({ role }) => role.isSteady).map(({ shown }) => shown.silence(journal.said)),
    ),
    complaints: complaints.slice(0, MOST_COMPLAINTS),
  };
}

interface View {
  readonly role: ScreenRole;
  readonly words: readonly ScreenWord[];
  readonly shown: Shown;
}

/** The newest hash of each channel. */
export function hashesOf(words: readonly ScreenWord[]): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const { channel, hash } of words)
    if (channel !== undefined && isOfFacts(channel)) hashes.set(channel, hash!);
  return hashes;
}

function otherThan({ end }: Journal, { name }: ScreenRole, words: readonly ScreenWord[]): string[] {
  const shown = hashesOf(words);
  const channels = new Set([...shown.keys(), ...end.keys()]);
  return [...channels]
    .filter((channel) => shown.get(channel) !== end.get(channel))
    .map(
      (channel) =>
        `wrong: ${name} ends with ${channel} ${shown.get(channel)}, and rank says ${end.get(channel)}`,
    );
}

/** Places of facts that were said and that the broker does not have in the end; a number that was given twice is no proof of either. */
function notStored(
  { numbers, stored, sayings, said }: Journal,
  since: ReadonlyMap<number, number>,
): number[] {
  const there = new Set(stored.map(numberOf));
  const unnumbered = [...numbers].filter(([number]) => !there.has(number)).map(([, place]) => place);
  const unmarked = [...said.keys()].filter(
    (place) => sayings[place]!.mark !== undefined && !since.has(place),
  );
  return [...new Set([...unnumbered, ...unmarked])];
}

/** Since when the broker has each fact that gives a time, by its place, on the machine's clock. */
function storedSince({ sayings, stored, wallOffset }: Journal): Map<number, number> {
  const places = new Map(
    sayings.flatMap(({ unit, mark }, index) =>
      mark === undefined ? [] : [[`${unit} ${mark.competitor} ${mark.value}`, index] as const],
    ),
  );
  const since = new Map<number, number>();
  for (const { at, text } of stored) {
    const { unit, passing } = JSON.parse(text) as {
      unit?: string;
      passing?: { competitor: string; time: string };
    };
    const place = passing && places.get(`${unit} ${passing.competitor} ${Number(passing.time)}`);
    if (place !== undefined && !since.has(place)) since.set(place, at - wallOffset);
  }
  return since;
}

function keptAlive(
  { name }: ScreenRole,
  words: readonly ScreenWord[],
  shown: Shown,
  stored: ReadonlyMap<number, number>,
): string[] {
  return words.flatMap(({ at, keepalive }) => {
    if (keepalive === undefined) return [];
    const since = shown.lacksSince(at, stored);
    const lag = since === null ? 0 : at - since;
    const { behind, states } = keepalive;
    const isDenied = behind !== null && lag > behind * MS + TOLD_BEHIND_MS;
    const isOk = states.includes('ok') && lag > TOLD_BEHIND_MS;
    if (!isDenied && !isOk) return [];
    return [
      `misleading: ${name} was told ${states.join()} and behind ${behind} s, ${Math.round(lag)} ms behind`,
    ];
  });
}

function readyWhileStale(
  { readiness }: Journal,
  views: readonly View[],
  stored: ReadonlyMap<number, number>,
): string[] {
  return readiness.flatMap(({ home, at, answeredAt, isReady }) => {
    const view = views.find(({ role }) => role.name === home);
    if (!isReady || view === undefined || !stands(view.words, at)) return [];
    // It may speak of any moment between the question and the answer.
    const [then, now] = [at, answeredAt].map((each) => each - (view.shown.lacksSince(each, stored) ?? each));
    const behindMs = Math.min(then!, now!);
    return behindMs <= READY_BEHIND_MS
      ? []
      : [`misleading: ready while ${home} was ${Math.round(behindMs)} ms behind`];
  });
}

/** The screen was connected then. */
function stands(words: readonly ScreenWord[], at: number): boolean {
  const last = words.findLast(
    (word) => word.at <= at && (word.stands !== undefined || word.ended !== undefined),
  );
  return last?.stands !== undefined;
}
