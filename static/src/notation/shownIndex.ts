/**
 * How people count: what a person reads counts from 1 what refs, the API and programs count from 0. It holds for inputs,
 * neurons, outputs, examples and iterations; layers count from 1 everywhere.
 * The server has the same rule, `app/backstep_lab/i18n/shown_index.py`.
 */

/** Arguments of messages that are such indices. */
export const COUNTED: ReadonlySet<string> = new Set(['unit', 'from', 'to', 'row', 'input', 'example', 'iteration']);

/** An index as a person reads it. */
export const shownIndex = (index: number): number => index + 1;

/** The index that a person means. */
export const indexOf = (shown: number): number => shown - 1;
