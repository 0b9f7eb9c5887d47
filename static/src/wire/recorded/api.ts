import type { Api } from '../client.ts';
import { Refused } from '../errors.ts';
import type { GradientChecks, Session, StepAnswer } from '../types.ts';
import { versionAt, type Answers, type ByRef, type Move, type Recording } from './recording.ts';

const ID = 'recorded';

/** The recording has no answer. */
const refused = (key: string, args: Record<string, string | number> = {}): Refused =>
  new Refused({ type: '/problems/recorded', title: '', status: 404, detail: key, message: { key, args } });

/** The API of a page without a server: it moves within a recording, and answers from it. */
export function replay(recording: Recording): Api {
  const { starts, moves, answers } = recording;
  const first = recording.moments[0]!.position.iteration;
  const last = first + starts.length - 1;
  let at = recording.begins;
  let revision = 0;

  const session = (): Session => ({ ...recording.moments[at]!, id: ID, revision, furthest: last });
  const here = (): Answers => answers[recording.moments[at]!.position.iteration - first]!;

  function moved(to: number): StepAnswer {
    at = to;
    revision += 1;
    const snapshot = session();
    const { position, operation, next, ahead, state, divergence } = snapshot;
    return {
      id: ID, revision, position, operation, next, ahead, state, divergence, snapshot,
      operations: [], checks: [], parameters_changed: true, changed: madeIn(recording, to),
    };
  }

  function lead(move: Move, unit: string): StepAnswer {
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

  function answer<T>(known: ByRef<T>, ref: string): T {
    const found = versionAt(known[ref], recording.moments[at]!.position.step);
    if (found === undefined) throw refused('problem-recording-silent');
    return found;
  }

  function allChecks(): GradientChecks {
    const each = Object.keys(here().checks).map((ref) => answer(here().checks, ref));
    const sum = (name: 'agree' | 'differ' | 'kinks' | 'pending'): number => each.reduce((total, one) => total + one[name], 0);
    return {
      ...each[0]!, checks: each.flatMap(({ checks }) => checks),
      agree: sum('agree'), differ: sum('differ'), kinks: sum('kinks'), pending: sum('pending'),
    };
  }

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
    explain: async (_, ref) => answer(here().explain, ref),
    gradientCheck: async (_, ref) => answer(here().checks, ref),
    gradientChecks: async () => allChecks(),
    paths: async (_, ref) => answer(here().paths, ref),
    divergence: async () => here().divergence ?? { ref: null, grown: null, remedies: [] },
  };
  return new Proxy(played as Api, {
    get: (known, name: keyof Api) => known[name] ?? (async () => Promise.reject(refused('problem-recording-silent'))),
  });
}

/** The numbers that the iteration has computed up to a moment, including products and terms. */
function madeIn({ moments }: Recording, at: number): Record<string, number | null> {
  const made: Record<string, number | null> = {};
  const { step } = moments[at]!.position;
  for (const { operation } of moments.slice(at - step + 1, at + 1)) if (operation) made[operation.ref] = operation.value;
  return made;
}
