import { createHmac } from 'node:crypto';

/** `v1,<base64>` over `<id>.<timestamp>.<body>` (Standard Webhooks, "Signature scheme", symmetric). `at`: seconds since 1970. */
export function signatureOf(secret: Uint8Array, id: string, at: number, body: Uint8Array): string {
  const digest = createHmac('sha256', secret).update(`${id}.${at}.`).update(body).digest('base64');
  return `v1,${digest}`;
}
