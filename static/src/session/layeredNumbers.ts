/** The numbers of a layered network, which the wire keeps in arrays, by ref. */
import type { Changed, LayeredSession, Nullable, Values } from '../wire/types.ts';
import { parseRef, type RefKind } from '../notation/refs.ts';

/** Where the wire keeps the numbers of each kind; products and terms have no place of their own in a session. */
const PLACE: Partial<Record<RefKind, keyof Values>> = {
  input: 'x', target: 'y', 'weighted-sum': 'z', activation: 'a', 'loss-slope': 'dL_da', slope: 'slope', delta: 'delta',
  'weight-gradient': 'dW', 'bias-gradient': 'db', 'next-weight': 'W_next', 'next-bias': 'b_next',
  'loss-term': 'loss_terms', 'example-loss': 'example_loss', 'mean-loss': 'data_loss', penalty: 'penalty', loss: 'loss',
};

type Nested = Nullable | Nested[];

const copy = <T extends Nested>(value: T): T => (Array.isArray(value) ? (value.map(copy) as T) : value);
const blank = (value: Nested): Nested => (Array.isArray(value) ? value.map(blank) : null);

/** Values with nothing computed yet: a new iteration has begun. */
export function blankValues(values: Values): Values {
  const empty = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, blank(value as Nested)]));
  return { ...(empty as unknown as Values), x: values.x, y: values.y };
}

/** The same values with the changed ones put in; arrays that nothing touched are shared. */
export function withChanges(values: Values, changed: Changed): Values {
  const next = { ...values } as Record<keyof Values, Nested>;
  const own = new Set<keyof Values>();
  for (const [text, value] of Object.entries(changed)) {
    const ref = parseRef(text);
    const name = ref && ref.row === null ? PLACE[ref.kind] : undefined;
    if (!ref || name === undefined) continue;
    if (!own.has(name)) next[name] = copy(next[name]);
    own.add(name);
    put(next, name, ref.layer === 0 ? ref.index : [ref.layer - 1, ...ref.index], value);
  }
  return next as unknown as Values;
}

function put(values: Record<string, Nested>, name: string, path: number[], value: Nullable): void {
  const last = path.at(-1);
  if (last === undefined) {
    values[name] = value;
    return;
  }
  let at: Nested | undefined = values[name];
  for (const index of path.slice(0, -1)) at = Array.isArray(at) ? at[index] : undefined;
  if (Array.isArray(at)) at[last] = value;
}

/** Every number of a session under its ref. */
export function layeredNumbers(session: LayeredSession): Map<string, number> {
  const known = new Map<string, number>();
  const keep = (ref: string, value: Nullable | undefined): void => {
    if (value !== null && value !== undefined) known.set(ref, value);
  };
  const perUnit = (name: (layer: number) => string, layers: Nullable[][]): void =>
    layers.forEach((units, l) => units.forEach((value, j) => keep(`${name(l + 1)}[${j}]`, value)));
  const perEdge = (name: (layer: number) => string, layers: Nullable[][][]): void =>
    layers.forEach((rows, l) =>
      rows.forEach((row, j) => row.forEach((value, k) => keep(`${name(l + 1)}[${j},${k}]`, value))));
  const { values } = session;
  /** Until the next iteration begins, a weight's own ref is the weight that this one was computed with. */
  const parameters = session.parameters_before ?? session.parameters;
  values.x.forEach((value, k) => keep(`x[${k}]`, value));
  values.y.forEach((value, k) => keep(`y[${k}]`, value));
  perEdge((l) => `W${l}`, parameters.W);
  perUnit((l) => `b${l}`, parameters.b);
  perUnit((l) => `z${l}`, values.z);
  perUnit((l) => `a${l}`, values.a);
  perUnit((l) => `dL/da${l}`, values.dL_da);
  values.slope.forEach((units, l) => units.forEach((value, j) => keep(`f'(z${l + 1}[${j}])`, value)));
  perUnit((l) => `delta${l}`, values.delta);
  perEdge((l) => `dW${l}`, values.dW);
  perUnit((l) => `db${l}`, values.db);
  perEdge((l) => `W${l}_next`, values.W_next);
  perUnit((l) => `b${l}_next`, values.b_next);
  values.loss_terms.forEach((value, k) => keep(`loss[${k}]`, value));
  keep('example_loss', values.example_loss);
  keep('mean_loss', values.data_loss);
  keep('penalty', values.penalty);
  keep('loss', values.loss);
  keep('learning_rate', session.position.rate);
  return known;
}
