/** Nothing is stored behind what is newer: part of what every broker must do. */
import { expect, test } from 'vitest';
import type { Broker } from '../../src/broker/broker.ts';
import { SPRINT, upTo, version } from './messages.ts';

export function resultOrder(connect: () => Promise<Broker>): void {
  test('are stored only behind the message that was the last of the channel when they were made', async () => {
    const broker = await connect();
    const other = await connect();
    await broker.publishResult(version(1), 0);
    await broker.publishResult(version(1, `${SPRINT}/RANKING`), 0);
    await broker.publishResult(version(2), 1);
    for (const after of [0, 1, 2, 4])
      await expect(other.publishResult(version(3), after)).rejects.toMatchObject({ code: 'NOT_NEXT' });
    // The same again is a second copy, whatever has come since.
    expect(await other.publishResult(version(1), 0)).toEqual({ streamSeq: 1, duplicate: true });
    // With other content it is not.
    const others = { ...version(2), hash: 'another' };
    await expect(other.publishResult(others, 1)).rejects.toMatchObject({ code: 'NOT_NEXT' });
    expect(await other.publishResult(version(3), 3)).toEqual({ streamSeq: 4, duplicate: false });
    expect(await broker.publishResult(version(2, `${SPRINT}/RANKING`), 2)).toMatchObject({
      streamSeq: 5,
    });
  });

  test('sent by many at once behind the same message are stored by one', async () => {
    const broker = await connect();
    const others = await Promise.all(upTo(4).map(() => connect()));
    await broker.publishResult(version(1), 0);
    const outcomes = await Promise.allSettled(
      others.map((other, index) => other.publishResult({ ...version(2), hash: `of ${index}` }, 1)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await broker.lastResult(`${SPRINT}/RESULT`)).place).toBe(2);
  });
}
