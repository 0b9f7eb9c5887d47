/** A lab whose runs of training a test writes. */
import { expect, vi } from 'vitest';
import { connect } from '../../../static/src/wire/client.ts';
import type { Session, TrainingProgress } from '../../../static/src/wire/types.ts';
import { Lab } from '../../../static/src/session/lab.svelte.ts';
import { MAZUR, sessionAt } from './iteration.ts';
import { INITIAL, stillClock } from './page.ts';

type Call = { path: string; body: Record<string, unknown> };

/** After so many iterations, all of them complete. */
export function after(iterations: number, revision = iterations): Session {
  const session = sessionAt(MAZUR, iterations === 0 ? 0 : 55);
  const { steps } = session.position;
  return { ...session, revision, position: { ...session.position, iteration: Math.max(0, iterations - 1), step: iterations === 0 ? 0 : steps } };
}

/** What an event tells of a session. */
function newIn({ revision, position, parameters, values, spec, edits, furthest, state }: Session): Omit<TrainingProgress, 'done' | 'wanted' | 'examples' | 'loss'> {
  const none = { every: 1, points: [] };
  const curves = { since: -1, losses: { iteration: none, train: none, test: none }, accuracies: { train: none, test: none } };
  return { revision, position, parameters, values, spec, edits, furthest, state, curves };
}

/** A stream of events that a test writes; it ends or breaks when the test says so. */
export class Stream {
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  readonly answer = new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (this.#controller = controller) }), { headers: { 'content-type': 'text/event-stream' } });

  say(name: string, data: unknown): this {
    this.#controller.enqueue(new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
    return this;
  }

  queued(queued: number, wanted = 100): this {
    return this.say('progress', { queued, done: 0, wanted });
  }

  progress(done: number, wanted: number, session: Session): this {
    return this.say('progress', { done, wanted, examples: done, loss: 0.25, queued: 0, ...newIn(session) });
  }

  done(session: Session, iterations: number, stopped: string): void {
    this.say('done', { ...session, ran: { iterations, stopped } });
    this.#controller.close();
  }

  end(): void {
    this.#controller.close();
  }

  fail(reason: unknown): void {
    this.#controller.error(reason);
  }
}

export const stored = new Map<string, string>();

/** A server whose runs a test writes, and which stands where the test says. */
export async function openLab() {
  const state = { session: after(0), calls: [] as Call[], trains: [] as Response[], refuse: [] as Response[], refuseEdit: null as Response | null };
  const send = async (address: unknown, init?: RequestInit): Promise<Response> => {
    const path = String(address).split('/').at(-1)!;
    if (path === 'link') return Response.json({ state: null, limit: 0 });
    if (path.startsWith('foreseen')) return Response.json({ on: [], back: [], boundary: false });
    state.calls.push({ path, body: JSON.parse((init?.body as string | undefined) ?? '{}') as Record<string, unknown> });
    const refusal = path === 'train' ? state.refuse.shift() : undefined;
    if (refusal) return refusal;
    if (init?.method === 'PATCH' && state.refuseEdit) return state.refuseEdit;
    if (path !== 'train') return Response.json(state.session);
    const stream = state.trains.shift();
    if (!stream) throw new TypeError('no server');
    return stream;
  };
  const lab = new Lab(INITIAL, { api: connect('', send as typeof fetch), embedded: false, clock: stillClock, random: () => 0 });
  await vi.waitFor(() => expect(lab.connection.busy).toBe(false));
  state.calls.length = 0;
  const stream = (): Stream => {
    const made = new Stream();
    state.trains.push(made.answer);
    return made;
  };
  return { lab, state, stream, paths: () => state.calls.map(({ path }) => path) };
}

