/** What a desk is asked to do: by its own page alone, each with the name of who asks. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Fields, isFields } from '../incidents/said.ts';
import { ApiError, type ApiErrorCode } from './api-error.ts';

const TOKEN_HEADER = 'splitsecond-desk';
const NAME_MOST = 64;
/** What is told to a graphic is longer than any other request. */
const BODY_MOST = 32_768;

/** `POST /v1/desk/<action>`. What `doIt` gives is told beside `done`; it throws errors with a code of the table below, or `ApiError`. */
export function deskAction(
  server: FastifyInstance,
  token: string,
  action: string,
  doIt: (said: Fields) => Promise<object>,
): void {
  server.post(`/v1/desk/${action}`, { bodyLimit: BODY_MOST }, async (request) => {
    mustBeOurPage(request, token);
    return { done: true, ...(await doIt(fieldsOf(request.body)).catch(asApiError)) };
  });
}

/** Names that mean this machine to every browser, and that nobody can point elsewhere. */
const THIS_MACHINE = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/;

/**
 * Only a page that this desk has served can know the token, and no form of another page can send the header: a browser would ask first, and is
 * not let through. Browsers say from where they ask; who says nothing of it is a program on this machine.
 */
function mustBeOurPage({ headers }: FastifyRequest, token: string): void {
  const { origin, host = '' } = headers;
  if (!THIS_MACHINE.test(host))
    throw new ApiError(421, 'HOST_REFUSED', 'a desk is asked as 127.0.0.1 or localhost');
  const isForeign = origin !== undefined && origin !== `http://${host}`;
  const site = headers['sec-fetch-site'];
  if (isForeign || (site !== undefined && site !== 'same-origin'))
    throw new ApiError(403, 'ORIGIN_REFUSED', 'only the page of this desk may ask it to do something');
  if (headers[TOKEN_HEADER] !== token)
    throw new ApiError(403, 'TOKEN_REFUSED', 'the page is of another run of this desk: load it again');
}

const fieldsOf = (body: unknown): Fields => {
  if (!isFields(body)) throw bad('a JSON object');
  return body;
};

export function wholeIn(said: Fields, name: string, least: number, most: number): number {
  const value = said[name];
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
    throw bad(`"${name}", a whole number from ${least} to ${most}`);
  return value as number;
}

export function textIn(said: Fields, name: string, most: number): string {
  const value = said[name];
  if (typeof value !== 'string' || value === '' || value.length > most) throw bad(`"${name}", a text`);
  return value;
}

/** A name that can be read in every log. */
export function byIn(said: Fields): string {
  const by = textIn(said, 'by', NAME_MOST).trim();
  if (by === '' || /\p{C}/u.test(by)) throw bad('"by", the name of whoever does it');
  return by;
}

export const bad = (what: string): ApiError => new ApiError(400, 'BAD_REQUEST', `the request lacks ${what}`);

const STATUSES: Readonly<Record<string, number>> = {
  NOT_HELD: 409,
  NOT_ACTIVE: 409,
  OTHER_OCCURRENCE: 409,
  NOT_ON_AIR: 409,
  OTHER_CUE: 409,
  STEP_PASSED: 409,
  TOO_MANY_LAYERS: 409,
  NOT_STORED: 503,
};

function asApiError(error: unknown): never {
  const { code, message } = error as { code?: string; message: string };
  const status = STATUSES[code ?? ''];
  if (status === undefined) throw error;
  throw new ApiError(status, code as ApiErrorCode, message);
}
