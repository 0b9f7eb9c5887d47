/**
 * A server of one process that steps, seeks, edits and trains Mazur's example over many iterations, guarded by revisions as the
 * real one. A test decides what becomes of each request on its way.
 */
import type { ForeseenMoment, Known, Operation, Session, StepAnswer } from '../../../static/src/wire/types.ts';
import { answerTo, MAZUR, operationsOf, sessionAt, type Example } from './iteration.ts';

interface State {
  revision: number;
  iteration: number;
  step: number;
  edits: number;
  /** The parameters that the history begins with. */
  begun: Example;
}

interface Moment {
  iteration: number;
  step: number;
}

/** What becomes of a request: each is done by the server or not, and answered or not. */
export type Fate =
  | { kind: 'done' | 'lost' | 'answer lost' | 'twice' | 'hangs' | 'hangs done' | 'busy' | 'unknown' | 'unknown done' | 'error' | 'error done' | 'plain error' }
  | { kind: 'late'; milliseconds: number };

const STEPS = operationsOf(MAZUR).length;
const UNITS: Record<string, number[]> = {
  neuron: [0, 4, 8, 12, 16, 19], layer: [0, 8, 16, 19], pass: [0, 19],
};

export class Refusal extends Error {
  constructor(readonly status: number, readonly slug: string, readonly more: object = {}) {
    super(slug);
  }
}

/** The boundaries of a unit; after the loss they follow the phases. */
function boundaries(unit: string): number[] {
  const all = operationsOf(MAZUR);
  const end = (phase: string): number => all.filter((op) => op.phase === phase).at(-1)!.ordinal;
  if (unit === 'term') return Array.from({ length: STEPS + 1 }, (_, step) => step);
  if (unit === 'iteration' || unit === 'epoch') return [0, STEPS];
  const later = unit === 'pass' ? [] : all.filter((op, i) => op.ordinal > end('loss') && op.unit !== all[i + 1]?.unit).map((op) => op.ordinal);
  return [...new Set([...UNITS[unit]!, ...later, end('loss'), end('backward'), STEPS])].sort((a, b) => a - b);
}

const examples = new Map<string, Example>();

/** The example after so many iterations of gradient descent. */
function exampleAt(begun: Example, iteration: number): Example {
  if (iteration === 0) return begun;
  const key = `${JSON.stringify(begun.W)} ${iteration}`;
  const known = examples.get(key);
  if (known) return known;
  const before = exampleAt(begun, iteration - 1);
  const made = { ...before, W: sessionAt(before, STEPS).parameters.W };
  examples.set(key, made);
  return made;
}

export class FakeServer {
  /** Each change that was made, as `step term 3`. */
  made: string[] = [];
  /** Each request that arrived, with the time. */
  calls: string[] = [];
  /** Sessions in which numbers are to be predicted. */
  hidesUpcoming = false;
  fate: (path: string) => Fate = () => ({ kind: 'done' });
  #sessions = new Map<string, State>();
  #ids = 0;
  #hanging = new Set<(reason: unknown) => void>();

  /** Another page, or a sweep, takes the sessions away. */
  expire(): void {
    this.#sessions.clear();
  }

  get count(): number {
    return this.#ids;
  }

  has(id: string | null): boolean {
    return this.#sessions.has(id ?? '');
  }

  session(id: string | null): Session {
    return this.#whole(id ?? '', this.#state(id ?? ''));
  }

  readonly fetch = (async (address: unknown, init: RequestInit = {}): Promise<Response> => {
    const path = `${init.method ?? 'GET'} ${String(address).replace('/api/v1', '')}`;
    const fate = this.fate(path);
    this.calls.push(path);
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    switch (fate.kind) {
      case 'lost':
        throw new TypeError('the connection broke');
      case 'answer lost':
        this.#answer(path, body);
        throw new TypeError('the connection broke');
      case 'twice':
        this.#answer(path, body);
        return this.#answer(path, body);
      case 'hangs':
        return this.#hang(init.signal);
      case 'hangs done':
        this.#answer(path, body);
        return this.#hang(init.signal);
      case 'late': {
        await new Promise((resolve) => setTimeout(resolve, fate.milliseconds));
        const answer = this.#answer(path, body);
        await new Promise((resolve) => setTimeout(resolve, fate.milliseconds));
        return answer;
      }
      case 'busy':
        return problem(new Refusal(429, 'busy'), { 'retry-after': '1' });
      case 'unknown':
        return problem(new Refusal(503, 'unknown-outcome'), { 'retry-after': '1' });
      case 'unknown done':
        this.#answer(path, body);
        return problem(new Refusal(503, 'unknown-outcome'), { 'retry-after': '1' });
      case 'error':
        return problem(new Refusal(500, 'internal'));
      case 'error done':
        this.#answer(path, body);
        return problem(new Refusal(500, 'internal'));
      case 'plain error':
        return new Response('Internal Server Error', { status: 500 });
      default:
        return this.#answer(path, body);
    }
  }) as typeof fetch;

