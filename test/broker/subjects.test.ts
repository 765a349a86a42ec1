import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDelivery } from '../../src/broker/nats/delivery.ts';
import { brokerErrorFrom } from '../../src/broker/nats/error-mapping.ts';
import {
  channelKey,
  channelOfKey,
  factSubject,
  nameOf,
  parseFactSubject,
  resultSubject,
  subjectMatches,
  tokenOf,
} from '../../src/broker/nats/subjects.ts';

test('a fact about a unit has a readable subject', () => {
  expect(factSubject('STA', 'ATHM100M--------------FNL-000100--')).toBe(
    'venue.STA.ATH.ATHM100M--------------FNL-000100--',
  );
});

test('a dot in a name is escaped, and a fact about nothing has the token _', () => {
  expect(resultSubject('ATHM49.5KG------------FNL-000100--/RESULT')).toBe(
    'results.RESULT.ATHM49=2E5KG------------FNL-000100--',
  );
  expect(factSubject('STA', '')).toBe('venue.STA._._');
});

test('every name comes back from its token, which is one word of letters, digits and -_=', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const token = tokenOf(name);
      expect(token).toMatch(/^[A-Za-z0-9_=-]+$/);
      expect(nameOf(token)).toBe(name);
    }),
    { seed: 20240609 },
  );
});

test('different names have different tokens', () => {
  const tokens = ['', '_', '=5F', '.', '=2E', '=2e', 'a', 'A', ' '].map(tokenOf);
  expect(new Set(tokens).size).toBe(tokens.length);
});

test('a strange token is passed on as it is', () => {
  expect(nameOf('=FF')).toBe('=FF');
  expect(nameOf('=G1')).toBe('=G1');
  expect(parseFactSubject('venue')).toEqual({ venue: '', unit: '' });
});

test('a channel comes back from its key; other keys are no channels', () => {
  for (const channel of ['GARW------------------------------/RANKING', 'ATHM4.5/CUMULATIVE_RESULT/UB.1 ü'])
    expect(channelOfKey(channelKey(channel))).toBe(channel);
  for (const key of ['', 'RESULT', 'NOTHING.ATH', 'RESULT.A.B.C']) expect(channelOfKey(key)).toBeNull();
  expect(() => channelKey('no channel')).toThrow(RangeError);
});

test('subjects match filters as NATS matches them', () => {
  expect(subjectMatches('venue.STA.ATH.X', 'venue.*.ATH.>')).toBe(true);
  expect(subjectMatches('venue.STA.ATH', 'venue.*.ATH.>')).toBe(false);
  expect(subjectMatches('venue.STA.SWM.X', 'venue.*.ATH.>')).toBe(false);
  expect(subjectMatches('venue.STA', 'venue.*')).toBe(true);
  expect(subjectMatches('venue.STA.X', 'venue.*')).toBe(false);
});

test('a delivery is read from old and new reply subjects, in exact microseconds', () => {
  const expected = { streamSeq: 7, consumerSeq: 3, storedAt: 1_717_966_391_104_233, pending: 9 };
  expect(parseDelivery('$JS.ACK.VENUE.c1.1.7.3.1717966391104233999.9')).toEqual(expected);
  expect(parseDelivery('$JS.ACK._.hash.VENUE.c1.1.7.3.1717966391104233999.9.rnd')).toEqual(expected);
  expect(parseDelivery('_INBOX.x')).toBeNull();
  expect(parseDelivery(undefined)).toBeNull();
});

test('an unknown failure is BROKER_REFUSED with what was being done', () => {
  expect(brokerErrorFrom(new Error('odd'), 'do this')).toMatchObject({
    code: 'BROKER_REFUSED',
    message: 'cannot do this: odd',
  });
});
