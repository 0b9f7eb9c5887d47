/** The call that reads a table, from what the learner gave and corrected. */
import type { DraftFile } from './draftData.svelte.ts';
import type { ColumnKind, TableCall } from './endpoint.ts';

/** Corrections of what was recognized; `auto` where nothing was corrected. */
export interface Corrections {
  encoding: NonNullable<TableCall['encoding']>;
  delimiter: NonNullable<TableCall['delimiter']>;
  decimal: NonNullable<TableCall['decimal']>;
  header: NonNullable<TableCall['header']>;
  missing: NonNullable<TableCall['missing']>;
  kinds: Readonly<Record<string, ColumnKind['kind']>>;
  classes: readonly string[] | null;
}

export const NO_CORRECTIONS: Corrections = {
  encoding: 'auto', delimiter: 'auto', decimal: 'auto', header: 'auto', missing: 'refuse', kinds: {}, classes: null,
};

/** Columns and classes are corrected by name: what gives them other names drops these corrections. */
export function corrected(corrections: Corrections, part: Partial<Corrections>): Corrections {
  const renames = ['encoding', 'delimiter', 'decimal', 'header'].some((name) => name in part);
  const reorders = renames || 'kinds' in part || 'missing' in part;
  return { ...corrections, ...(renames ? { kinds: {} } : {}), ...(reorders ? { classes: null } : {}), ...part };
}

const CHUNK = 0x8000; // arguments of one call

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(text);
}

export function tableCall(text: string, file: DraftFile | null, corrections: Corrections): TableCall {
  const { encoding, kinds, classes, ...rest } = corrections;
  const columns = Object.entries(kinds).map(([name, kind]) => ({ name, kind }));
  const source = file ? { content: base64(file.bytes), encoding } : { text, encoding: 'auto' as const };
  return { ...source, ...rest, columns, ...(classes ? { classes: [...classes] } : {}) };
}

/** The list with the entry at `place` one place further up. */
export const movedUp = (list: readonly string[], place: number): string[] =>
  list.map((entry, k) => (k === place - 1 ? list[place]! : k === place ? list[place - 1]! : entry));

/** How many examples each class has: two classes are 0 and 1 of one output, more have an output each. */
export const classCounts = (Y: readonly (readonly number[])[], classes: readonly string[]): [string, number][] =>
  classes.map((name, k) => [name, Y.filter((row) => (classes.length === 2 ? row[0] === k : row[k] === 1)).length]);
