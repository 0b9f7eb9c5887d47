import type {
  Begin, Choices, DivergenceAccount, Explanation, GradientChecks, Link, LossPaths, PhaseUnit, Problem,
  QueuePlace, Race, RaceCall, Session, Spec, StepAnswer, TrainedSession, TrainingProgress, TrainingSpec,
  TrainCall, Unit,
} from './types.ts';
import { dataCalls } from '../sheets/data/endpoint.ts';
import { eventsOf } from './events.ts';
import { filesOf } from '../sheets/export/endpoint.ts';
import { landscapeOf } from './landscape.ts';
import { lessonsOf } from './lessons.ts';
import { orderOf } from '../views/snapshot/endpoint.ts';
import { planeOf } from './plane.ts';
import { predictingOf } from './quiz.ts';
import { singleOf } from './unit.ts';

/** The server answered that it will not. Carries the sentence for the learner. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  /** The last part of the problem's type: `stale-revision`, `not-found` … */
  get slug(): string {
    return this.problem.type.split('/').at(-1) ?? '';
  }

  /** The server no longer has the session, or can no longer read it. */
  get isGone(): boolean {
    return this.slug === 'not-found' || this.slug === 'unreadable';
  }
}

/** The server cannot do it just now; the same call may be made again after so many seconds. */
export class RetryLater extends Refused {
  constructor(problem: Problem, readonly seconds: number) {
    super(problem);
  }

  /** The change may have been made before the server lost sight of it. */
  get isUnsure(): boolean {
    return this.slug === 'unknown-outcome';
  }
}

/** No answer, or none from our server: worth asking again. */
export class Unreachable extends Error {}

export interface Edit {
  revision?: number;
  parameters?: Record<string, number>;
  data?: Record<string, number>;
  focus?: number;
  training?: Partial<TrainingSpec>;
  network?: Record<string, unknown>;
  dataset?: Record<string, unknown>;
}

interface Manner {
  signal?: AbortSignal;
  accept?: string;
}

const GATEWAY = new Set([502, 503, 504]);
const BUSY = 429;
const UNAVAILABLE = 503;
/** Where the answer does not say when to ask again. */
const RETRY_SECONDS = 1;

async function problemOf(response: Response): Promise<Problem> {
  const { status, statusText } = response;
  const typed = response.headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = typed ? await response.json().catch(() => null) : null;
  if (body !== null && typeof body === 'object' && 'detail' in body) return body as Problem;
  if (GATEWAY.has(status)) throw new Unreachable(statusText);
  const [type, key] = status === BUSY ? ['busy', 'problem-busy'] : ['unknown', 'problem-unknown'];
  return { type: `/problems/${type}`, title: statusText, status, detail: statusText, message: { key, args: { status } } };
}

/** Whether the same call may succeed a little later. */
const isPassing = ({ status }: Problem): boolean => status === BUSY || status === UNAVAILABLE;

async function refusalOf(response: Response): Promise<Refused> {
  const problem = await problemOf(response);
  if (!isPassing(problem)) return new Refused(problem);
  // A gateway in between may give a date in its place.
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return new RetryLater(problem, Number.isNaN(seconds) ? RETRY_SECONDS : seconds);
}

