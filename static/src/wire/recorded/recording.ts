import type {
  DivergenceAccount, GradientChecks, InitialData, LossPaths, Message, Nullable, Operation, Session,
} from '../types.ts';

/** What a moment changes of the one before: [path, new value]. An index beyond the end of an array appends to it. */
export type Patch = readonly (readonly [path: readonly (string | number)[], value: unknown])[];

/** A session without its operations, which the iteration has. */
export type Moment = Omit<Session, 'operation' | 'next' | 'ahead'>;

/**
 * Where a number comes from: the place of its operation, with the number itself where that makes it beside another;
 * given, in which iteration; or made by an operation of the iteration before, by place where that is recorded.
 */
export type Origin = number | { place: number; value: Nullable } | { given: Nullable; iteration: number } | { before: number | Operation };

/** The operations of an iteration. */
export interface Operations {
  /** Those of the focus example, which come first in `written`. */
  steps: number;
  written: readonly Operation[];
  /** Of each, what its message may say before it is done. */
  words: readonly Message['args'][];
  origins: Readonly<Record<string, Origin>>;
  /** The steps from which further operands are known. */
  later: Readonly<Record<string, number>>;
}

/** A factor of a path, and the step from which it is known. */
export type Factor = readonly [ref: string, value: Nullable, symbol: string, symbolMathml: string, from: number];

/** One path: how many units and factors it shares with the one before, and its further ones. */
type Continuation = readonly [units: number, more: readonly number[], factors: number, more: readonly number[]];

/** The paths of every gradient, as they are once the iteration is complete. */
export interface Routes {
  factors: readonly Factor[];
  continuations: readonly (readonly Continuation[])[];
  /** `begins`: the factors that all its paths begin with; `continues`: how they go on. */
  gradients: Readonly<Record<string, Omit<LossPaths, 'paths'> & { begins: readonly number[]; continues: number }>>;
}

/** The answers of one iteration, with all that is known once it is complete. */
export interface Answers {
  operations: Operations;
  checks: GradientChecks;
  paths: Routes;
  divergence: DivergenceAccount | null;
}

/** By unit, the moment after each moment; null where it is not recorded. */
type Leads = Readonly<Record<string, readonly (number | null)[]>>;
export type RecordedMove = 'step' | 'back' | 'forward' | 'backward' | 'update';

/** The moments and answers of a page without a server, as the server exports them. */
export interface Recording {
  begins: number;
  /** The first moment of each iteration. */
  starts: readonly number[];
  moments: readonly Patch[];
  moves: Readonly<Record<RecordedMove, Leads>>;
  answers: readonly Answers[];
}

/** The data block of a file. */
export type FileData = Pick<InitialData, 'query' | 'asked' | 'warnings' | 'presets' | 'lang' | 'program'> & {
  recording: Recording;
  /** Address of the same page with a server; '' where none is known. */
  live: string;
};
