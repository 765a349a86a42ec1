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
