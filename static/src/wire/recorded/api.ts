import type { Api } from '../client.ts';
import { Refused } from '../errors.ts';
import type { Session, StepAnswer } from '../types.ts';
import { iterationAt, momentsOf } from './moments.ts';
import { checksAt, explanationAt } from './origins.ts';
import { pathsAt } from './paths.ts';
import type { Answers, RecordedMove, Recording } from './recording.ts';

const ID = 'recorded';

/** The recording has no answer. */
const refused = (key: string, args: Record<string, string | number> = {}): Refused =>
  new Refused({ type: '/problems/recorded', title: '', status: 404, detail: key, message: { key, args } });

/** The API of a page without a server: it moves within a recording, and answers from it. */
export function replay(recording: Recording): Api {
  const { starts, moves, answers } = recording;
  const momentAt = momentsOf(recording);
  const { position: { iteration: first }, spec } = momentAt(0);
  const isGraph = 'graph' in spec;
  const last = first + starts.length - 1;
  let at = recording.begins;
  let revision = 0;

  const session = (): Session => ({ ...momentAt(at), id: ID, revision, furthest: last });
  const here = (): number => iterationAt(recording, at);
  const step = (): number => at - starts[here()]!;
  const recorded = (): Answers => answers[here()]!;

  function moved(to: number): StepAnswer {
    at = to;
    revision += 1;
    const snapshot = session();
    const { position, operation, next, ahead, state, divergence } = snapshot;
    return {
      id: ID, revision, position, operation, next, ahead, state, divergence, snapshot,
      operations: [], checks: [], parameters_changed: true, changed: madeIn(recorded(), step()),
    };
  }

  function lead(move: RecordedMove, unit: string): StepAnswer {
    const to = moves[move][unit]?.[at];
    if (typeof to === 'number') return moved(to);
    if (move !== 'back') throw refused('problem-recording-ends', { iteration: last });
    throw refused(at === 0 ? 'problem-recording-begins' : 'problem-recording-edit', { iteration: first });
  }

  function seek(iteration: number, step: number | null): StepAnswer {
    const start = starts[iteration - first];
    if (start === undefined) throw refused('problem-recording-only', { from: first, to: last });
    const end = (starts[iteration - first + 1] ?? recording.moments.length) - 1;
    return moved(step === null ? end : Math.min(start + step, end));
  }

  function known<T>(answer: T | undefined): T {
    if (answer === undefined) throw refused('problem-recording-silent');
    return answer;
  }

  const explain = (ref: string) =>
    explanationAt(recorded().operations, answers[here() - 1]?.operations, ref, first + here(), step());

  const played: Partial<Api> = {
    createSession: async () => session(),
    getSession: async () => session(),
    link: async () => ({ state: null, limit: 0 }),
    step: async (_, unit) => lead('step', unit),
    back: async (_, unit) => lead('back', unit),
    forward: async (_, unit) => lead('forward', unit),
    backward: async (_, unit) => lead('backward', unit),
    update: async (_, unit) => lead('update', unit),
    seek: async (_, iteration, step) => seek(iteration, step),
    reset: async () => {
      moved(0);
      return session();
    },
    explain: async (_, ref) => known(explain(ref)),
    gradientCheck: async (_, ref) => known(checksAt(recorded(), ref, step())),
    gradientChecks: async () => known(checksAt(recorded(), null, step())),
    paths: async (_, ref) => known(pathsAt(recorded(), ref, step(), isGraph)),
    divergence: async () => recorded().divergence ?? { ref: null, grown: null, remedies: [] },
  };
  return new Proxy(played as Api, {
    get: (known, name: keyof Api) => known[name] ?? (async () => Promise.reject(refused('problem-recording-silent'))),
  });
}

/** The numbers that the iteration has computed up to a step, including products and terms. */
const madeIn = ({ operations }: Answers, step: number): Record<string, number | null> =>
  Object.fromEntries(operations.written.slice(0, step).map(({ ref, value }) => [ref, value]));