  #hang(signal: AbortSignal | null | undefined): Promise<Response> {
    return new Promise((_, reject) => {
      this.#hanging.add(reject);
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
  }

  #answer(path: string, body: Record<string, unknown>): Response {
    try {
      return this.#route(path, body);
    } catch (error) {
      if (error instanceof Refusal) return problem(error);
      throw error;
    }
  }

  #route(path: string, body: Record<string, unknown>): Response {
    const [, method, id = '', rest = ''] = /^(\w+) \/sessions(?:\/([^/?]+))?(?:\/(.*))?$/.exec(path) ?? [];
    const [call, query] = rest.split('?');
    if (id === '') return json(this.#create(body), 201);
    const state = this.#state(id);
    if (method === 'GET') return json(this.#read(id, state, call ?? '', new URLSearchParams(query)));
    if (call !== 'stop' && body['revision'] !== undefined && body['revision'] !== state.revision) {
      throw new Refusal(409, 'stale-revision', { revision: state.revision });
    }
    if (call === 'train') return this.#train(id, state, body);
    const from = state.iteration;
    return json(without(body['known'] as Known | undefined, from, this.#change(id, state, method === 'PATCH' ? 'edit' : call!, body)));
  }

  #create(body: Record<string, unknown>): Session {
    this.#ids += 1;
    const id = `session-${this.#ids}`;
    const network = body['network'] as { parameters?: { W: number[][][] } } | undefined;
    const begun = network?.parameters ? { ...MAZUR, W: network.parameters.W } : MAZUR;
    this.#sessions.set(id, { revision: 0, iteration: 0, step: 0, edits: 0, begun });
    return this.session(id);
  }

  #state(id: string): State {
    const state = this.#sessions.get(id);
    if (!state) throw new Refusal(404, 'not-found');
    return state;
  }

  #read(id: string, state: State, call: string, query: URLSearchParams): unknown {
    if (call === '') return this.#whole(id, state);
    if (call === 'link') return { state: null, limit: 0 };
    if (call !== 'foreseen') return { operation: null, value: null };
    const from = { iteration: Number(query.get('iteration')), step: Number(query.get('step')) };
    const unit = query.get('unit')!;
    const again = moved(moved(from, unit, 1)!, unit, -1);
    const boundary = again?.iteration === from.iteration && again.step === from.step;
    return { on: this.#foreseen(id, state, from, unit, 1, 8), back: this.#foreseen(id, state, from, unit, -1, 3), boundary };
  }

  #foreseen(id: string, state: State, from: Moment, unit: string, way: 1 | -1, most: number): ForeseenMoment[] {
    const moments: ForeseenMoment[] = [];
    for (let here = from; moments.length < most; ) {
      const there = moved(here, unit, way);
      if (there === null) break;
      const { id: _, revision: __, operations: ___, ahead: ____, ...moment } = this.#stepAnswer(id, state, here, there);
      moments.push(moment);
      here = there;
    }
    return moments;
  }

  #change(id: string, state: State, call: string, body: Record<string, unknown>): unknown {
    const from: Moment = { iteration: state.iteration, step: state.step };
    const unit = String(body['unit'] ?? 'term');
    const count = Number(body['count'] ?? 1);
    this.made.push([call, ...['unit', 'count', 'iteration', 'step', 'parameters'].filter((name) => name in body).map((name) => JSON.stringify(body[name]))].join(' '));
    state.revision += 1;
    switch (call) {
      case 'step':
      case 'back': {
        let there: Moment = from;
        for (let done = 0; done < count; done += 1) {
          const next = moved(there, unit, call === 'step' ? 1 : -1);
          if (next === null) {
            if (done > 0) break;
            state.revision -= 1;
            this.made.pop();
            throw new Refusal(409, 'nothing-behind');
          }
          there = next;
        }
        return this.#moveTo(id, state, from, there);
      }
      case 'forward':
      case 'backward':
      case 'update': {
        const { next } = this.#whole(id, state);
        const isTurn = call === 'forward' ? next!.phase === 'forward' || next!.phase === 'loss' : next!.phase === call;
        if (!isTurn) {
          state.revision -= 1;
          this.made.pop();
          throw new Refusal(409, 'out-of-turn');
        }
        return this.#moveTo(id, state, from, moved(from, 'pass', 1)!);
      }
      case 'seek':
        return this.#moveTo(id, state, from, { iteration: Number(body['iteration']), step: body['step'] === null ? STEPS : Number(body['step']) });
      case 'edit': {
        const changes = Object.entries((body['parameters'] ?? {}) as Record<string, number>);
        state.edits += 1;
        state.begun = changes.reduce((example, [, value]) => ({ ...example, W: example.W.map((rows, l) => (l === 0 ? rows.map((row, j) => (j === 0 ? [value, ...row.slice(1)] : row)) : rows)) }), exampleAt(state.begun, 0));
        Object.assign(state, { step: 0 });
        return { ...this.#whole(id, state), stale: [] };
      }
      case 'reset':
        Object.assign(state, { iteration: 0, step: 0, edits: 0, begun: MAZUR });
        return this.#whole(id, state);
      case 'stop':
        return this.#whole(id, state);
      default:
        throw new Refusal(404, 'no-such-call');
    }
  }