/** One function per endpoint. `root` is the path prefix that the application stands behind. */
export function connect(root: string, send: typeof fetch = (...request) => fetch(...request)) {
  const base = `${root}/api/v1`;

  async function ask(method: string, path: string, body?: unknown, { signal, accept = 'application/json' }: Manner = {}): Promise<Response> {
    const request: RequestInit = { method, credentials: 'omit', headers: { accept } };
    if (body instanceof Blob) {
      request.body = body;
      request.headers = { ...request.headers, 'content-type': 'application/octet-stream' };
    } else if (body !== undefined) {
      request.body = JSON.stringify(body);
      request.headers = { ...request.headers, 'content-type': 'application/json' };
    }
    if (signal) request.signal = signal;
    const response = await send(base + path, request).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new Unreachable(String(error));
    });
    if (!response.ok) throw await refusalOf(response);
    return response;
  }

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await ask(method, path, body);
    return (await response.json().catch((error: unknown) => {
      throw new Unreachable(String(error));
    })) as T;
  }

  const of = (id: string): string => `/sessions/${encodeURIComponent(id)}`;

  return {
    createSession: (begin: Partial<Spec> | Begin) => call<Session>('POST', '/sessions', begin),
    link: (id: string) => call<Link>('GET', `${of(id)}/link`),
    getSession: (id: string) => call<Session>('GET', of(id)),
    step: (id: string, unit: Unit, revision: number) =>
      call<StepAnswer>('POST', `${of(id)}/step`, { unit, count: 1, revision }),
    back: (id: string, unit: Unit, revision: number) =>
      call<StepAnswer>('POST', `${of(id)}/back`, { unit, count: 1, revision }),
    forward: (id: string, unit: PhaseUnit, revision: number) =>
      call<StepAnswer>('POST', `${of(id)}/forward`, { unit, revision }),
    backward: (id: string, unit: PhaseUnit, revision: number) =>
      call<StepAnswer>('POST', `${of(id)}/backward`, { unit, revision }),
    update: (id: string, unit: PhaseUnit, revision: number) =>
      call<StepAnswer>('POST', `${of(id)}/update`, { unit, revision }),
    seek: (id: string, iteration: number, step: number | null, revision: number) =>
      call<StepAnswer | Session>('POST', `${of(id)}/seek`, { iteration, step, revision }),
    /** `tell` hears how far it is while it runs, and its place while it waits; closing the line (by `signal`) stops it. */
    train: async (id: string, wish: TrainCall, revision: number, tell: (progress: TrainingProgress | QueuePlace) => void, signal: AbortSignal) => {
      const response = await ask('POST', `${of(id)}/train`, { ...wish, revision }, { signal, accept: 'text/event-stream' });
      for await (const event of eventsOf(response, (reason) => new Unreachable(String(reason)))) {
        if (event.name === 'progress') tell(event.data as TrainingProgress | QueuePlace);
        // What ends a run under way and passes is a broken line to its listener.
        if (event.name === 'problem' && isPassing(event.data as Problem)) throw new Unreachable((event.data as Problem).detail);
        if (event.name === 'problem') throw new Refused(event.data as Problem);
        if (event.name === 'done') return event.data as TrainedSession;
      }
      throw new Unreachable('the line closed before the end');
    },
    /** Takes the session over: a run that has not noticed yet that nobody listens ends here. */
    stop: (id: string) => call<Session>('POST', `${of(id)}/stop`, {}),
    edit: (id: string, edit: Edit) => call<Session>('PATCH', of(id), edit),
    /** Back to the initial weights, with the settings as they are. */
    rewind: (id: string, revision: number) => call<Session>('POST', `${of(id)}/rewind`, { revision }),
    race: (id: string, race: RaceCall) => call<Race>('POST', `${of(id)}/race`, race),
    choices: async (): Promise<Choices> => {
      const [activations, losses, initializers, optimizers, schedules] = await Promise.all([
        call<Choices['activations']>('GET', '/activations'),
        call<Choices['losses']>('GET', '/losses'),
        call<Choices['initializers']>('GET', '/initializers'),
        call<Choices['optimizers']>('GET', '/optimizers'),
        call<Choices['schedules']>('GET', '/schedules'),
      ]);
      return { activations, losses, initializers, optimizers, schedules };
    },
    /** Some iterations as one HTML file, that looks as the words of an address say. */
    recording: async (id: string, query: string) =>
      (await ask('GET', `${of(id)}/export/html?${query}`, undefined, { accept: 'text/html' })).blob(),
    reset: (id: string, revision: number) => call<Session>('POST', `${of(id)}/reset`, { revision }),
    explain: (id: string, ref: string) =>
      call<Explanation>('GET', `${of(id)}/explain?ref=${encodeURIComponent(ref)}`),
    gradientCheck: (id: string, ref: string) =>
      call<GradientChecks>('GET', `${of(id)}/gradient-check?ref=${encodeURIComponent(ref)}`),
    gradientChecks: (id: string) => call<GradientChecks>('GET', `${of(id)}/gradient-check`),
    ...dataCalls(call, of),
    divergence: (id: string) => call<DivergenceAccount>('GET', `${of(id)}/divergence`),
    paths: (id: string, ref: string) => call<LossPaths>('GET', `${of(id)}/paths?ref=${encodeURIComponent(ref)}`),
    ...filesOf(ask, of),
    ...lessonsOf(call),
    ...orderOf((id) => (path) => call('GET', of(id) + path)),
    ...landscapeOf((id) => (path) => call('GET', of(id) + path)),
    ...predictingOf(call, of),
    ...planeOf((id) => (path) => call('GET', of(id) + path)),
    ...singleOf((id) => (path) => call('GET', of(id) + path)),
  };
}

export type Api = ReturnType<typeof connect>;
