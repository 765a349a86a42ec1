import { claim, NotShown } from '../../outcome.ts';
import type { Copy } from '../../stated/copy.ts';
import { ranksOf } from '../../stated/ranks.ts';
import type { Check } from '../check.ts';
import type { Screen } from '../screen.ts';
import type { Stage } from '../stage.ts';

const TOP = 3;
/** Where a row stands is said by its order, or given: a choice of rows has to give what the whole list leaves to its order. */
const HOW_PLACES_ARE_SAID = ['givenRank', 'givenEqual', 'givenDiff', 'tied', 'leads'];

/** What each row says of its own, and its rank, shared rank and gap, however they are said. */
function shown(copy: Copy): string[] {
  const ranks = ranksOf(copy);
  return copy.rows.map(({ key, parts }, index) => {
    const place = Object.entries(parts.place ?? {}).filter(([name]) => !HOW_PLACES_ARE_SAID.includes(name));
    return JSON.stringify({ key, ...parts, place: Object.fromEntries(place), ...ranks[index] });
  });
}

/** A screen with all rows and one with some, both at the same version of the channel. */
async function pair(stage: Stage, rows: object): Promise<{ whole: Screen; some: Screen }> {
  const whole = await stage.follow();
  if (whole.last(stage.channel)!.copy!.rows.length <= TOP)
    throw new NotShown('the document has too few rows');
  return { whole, some: await stage.follow({ delta: true, rows }) };
}

export const ROWS: readonly Check[] = [
  {
    rule: 'SC18',
    name: 'top: the first rows of the list and no others, with their ranks, under an epoch and a hash of their own',
    run: async (stage) => {
      const { whole, some } = await pair(stage, { top: TOP });
      const [all, chosen] = [whole.last(stage.channel)!, some.last(stage.channel)!];
      const rows = chosen.copy!.rows;
      claim(rows.length === TOP, `${rows.length} rows came`);
      claim(chosen.epoch.startsWith(`${all.epoch}~`), `the epoch is ${chosen.epoch}`);
      claim(
        all.version !== chosen.version ||
          shown(chosen.copy!).join() === shown(all.copy!).slice(0, TOP).join(),
        'the rows are not the first of the list, with its ranks and gaps',
      );
    },
  },
  {
    rule: 'SC18',
    name: 'competitors and organisations: the rows that any part names, in the order of the list',
    run: async (stage) => {
      const named = stage.newest.copy!.rows.at(-1)!;
      const { organisation } = named.parts.identity!;
      const { whole, some } = await pair(stage, { competitors: [named.key] });
      const [all, chosen] = [whole.last(stage.channel)!, some.last(stage.channel)!];
      claim(chosen.copy!.rows.map(({ key }) => key).join() === named.key, 'another choice of rows');
      claim(
        all.version !== chosen.version || shown(chosen.copy!)[0] === shown(all.copy!).at(-1),
        'the row has not the rank and the gap that it has in the whole list',
      );
      const other = await stage.follow({ delta: true, rows: { organisations: [organisation], top: 1 } });
      const rows = other.last(stage.channel)!.copy!.rows;
      claim(
        rows.every((row, index) => index === 0 || row.parts.identity?.organisation === organisation),
        'a row that nothing names came',
      );
    },
  },
  {
    rule: 'SC18',
    name: 'deltas lead to what is chosen, and versions that change nothing in it do not come',
    run: async (stage) => {
      const { whole, some } = await pair(stage, { top: TOP });
      const { version } = await stage.change(15);
      await whole.until('the newest comes', () => whole.last(stage.channel)!.version >= version);
      const rows = shown(whole.last(stage.channel)!.copy!).slice(0, TOP).join();
      const isSame = (): boolean => shown(some.last(stage.channel)!.copy!).join() === rows;
      await some.until('the chosen rows are those of the list', isSame);
      const states = some.updatesOf(stage.channel).map(({ hash }) => hash);
      claim(
        states.every((hash, index) => hash !== states[index - 1]),
        'a version came that changes nothing',
      );
    },
  },
  {
    rule: 'SC18',
    name: 'a position resumes the same choice, and no other',
    run: async (stage) => {
      const { some } = await pair(stage, { top: TOP });
      const { epoch, version } = some.last(stage.channel)!;
      const after = { epoch, version };
      const same = await stage.join({ holding: some.copies });
      const options = { id: 1, channel: stage.channel, delta: true, after };
      const right = await same.subscribe({ ...options, rows: { top: TOP } });
      claim(right.resumed, 'resumed is false for the same choice');
      const other = await stage.join();
      const wrong = await other.subscribe({ ...options, rows: { top: TOP + 1 } });
      claim(!wrong.resumed, 'resumed is true for another choice');
      const all = await stage.join();
      claim(!(await all.subscribe(options)).resumed, 'resumed is true for all rows');
    },
  },
];
