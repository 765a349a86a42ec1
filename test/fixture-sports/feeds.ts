/** Whole competitions of the two invented sports. */
import { driftboardRsc, Feed, numbered, ringballRsc } from './feed.ts';

export const POOLS = { GPA: ['A1', 'A2', 'A3', 'A4'], GPB: ['B1', 'B2', 'B3', 'B4'] } as const;

/** Both pools: the lower number wins, by as many as it is lower. */
export function playPools(feed: Feed): void {
  for (const [phase, codes] of Object.entries(POOLS)) {
    let number = 0;
    for (const [index, home] of codes.entries())
      for (const away of codes.slice(index + 1)) {
        number += 1;
        const unit = ringballRsc('TEAM', phase, numbered(number));
        feed.startList(unit, [home, away]);
        feed.result(unit, [home, away], `${1 + Number(away[1]) - Number(home[1])}-1`);
      }
  }
}

export const team = (phase: string, number: number): string => ringballRsc('TEAM', phase, numbered(number));

/** Everything up to the final, which B1 wins. */
export function wholeEvent(): Feed {
  const feed = new Feed();
  playPools(feed);
  feed.result(team('QFNL', 1), ['A1', 'B4'], '3-0');
  feed.result(team('QFNL', 2), ['B3', 'A2'], '1/3-1/4');
  feed.result(team('QFNL', 3), ['B1', 'A4'], '2-1');
  feed.result(team('QFNL', 4), ['A3', 'B2'], '0-DSQ');
  feed.result(team('REP1', 1), ['B4', 'B3'], '2-0');
  feed.result(team('REP1', 2), ['A4', 'B2'], '0-1');
  feed.result(team('SFNL', 1), ['A1', 'A2'], '1-0');
  feed.result(team('SFNL', 2), ['B1', 'A3'], '4-2');
  feed.result(team('FNL', 2), ['B4', 'A3'], '0-2');
  feed.result(team('FNL', 3), ['B2', 'A2'], '0-1');
  feed.result(team('FNL', 1), ['A1', 'B1'], '2-3');
  return feed;
}

const LAST = driftboardRsc('FNL', numbered(1));
const BOARDS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'];

export const race = (number: number): string => driftboardRsc('PREL', numbered(number));

/** `D1 D3 D2 DNF:D4`: who came in, in this order, and who did not. */
function sail(feed: Feed, unit: string, order: string, listed = BOARDS): void {
  if (listed.length > 0) feed.startList(unit, listed, 'ATHLETE');
  for (const [index, said] of order.split(' ').entries()) {
    const [code, competitor] = said.includes(':') ? (said.split(':') as [string, string]) : [null, said];
    if (code !== null) feed.say(unit, { irm: { competitor, code } });
    else feed.say(unit, { passing: { competitor, point: 'FIN', time: String(600 + 10 * index) } });
  }
  feed.say(unit, { status: { result: 'OFFICIAL' } });
}

export function wholeSeries(): Feed {
  const feed = new Feed();
  sail(feed, race(1), 'D1 D2 D3 D4 D5 D6');
  sail(feed, race(2), 'D2 D1 D3 D4 D6 DNF:D5');
  sail(feed, race(3), 'D1 D3 D2 D5 D4 OCS:D6');
  sail(feed, race(4), 'D2 D3 D4 D1 D5 DNE:D6');
  sail(feed, LAST, 'D3 D2 D1 D5 DSQ:D4', []);
  return feed;
}

/** A draw of eight with two byes, played to the end. */
export function drawnEvent(): Feed {
  const feed = new Feed();
  const single = (phase: string, number: number): string => ringballRsc('SINGLES', phase, numbered(number));
  feed.startList(ringballRsc('SINGLES'), ['P1', '', 'P3', 'P4', 'P5', 'P6', '', 'P8'], 'ATHLETE');
  feed.result(single('QFNL', 2), ['P3', 'P4'], '1-0');
  feed.result(single('QFNL', 3), ['P5', 'P6'], 'DSQ-2');
  feed.result(single('SFNL', 1), ['P1', 'P3'], '0-1');
  feed.result(single('SFNL', 2), ['P6', 'P8'], '1/4-1/5');
  feed.result(single('FNL', 1), ['P3', 'P8'], '2-1');
  return feed;
}

