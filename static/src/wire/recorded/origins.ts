import type { Explanation, GradientChecks, Message, Nullable, Operation, OperationFormula } from '../types.ts';
import type { Answers, Operations, Origin } from './recording.ts';

/** The step from which a number is known; 0 where this iteration does not make it. */
export function knownFrom({ origins, written, later }: Operations, ref: string): number {
  const place = placeIn(origins[ref]);
  return place === null ? (later[ref] ?? 0) : written[place]!.ordinal;
}

function placeIn(origin: Origin | undefined): number | null {
  if (typeof origin === 'number') return origin;
  return origin && 'place' in origin ? origin.place : null;
}

/**
 * How a number is made, as far as it is known at a step; undefined where nothing is recorded of it. `before` are the
 * operations of the iteration before.
 */
export function explanationAt(operations: Operations, before: Operations | undefined, ref: string, iteration: number, step: number): Explanation | undefined {
  const origin = operations.origins[ref];
  if (origin === undefined) return undefined;
  if (typeof origin === 'object' && 'given' in origin) {
    return { ref, value: origin.given, reached: true, given: true, iteration: origin.iteration, operation: null };
  }
  if (typeof origin === 'object' && 'before' in origin) {
    const operation = typeof origin.before === 'number' ? before!.written[origin.before]! : origin.before;
    return { ref, value: operation.value, reached: true, given: false, iteration: iteration - 1, operation };
  }
  const place = placeIn(origin)!;
  const operation = operations.written[place]!;
  if (operation.ordinal > step) {
    return { ref, value: null, reached: false, given: false, iteration, operation: unreached(operations, place, step) };
  }
  const value = typeof origin === 'number' ? operation.value : origin.value;
  return { ref, value, reached: true, given: false, iteration, operation };
}

/** An operation that is not done yet, without the numbers that are not known yet. */
function unreached(operations: Operations, place: number, step: number): Operation {
  const operation = operations.written[place]!;
  const known = (ref: string, value: Nullable): Nullable => (knownFrom(operations, ref) > step ? null : value);
  const message: Message = { key: operation.message.key, args: operations.words[place]! };
  return {
    ...operation,
    value: null,
    operands: operation.operands.map((operand) => ({ ...operand, value: known(operand.ref, operand.value) })),
    formula: withoutNumbers(operation.formula),
    message,
  };
}

const withoutNumbers = (formula: OperationFormula): OperationFormula => ({
  ...formula, numbers: null, alternative: formula.alternative && { ...formula.alternative, numbers: null },
});

/** One gradient checked, or without a ref all of them, as far as they are known at a step; undefined without any. */
export function checksAt({ operations, checks }: Answers, ref: string | null, step: number): GradientChecks | undefined {
  const asked = checks.checks.filter((check) => ref === null || check.ref === ref);
  if (asked.length === 0) return undefined;
  const each = asked.map((check) => (knownFrom(operations, check.ref) > step
    ? { ref: check.ref, reached: false, gradient: null, difference: null, relative_error: null, agrees: null, kink: null } : check));
  return {
    iteration: checks.iteration,
    epsilon: checks.epsilon,
    agree: each.filter(({ agrees }) => agrees === true).length,
    differ: each.filter(({ agrees }) => agrees === false).length,
    kinks: each.filter(({ kink }) => kink === true).length,
    pending: each.filter(({ reached }) => !reached).length,
    checks: each,
  };
}
