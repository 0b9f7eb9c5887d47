/** An operation's numbers, and how far a number is computed. */
import type { Operation } from '../wire/types.ts';

/** `active`: an operand or the result of the last operation. `stale`: known before an edit, not computed since. */
export type NumberState = 'pending' | 'active' | 'done' | 'stale';

/** The refs of an operation: its result, then its operands. */
export const refsOf = (operation: Operation | null): string[] =>
  operation === null ? [] : [operation.ref, ...operation.operands.map((operand) => operand.ref)];