/** A match that is under way: its clock, its score, and what has happened in it. */
export function runningMatch(): Feed {
  const feed = new Feed();
  const unit = ringballRsc('TEAM', 'GPA', numbered(1));
  feed.startList(unit, ['A1', 'A2']);
  feed.say(unit, { clock: { period: 'H1', time: '75', running: true } });
  feed.say(unit, {
    action: {
      id: '1',
      kind: 'RING',
      competitor: 'A1',
      athlete: 'A1-2',
      period: 'H1',
      clock: '1:15',
      value: '1',
    },
  });
  feed.say(unit, { periodScore: { competitor: 'A1', period: 'H1', value: '1' } });
  return feed;
}

export const cup = (phase = '', number = 0): string =>
  ringballRsc('CUP', phase, number === 0 ? '' : numbered(number));

export const CUP_TEAMS = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1', 'C2', 'C3'];

/** The pools of the cup: the lower number wins, and C3 loses by less than A3 and B3, who are level. */
export function playCupPools(feed: Feed): void {
  feed.startList(cup(), CUP_TEAMS);
  for (const pool of ['A', 'B', 'C'])
    for (const [index, [home, away]] of [
      [1, 2],
      [1, 3],
      [2, 3],
    ].entries())
      feed.result(
        cup(`GP${pool}`, index + 1),
        [`${pool}${home}`, `${pool}${away}`],
        away === 3 && pool === 'C' ? '2-1' : '3-1',
      );
}

/** Who is drawn first among the third-placed. */
export const lot = (feed: Feed, ...competitors: string[]): number =>
  feed.say(cup('THRD'), { order: { id: 'THIRDS', competitors, why: 'LOT' } });

/** All of the cup, with a lot between A3 and B3. */
export function wholeCup(): Feed {
  const feed = new Feed();
  playCupPools(feed);
  lot(feed, 'B3', 'A3');
  feed.result(cup('QFNL', 1), ['A1', 'B3'], '3-0');
  feed.result(cup('QFNL', 2), ['B2', 'C2'], '1-2');
  feed.result(cup('QFNL', 3), ['B1', 'C3'], '2-0');
  feed.result(cup('QFNL', 4), ['C1', 'A2'], '2-1');
  feed.result(cup('CL58', 1), ['B3', 'B2'], '1-0');
  feed.result(cup('CL58', 2), ['C3', 'A2'], '0-1');
  feed.result(cup('SFNL', 1), ['A1', 'C2'], '2-1');
  feed.result(cup('SFNL', 2), ['B1', 'C1'], '0-1');
  feed.result(cup('FNL', 4), ['B2', 'C3'], '2-0');
  feed.result(cup('FNL', 3), ['B3', 'A2'], '0-1');
  feed.result(cup('FNL', 2), ['C2', 'B1'], '1-2');
  feed.result(cup('FNL', 1), ['A1', 'C1'], '1/4-1/5');
  return feed;
}

export const open = (phase = '', number = 0): string =>
  ringballRsc('OPEN', phase, number === 0 ? '' : numbered(number));

export const OPEN_TEAMS = Array.from({ length: 16 }, (_none, index) => `P${index + 1}`);

/** A round of the open in which the upper one of each match wins. */
export function playRound(feed: Feed, phase: string, matches: readonly (readonly [string, string])[]): void {
  for (const [index, sides] of matches.entries()) feed.result(open(phase, index + 1), sides, '2-0');
}

/** A draw of sixteen up to the final: who is higher in the draw wins. */
export function wholeOpen(): Feed {
  const feed = new Feed();
  feed.startList(open(), OPEN_TEAMS, 'ATHLETE');
  for (const [round, phase] of ['8FNL', 'QFNL', 'SFNL'].entries()) {
    const step = 2 ** (round + 1);
    const matches = Array.from({ length: 16 / step }, (_none, index): [string, string] => [
      `P${step * index + 1}`,
      `P${step * index + 1 + step / 2}`,
    ]);
    playRound(feed, phase, matches);
  }
  playRound(feed, 'REP1', [
    ['P2', 'P3'],
    ['P10', 'P11'],
  ]);
  feed.result(open('FNL', 2), ['P2', 'P5'], '0-1');
  feed.result(open('FNL', 3), ['P10', 'P13'], '1-0');
  feed.result(open('FNL', 1), ['P1', 'P9'], '2-1');
  return feed;
}
