import type { Problem } from './types.ts';

/** The server refused the call; `problem` has the message for the learner. */
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

/** The server cannot do it now; the same call may be made again after so many seconds. */
export class RetryLater extends Refused {
  constructor(problem: Problem, readonly seconds: number) {
    super(problem);
  }

  /** The change may have been made, although no answer confirmed it. */
  get isUnsure(): boolean {
    return this.slug === 'unknown-outcome';
  }
}

/** No answer, or none from our server: the same call may be made again. */
export class Unreachable extends Error {}

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
  const [type, key] = status === BUSY ? ['busy', 'problem-busy'] : ['unknown', 'problem-status'];
  return { type: `/problems/${type}`, title: statusText, status, detail: statusText, message: { key, args: { status } } };
}

/** Whether the same call may succeed a little later. */
export const isTemporary = ({ status }: Problem): boolean => status === BUSY || status === UNAVAILABLE;

/** The error of an answer that is no success. Throws `Unreachable` where a gateway answered in place of the server. */
export async function refusalOf(response: Response): Promise<Refused> {
  const problem = await problemOf(response);
  if (!isTemporary(problem)) return new Refused(problem);
  // A gateway may send a date in place of seconds.
  const seconds = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return new RetryLater(problem, Number.isNaN(seconds) ? RETRY_SECONDS : seconds);
}
