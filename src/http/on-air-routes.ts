/** What graphics outputs show, once or followed, and, at a desk, what operators do with it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SseConnection } from '../fanout/connections/sse-connection.ts';
import { headersFor } from '../fanout/connections/visitors.ts';
import { lookersOf, type PartSeen } from '../incidents/part.ts';
import type { Fields } from '../incidents/said.ts';
import type { Command } from '../on-air/commands.ts';
import {
  isPlainName,
  MAIN_OUTPUT,
  type OnAirAnswer,
  type Output,
  type OutputHeard,
} from '../on-air/output.ts';
import { areToldTexts, isPositionOrNone } from '../on-air/stored-output.ts';
import { ApiError } from './api-error.ts';
import { bad, byIn, deskAction, textIn, wholeIn } from './desk-gate.ts';

export interface OnAirView {
  /** Those that something was ever taken to. */
  readonly outputs: readonly OutputHeard[];
  output(name: string): OutputHeard;
  /** `tell`: something may be otherwise, or nothing was said for a while. Gives who ends it. */
  follow(tell: () => void): () => void;
  /** As `follow`, for a page that shows this output. */
  show(name: string, tell: () => void): () => void;
}

/** Gives how the output is then; throws `DeskRefusal`, by its `code`. */
export interface OnAirDoor {
  act(output: string, command: Command): Promise<Output>;
}

interface Desks {
  newest(): { readonly situation: { readonly parts: readonly PartSeen[] } } | null;
  readonly desk: { readonly token: string; readonly onAir: OnAirDoor } | null;
}

export function onAirRoutes(server: FastifyInstance, view: OnAirView, desks: Desks): void {
  server.get('/v1/on-air', (request, reply) =>
    answered(
      request,
      reply,
      () => everything(view, desks),
      (tell) => view.follow(tell),
    ),
  );
  server.get<{ Params: { output: string } }>('/v1/on-air/:output', (request, reply) => {
    const { output } = request.params;
    if (!isPlainName(output)) throw new ApiError(404, 'NOT_FOUND', 'an output has a name such as main');
    return answered(
      request,
      reply,
      () => view.output(output),
      (tell) => view.show(output, tell),
    );
  });
  const { desk } = desks;
  if (desk === null) return;
  for (const [action, read] of Object.entries(COMMANDS))
    deskAction(server, desk.token, action, async (said) => ({
      output: await desk.onAir.act(nameIn(said, 'output'), read(said)),
    }));
}

function everything(view: OnAirView, { newest, desk }: Desks): OnAirAnswer {
  const heard = newest();
  const known = view.outputs;
  const all = known.some(({ name }) => name === MAIN_OUTPUT) ? known : [view.output(MAIN_OUTPUT), ...known];
  const outputs = all.map((output) => ({
    ...output,
    lookers: heard === null ? null : lookersOf(output.name, heard.situation.parts),
  }));
  return { outputs, token: desk?.token ?? null };
}

/** Once as JSON; who takes events is told of every change, and every other second that there is none. */
function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: () => object,
  follow: (tell: () => void) => () => void,
): object | undefined {
  if (!(request.headers.accept ?? '').includes('text/event-stream')) {
    void reply.header('cache-control', 'no-store');
    return answer();
  }
  reply.hijack();
  const { socket } = request.raw;
  const connection = new SseConnection(socket, headersFor(request.headers));
  // Who does not read is told nothing until it does, and then the newest.
  const tell = (): void => {
    if (connection.writable) connection.write(Buffer.from(`data: ${JSON.stringify(answer())}\n\n`));
  };
  socket.once('close', follow(tell));
  tell();
  return undefined;
}

const COMMANDS: Readonly<Record<Command['do'], (said: Fields) => Command>> = {
  take: (said) => ({
    do: 'take',
    layer: nameIn(said, 'layer'),
    graphic: nameIn(said, 'graphic'),
    told: toldIn(said),
    accepted: positionIn(said, 'accepted'),
    by: byIn(said),
  }),
  out: (said) => ({ do: 'out', ...cueIn(said) }),
  next: (said) => ({ do: 'next', ...cueIn(said), step: wholeIn(said, 'step', 0, 1e6) }),
  change: (said) => ({ do: 'change', ...cueIn(said), told: toldIn(said) }),
  accept: (said) => {
    const version = positionIn(said, 'version');
    if (version === null) throw bad('"version", with epoch and version');
    return { do: 'accept', ...cueIn(said), version };
  },
  clear: (said) => ({ do: 'clear', by: byIn(said) }),
};

const cueIn = (said: Fields) => ({
  layer: nameIn(said, 'layer'),
  takenAt: wholeIn(said, 'takenAt', 1, Number.MAX_SAFE_INTEGER),
  by: byIn(said),
});

function nameIn(said: Fields, name: string): string {
  const text = textIn(said, name, 32);
  if (!isPlainName(text)) throw bad(`"${name}", small letters, digits and hyphens`);
  return text;
}

function toldIn({ told = {} }: Fields) {
  if (!areToldTexts(told)) throw bad('"told", texts by name');
  return told;
}

function positionIn(said: Fields, name: string) {
  const value = said[name] ?? null;
  if (!isPositionOrNone(value)) throw bad(`"${name}", with epoch and version`);
  return value;
}
