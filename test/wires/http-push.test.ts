import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HttpPushOptions } from '../../src/wires/recipient.ts';
import { HttpPush } from '../../src/wires/ways/http-push.ts';
import { signatureOf } from '../../src/wires/ways/signature.ts';
import { DeskServer } from './desk-server.ts';
import { letter } from './letters.ts';
import { STORY } from './sights.ts';

const SECRET = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const NOW = Date.UTC(2024, 5, 9, 20);

let server: DeskServer;
let url: string;
beforeEach(async () => {
  server = new DeskServer();
  url = await server.open();
});
afterEach(() => server.close());

const push = (changed: Partial<HttpPushOptions> = {}): HttpPush =>
  new HttpPush(
    { url, shown: url, method: 'POST', secret: SECRET, headers: {}, timeoutMs: 5_000, ...changed },
    () => NOW,
  );

test('the signature is that of the example in Standard Webhooks', () => {
  const body = Buffer.from('{"test": 2432232314}');
  expect(signatureOf(SECRET, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body)).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

test('a request has the bytes of the form, the key by which a repeat is found, and what it is', async () => {
  await push().hand(letter(3));
  const [{ headers, body }] = server.received as [(typeof server.received)[0]];
  expect(body.toString()).toBe('{"number":3}');
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'webhook-id': 'A:s:3',
    'webhook-timestamp': String(NOW / 1_000),
    'splitsecond-story': encodeURIComponent(STORY),
    'splitsecond-number': '3',
    'splitsecond-kind': 'FIRST',
  });
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  expect(headers['webhook-signature']).toBe(
    `v1,${createHmac('sha256', SECRET).update(signed).digest('base64')}`,
  );
});

test.each([
  [500, true],
  [503, true],
  [429, true],
  [408, true],
  [400, false],
  [401, false],
  [410, false],
  [302, false],
] as const)('an answer of %i may pass: %s', async (status, isPassing) => {
  server.answers = [status];
  await expect(push().hand(letter(1))).rejects.toMatchObject({ name: 'NotHanded', isPassing });
  expect(server.received.length).toBe(1);
});

test('a recipient says when it wants to be asked again', async () => {
  server.answers = [503];
  server.retryAfter = '7';
  await expect(push().hand(letter(1))).rejects.toMatchObject({ waitMs: 7_000 });
});

test('a connection that is cut, an answer that does not come, and nobody at all may pass', async () => {
  server.answers = ['cut', 'silence'];
  await expect(push().hand(letter(1))).rejects.toMatchObject({ isPassing: true });
  await expect(push({ timeoutMs: 50 }).hand(letter(1))).rejects.toMatchObject({ isPassing: true });
  await server.close();
  await expect(push().hand(letter(1))).rejects.toMatchObject({ isPassing: true });
  await server.open();
});

test('a system that knows no signature gets none, by its method and with the headers that it asks for; a secret address stays out of the log', async () => {
  const asked = push({
    method: 'PATCH',
    secret: null,
    headers: { authorization: 'Bearer abc' },
    shown: 'what is in URL',
  });
  await asked.hand(letter(1));
  const [{ method, headers }] = server.received as [(typeof server.received)[0]];
  expect([method, headers.authorization, headers['webhook-id']]).toEqual(['PATCH', 'Bearer abc', 'A:s:1']);
  expect(headers).not.toHaveProperty('webhook-signature');
  server.answers = [503];
  await expect(asked.hand(letter(2))).rejects.toMatchObject({ message: 'what is in URL answers 503' });
  await server.close();
  await expect(asked.hand(letter(2))).rejects.toMatchObject({
    message: expect.stringMatching(/^what is in URL: /),
  });
  await server.open();
});
