/** What graphics outputs show, once or followed, and, at a desk, what operators do with it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SseConnection } from '../fanout/connections/sse-connection.ts';
import { headersFor } from '../fanout/connections/visitors.ts';
import type { OutputSeen } from '../incidents/measured.ts';
import type { OutputPage } from '../incidents/part.ts';
import type { Fields } from '../incidents/said.ts';
import type { Command } from '../on-air/commands.ts';
import type { OnAirHeard } from '../on-air/on-air-heard.ts';
import { isPlainName, MAIN_OUTPUT, type OnAirAnswer, type Output } from '../on-air/output.ts';
import { areToldTexts, isVersionOrNone } from '../on-air/stored-output.ts';
import { ApiError } from './api-error.ts';
import { bad, byIn, deskAction, textIn, wholeIn } from './desk-gate.ts';

export type OnAirView = Pick<OnAirHeard, 'outputs' | 'output' | 'follow' | 'show'>;

/** Gives how the output is then; throws `DeskRefusal`, by its `code`. */
export interface OnAirDoor {
  act(output: string, command: Command): Promise<Output>;
}

interface Desks {
  newest(): { readonly situation: { readonly outputs: readonly OutputSeen[] } } | null;
  readonly desk: { readonly token: string; readonly onAir: OnAirDoor } | null;
}

export function onAirRoutes(server: FastifyInstance, view: OnAirView, desks: Desks): void {
  server.get('/v1/on-air', (request, reply) => answered(request, reply, () => everything(view, desks), view));
  server.get<{ Params: { output: string }; Querystring: Fields }>('/v1/on-air/:output', (request, reply) => {
    const { output } = request.params;
    if (!isPlainName(output)) throw new ApiError(404, 'NOT_FOUND', 'an output has a name such as main');
    const page = pageIn(request.query);
    if (page !== null) view.show(output, page);
    return answered(request, reply, () => view.output(output), view);
  });
  const { desk } = desks;
  if (desk === null) return;
  for (const [action, read] of Object.entries(COMMANDS))
    deskAction(server, desk.token, action, async (said) => ({
      output: await desk.onAir.act(nameIn(said, 'output'), read(said)),
    }));
}

function everything(view: OnAirView, { newest, desk }: Desks): OnAirAnswer {
  const seen = newest()?.situation.outputs ?? null;
  const names = new Set([MAIN_OUTPUT, ...view.outputs.map(({ name }) => name)]);
  for (const { output } of seen ?? []) names.add(output);
  const outputs = [...names].sort().map((name) => {
    const { pages, behind } = seen?.find(({ output }) => output === name) ?? { pages: 0, behind: 0 };
    return { ...view.output(name), shownBy: seen === null ? null : { pages, behind } };
  });
  return { outputs, token: desk?.token ?? null };
}

/** What a page says of itself; null: who asks shows nothing. */
function pageIn({ page, changedAt = '', isBehind }: Fields): OutputPage | null {
  if (page === undefined) return null;
  if (!isPlainName(page) || !/^\d{1,15}$/.test(String(changedAt)))
    throw bad('"page", small letters, digits and hyphens, and "changedAt", a whole number');
  return { page, changedAt: Number(changedAt), isBehind: isBehind === 'true' };
}

/** Once as JSON; who takes events is told of every change, and every other second that there is none. */
function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: () => object,
  view: OnAirView,
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
  socket.once('close', view.follow(tell));
  tell();
  return undefined;
}

const COMMANDS: Readonly<Record<Command['do'], (said: Fields) => Command>> = {
  take: (said) => ({
    do: 'take',
    layer: nameIn(said, 'layer'),
    graphic: nameIn(said, 'graphic'),
    told: toldIn(said),
    accepted: versionIn(said, 'accepted'),
    by: byIn(said),
  }),
  out: (said) => ({ do: 'out', ...cueIn(said) }),
  next: (said) => ({ do: 'next', ...cueIn(said), step: wholeIn(said, 'step', 0, 1e6) }),
  change: (said) => ({ do: 'change', ...cueIn(said), told: toldIn(said) }),
  accept: (said) => {
    const version = versionIn(said, 'version');
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

function versionIn(said: Fields, name: string) {
  const value = said[name] ?? null;
  if (!isVersionOrNone(value)) throw bad(`"${name}", with epoch and version`);
  return value;
}
