/** The train form's values as a call of the API, and the sentence about how a run ended. */
import type { TrainCall } from '../wire/types.ts';
import type { RunEnd } from '../session/trainingRun.svelte.ts';

type Say = (key: string, args?: Record<string, string | number>) => string;

export const SPANS = ['iterations', 'epochs'] as const;
export type Span = (typeof SPANS)[number];

/** What a learner chose beside the Train button; null for a condition that is off. */
export interface TrainFormValues {
  count: number;
  span: Span;
  loss: number | null;
  /** In percent. */
  accuracy: number | null;
  noChange: boolean;
}

export const isValid = ({ count, loss, accuracy }: TrainFormValues): boolean =>
  Number.isInteger(count) && count >= 1 &&
  (loss === null || loss >= 0) && (accuracy === null || (accuracy >= 0 && accuracy <= 100));

export function trainCallOf({ count, span, loss, accuracy, noChange }: TrainFormValues): TrainCall {
  const until = { loss, accuracy: accuracy === null ? null : accuracy / 100, no_change: noChange };
  const waits = loss !== null || accuracy !== null || noChange;
  return { [span]: count, ...(waits && { until }) };
}

/** Why a run stopped, and after how many iterations. */
export function endingText({ why, iterations, call }: RunEnd, text: Say): string {
  const { loss, accuracy } = call.until ?? {};
  const percent = Math.round((accuracy ?? 0) * 1e4) / 100;
  return text(`train-stopped-${why}`, { iterations, loss: String(loss ?? ''), accuracy: `${percent} %` });
}
