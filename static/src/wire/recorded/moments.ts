import { AHEAD_SHOWN } from '../limits.gen.ts';
import type { NextOperation, Operation, Session } from '../types.ts';
import type { Moment, Patch, Recording } from './recording.ts';

type Holder = Record<string | number, unknown>;

/** The value with a patch applied; arrays and objects in it are changed in place. */
export function patched(value: unknown, patch: Patch): unknown {
  let root = value;
  for (const [path, next] of patch) {
    const last = path.at(-1);
    // The patch itself stays as it is: later patches change what it gave.
    if (last === undefined) root = structuredClone(next);
    else path.slice(0, -1).reduce((at, key) => at[key] as Holder, root as Holder)[last] = structuredClone(next);
  }
  return root;
}

/** The number of the iteration, from the recording's first, that a moment belongs to. */
export const iterationAt = ({ starts }: Recording, at: number): number => starts.findLastIndex((start) => start <= at);

/** Every moment of a recording, put together from the start of its iteration when it is asked for. */
export function momentsOf(recording: Recording): (at: number) => Session {
  const { moments, starts, answers } = recording;
  const begun: Moment[] = [];

  function between(from: Moment | null, start: number, stop: number): Moment {
    let moment: unknown = structuredClone(from);
    for (const patch of moments.slice(start, stop)) moment = patched(moment, patch);
    return moment as Moment;
  }

  function beginning(iteration: number): Moment {
    const before = iteration > 0 ? beginning(iteration - 1) : null;
    return (begun[iteration] ??= between(before, iteration > 0 ? starts[iteration - 1]! + 1 : 0, starts[iteration]! + 1));
  }

  return (at) => {
    const iteration = iterationAt(recording, at);
    const start = starts[iteration]!;
    const { steps, written } = answers[iteration]!.operations;
    const limit = (starts[iteration + 1] ?? moments.length) - 1 - start;
    return { ...between(beginning(iteration), start + 1, at + 1), ...operationsAt(written, at - start, steps, limit) } as Session;
  };
}

/** What a session says of its operations; `limit` of its `steps` can be done. */
function operationsAt(written: readonly Operation[], step: number, steps: number, limit: number): Pick<Session, 'operation' | 'next' | 'ahead'> {
  const next = step < limit ? written[step] : step === steps ? written[0] : undefined;
  return {
    operation: step > 0 ? written[step - 1]! : null,
    next: next ? named(next) : null,
    ahead: written.slice(step, Math.min(step + AHEAD_SHOWN, limit)),
  };
}

const named = ({ kind, ref, phase }: Operation): NextOperation => ({ kind, ref, phase });
