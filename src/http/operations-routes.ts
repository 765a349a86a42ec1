/** What the control room is shown, and, at a desk, what its operators may do. */
import type { FastifyInstance } from 'fastify';
import type { Fields } from '../incidents/said.ts';
import type { OperationsAnswer, Situation } from '../incidents/situation.ts';
import { type IncidentCode, isIncidentCode } from '../incidents/table.ts';
import { ApiError } from './api-error.ts';
import { bad, byIn, deskAction, textIn, wholeIn } from './desk-gate.ts';
import type { OnAirDoor } from './on-air-routes.ts';

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
  readonly desk: {
    readonly token: string;
    readonly door: () => DeskDoor | null;
    readonly onAir: OnAirDoor;
  } | null;
}

const SHELVED_MOST_MIN = 12 * 60;

export function operationsRoutes(server: FastifyInstance, { newest, desk }: OperationsView): void {
  server.get('/v1/operations.json', (_request, reply): OperationsAnswer => {
    void reply.header('cache-control', 'no-store');
    const heard = newest();
    const token = desk?.token ?? null;
    return heard === null ? { situation: null, heardAgoMs: null, token } : { ...heard, token };
  });
  if (desk === null) return;
  for (const [action, doIt] of Object.entries(ACTIONS))
    deskAction(server, desk.token, action, async (said) => {
      const door = desk.door();
      if (door === null) throw new ApiError(503, 'NOT_STORED', 'this desk is still starting');
      await doIt(door, said);
      return {};
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

function incidentIn(said: Fields): IncidentName {
  const { code } = said;
  if (!isIncidentCode(code)) throw bad('"code", one of the incidents that there are');
  const about = said.about;
  if (typeof about !== 'string' || about.length > 256) throw bad('"about", a text');
  return { code, about };
}
