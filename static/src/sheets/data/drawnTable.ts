/** Drawn points as a table without a header: two inputs, and the target behind them. */
import type { DraftPoint } from './draftData.svelte.ts';
import type { TableCall } from './endpoint.ts';

/** What the targets are taken as. */
export type DrawnKind = 'target' | 'class';

const TARGET = 'column 3';

/** The call that reads them. `kind` and `classes` are null where they are to be proposed: points of 0 and 1 are drawn as classes. */
export function drawnTable(points: readonly DraftPoint[], kind: DrawnKind | null, classes: readonly string[] | null): TableCall {
  const wanted = kind ?? (points.every(({ target }) => target === 0 || target === 1) ? 'class' : null);
  const text = points.map(({ at: [x, y], target }) => [x, y, target].join(',')).join('\n');
  const inputs = ['column 1', 'column 2'].map((name) => ({ name, kind: 'number' as const }));
  return {
    text, encoding: 'auto', delimiter: 'comma', decimal: 'point', header: 'no', missing: 'refuse',
    columns: wanted === null ? inputs : [...inputs, { name: TARGET, kind: wanted }],
    ...(wanted === null ? { targets: [TARGET] } : {}),
    ...(classes === null ? {} : { classes: [...classes] }),
  };
}
