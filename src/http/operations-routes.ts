/** What the control room is shown, and, at a desk, what its operators may do. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Fields, isFields } from '../incidents/said.ts';
import type { OperationsAnswer, Situation } from '../incidents/situation.ts';
import { type IncidentCode, isIncidentCode } from '../incidents/table.ts';
import { ApiError, type ApiErrorCode } from './api-error.ts';

type IncidentName = { readonly code: IncidentCode; readonly about: string };

/** What operators may do; each throws `DeskRefusal`, by its `code`, when it is not done. */
export interface DeskDoor {
  acknowledge(said: IncidentName & { readonly occurrence: number; readonly by: string }): Promise<void>;
  shelve(said: IncidentName & { readonly minutes: number; readonly by: string }): Promise<void>;
  release(said: { readonly fact: string; readonly by: string }): Promise<void>;
  reset(said: { readonly by: string }): Promise<void>;
}

export interface OperationsView {
  newest(): { readonly situation: Situation; readonly heardAgoMs: number } | null;
  /** Null where nobody may write: at an edge. */
  readonly desk: { readonly token: string; readonly door: () => DeskDoor | null } | null;
}

const TOKEN_HEADER = 'splitsecond-desk';
const SHELVED_MOST_MIN = 12 * 60;
const NAME_MOST = 64;

export function operationsRoutes(server: FastifyInstance, { newest, desk }: OperationsView): void {
  server.get('/v1/operations.json', (_request, reply): OperationsAnswer => {
    void reply.header('cache-control', 'no-store');
    const heard = newest();
    const token = desk?.token ?? null;
    return heard === null ? { situation: null, heardAgoMs: null, token } : { ...heard, token };
  });
  if (desk === null) return;
  for (const [action, doIt] of Object.entries(ACTIONS))
    server.post(`/v1/desk/${action}`, async (request) => {
      mustBeOurPage(request, desk.token);
      const door = desk.door();
      if (door === null) throw new ApiError(503, 'NOT_STORED', 'this desk is still starting');
      await doIt(door, fieldsOf(request.body)).catch(asApiError);
      return { done: true };
    });
}

const ACTIONS: Readonly<Record<string, (door: DeskDoor, said: Fields) => Promise<void>>> = {
  acknowledge: async (door, said) =>
    door.acknowledge({
      ...incidentIn(said),
      occurrence: wholeIn(said, 'occurrence', 1, 1e9),
      by: byIn(said),
    }),
  shelve: async (door, said) =>
    door.shelve({
      ...incidentIn(said),
      minutes: wholeIn(said, 'minutes', 0, SHELVED_MOST_MIN),
      by: byIn(said),
    }),
  release: async (door, said) => door.release({ fact: textIn(said, 'fact', 256), by: byIn(said) }),
  reset: async (door, said) => door.reset({ by: byIn(said) }),
};

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

function incidentIn(said: Fields): IncidentName {
  const { code } = said;
  if (!isIncidentCode(code)) throw bad('"code", one of the incidents that there are');
  const about = said.about;
  if (typeof about !== 'string' || about.length > 256) throw bad('"about", a text');
  return { code, about };
}

function wholeIn(said: Fields, name: string, least: number, most: number): number {
  const value = said[name];
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
    throw bad(`"${name}", a whole number from ${least} to ${most}`);
  return value as number;
}

function textIn(said: Fields, name: string, most: number): string {
  const value = said[name];
  if (typeof value !== 'string' || value === '' || value.length > most) throw bad(`"${name}", a text`);
  return value;
}

/** A name that can be read in every log. */
function byIn(said: Fields): string {
  const by = textIn(said, 'by', NAME_MOST).trim();
  if (by === '' || /\p{C}/u.test(by)) throw bad('"by", the name of whoever does it');
  return by;
}

const bad = (what: string): ApiError => new ApiError(400, 'BAD_REQUEST', `the request lacks ${what}`);

const STATUSES: Readonly<Record<string, number>> = {
  NOT_HELD: 409,
  NOT_ACTIVE: 409,
  OTHER_OCCURRENCE: 409,
  NOT_STORED: 503,
};

function asApiError(error: unknown): never {
  const { code, message } = error as { code?: string; message: string };
  const status = STATUSES[code ?? ''];
  if (status === undefined) throw error;
  throw new ApiError(status, code as ApiErrorCode, message);
}