  #train(id: string, state: State, body: Record<string, unknown>): Response {
    const iterations = Number(body['iterations'] ?? 5);
    this.made.push(`train ${iterations}`);
    const first = state.iteration + (state.step === STEPS ? 1 : 0);
    Object.assign(state, { iteration: first + iterations - 1, step: STEPS, revision: state.revision + 1 });
    const done = { ...this.#whole(id, state), ran: { iterations, stopped: 'completed' } };
    return new Response(`event: done\ndata: ${JSON.stringify(done)}\n\n`, { headers: { 'content-type': 'text/event-stream' } });
  }

  #moveTo(id: string, state: State, from: Moment, there: Moment): StepAnswer {
    Object.assign(state, there);
    return this.#stepAnswer(id, state, from, there);
  }

  #stepAnswer(id: string, state: State, from: Moment, { iteration, step }: Moment): StepAnswer {
    const whole = this.#whole(id, { ...state, iteration, step });
    const isWithin = from.iteration === iteration && step !== STEPS && from.step !== STEPS;
    const example = exampleAt(state.begun, iteration);
    const [low, high] = [Math.min(step, from.step), Math.max(step, from.step)];
    const made = isWithin ? answerTo(example, low, high - low).changed : {};
    // The parts of the loss have no operation of their own.
    const between = 'loss' in made ? { ...made, example_loss: made['loss']!, mean_loss: made['loss']! } : made;
    const changed = step < from.step ? Object.fromEntries(Object.keys(between).map((ref) => [ref, null])) : between;
    const { revision, position, next, ahead, state: status, operation } = whole;
    return {
      id, revision, position, next, ahead, state: status, operation, operations: [], changed, checks: [], divergence: null,
      parameters_changed: !isWithin, snapshot: isWithin ? null : whole,
    };
  }

  #whole(id: string, { revision, iteration, step, edits, begun }: State): Session {
    const session = sessionAt(exampleAt(begun, iteration), step);
    const spec = { ...session.spec, reveal_upcoming: !this.hidesUpcoming };
    const ahead = this.hidesUpcoming ? [] : session.ahead;
    return { ...session, spec, ahead, id, revision, edits, furthest: iteration, position: { ...session.position, iteration } };
  }
}

/** One step from a moment; null before the start. */
function moved({ iteration, step }: Moment, unit: string, way: 1 | -1): Moment | null {
  const all = boundaries(unit);
  if (way === 1) {
    const [at, from] = step === STEPS ? [iteration + 1, 0] : [iteration, step];
    return { iteration: at, step: all.find((boundary) => boundary > from)! };
  }
  if (iteration === 0 && step === 0) return null;
  const [at, from] = step === 0 ? [iteration - 1, STEPS] : [iteration, step];
  const to = all.filter((boundary) => boundary < from).at(-1)!;
  return to === 0 && at > 0 ? { iteration: at - 1, step: STEPS } : { iteration: at, step: to };
}

/** An answer to a move without what the page knows of the iteration `from`. */
function without(known: Known | undefined, from: number, answer: unknown): unknown {
  if (!known || !('changed' in (answer as object))) return answer;
  const { operation, ahead, ...moved } = answer as StepAnswer;
  if (moved.snapshot) return { ...moved, operation: null, ahead: [] };
  const isNew = (one: Operation): boolean => moved.position.iteration !== from || one.ordinal < known.first || one.ordinal > known.last;
  return { ...moved, operation: operation && isNew(operation) ? operation : null, ahead: ahead.filter(isNew) };
}

const json = (body: unknown, status = 200): Response => Response.json(body, { status });

function problem({ status, slug, more }: Refusal, headers: Record<string, string> = {}): Response {
  const body = { type: `/problems/${slug}`, title: slug, status, detail: slug, message: { key: `problem-${slug}`, args: {} }, ...more };
  return Response.json(body, { status, headers });
}
