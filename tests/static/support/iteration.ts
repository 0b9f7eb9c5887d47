/**
 * One iteration of a small sigmoid network with half squared error, computed by hand in the order of the program and
 * put into the wire's format: what a server would answer, without one.
 */
import type { LayeredSession, Operation, Operand, Phase, StepAnswer, Values } from '../../../static/src/wire/types.ts';

export interface Example {
  W: number[][][];
  b: number[][];
  x: number[];
  y: number[];
  rate: number;
}

export const MAZUR: Example = {
  W: [[[0.15, 0.2], [0.25, 0.3]], [[0.4, 0.45], [0.5, 0.55]]],
  b: [[0.35, 0.35], [0.6, 0.6]],
  x: [0.05, 0.1],
  y: [0.01, 0.99],
  rate: 0.5,
};

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

interface Draft {
  kind: Operation['kind'];
  phase: Phase;
  layer: number;
  unit: number;
  ref: string;
  value: number;
  from: [string, number][];
}

const name = (l: number, k: number): string => (l === 0 ? `x[${k}]` : `a${l}[${k}]`);

function forward({ W, b, x }: Example, a: number[][], drafts: Draft[]): void {
  a.push(x);
  W.forEach((rows, l) => {
    const layer = l + 1;
    const below = a[l]!;
    a.push(rows.map((row, j) => {
      const products = row.map((w, k): [string, number] => {
        const ref = `W${layer}[${j},${k}]*${name(l, k)}`;
        const value = w * below[k]!;
        drafts.push({ kind: 'product', phase: 'forward', layer, unit: j, ref, value, from: [[`W${layer}[${j},${k}]`, w], [name(l, k), below[k]!]] });
        return [ref, value];
      });
      const bias = b[l]![j]!;
      const z = products.reduce((sum, [, value]) => sum + value, 0) + bias;
      drafts.push({ kind: 'sum', phase: 'forward', layer, unit: j, ref: `z${layer}[${j}]`, value: z, from: [...products, [`b${layer}[${j}]`, bias]] });
      drafts.push({ kind: 'activation', phase: 'forward', layer, unit: j, ref: `a${layer}[${j}]`, value: sigmoid(z), from: [[`z${layer}[${j}]`, z]] });
      return sigmoid(z);
    }));
  });
}

function loss({ y }: Example, output: number[], L: number, drafts: Draft[]): void {
  const terms = output.map((a, k): [string, number] => {
    const value = 0.5 * (y[k]! - a) ** 2;
    drafts.push({ kind: 'loss_term', phase: 'loss', layer: 0, unit: k, ref: `loss[${k}]`, value, from: [[name(L, k), a], [`y[${k}]`, y[k]!]] });
    return [`loss[${k}]`, value];
  });
  drafts.push({ kind: 'loss', phase: 'loss', layer: 0, unit: 0, ref: 'loss', value: terms.reduce((s, [, v]) => s + v, 0), from: terms });
}

function backward({ W, y }: Example, a: number[][], drafts: Draft[]): void {
  let above: number[] = [];
  for (let l = W.length; l >= 1; l -= 1) {
    const deltas: number[] = [];
    W[l - 1]!.forEach((row, j) => {
      const push = (kind: Operation['kind'], ref: string, value: number, from: [string, number][]): number => {
        drafts.push({ kind, phase: 'backward', layer: l, unit: j, ref, value, from });
        return value;
      };
      const out = a[l]![j]!;
      let dLda: number;
      if (l === W.length) dLda = push('loss_slope', `dL/da${l}[${j}]`, out - y[j]!, [[name(l, j), out], [`y[${j}]`, y[j]!]]);
      else {
        const terms = W[l]!.map((next, i): [string, number] => {
          const ref = `W${l + 1}[${i},${j}]*delta${l + 1}[${i}]`;
          return [ref, push('downstream_term', ref, next[j]! * above[i]!, [[`W${l + 1}[${i},${j}]`, next[j]!], [`delta${l + 1}[${i}]`, above[i]!]])];
        });
        dLda = push('downstream_sum', `dL/da${l}[${j}]`, terms.reduce((s, [, v]) => s + v, 0), terms);
      }
      const slope = push('slope', `f'(z${l}[${j}])`, out * (1 - out), [[name(l, j), out]]);
      const delta = push('delta', `delta${l}[${j}]`, dLda * slope, [[`dL/da${l}[${j}]`, dLda], [`f'(z${l}[${j}])`, slope]]);
      row.forEach((_, k) => push('weight_gradient', `dW${l}[${j},${k}]`, delta * a[l - 1]![k]!, [[`delta${l}[${j}]`, delta], [name(l - 1, k), a[l - 1]![k]!]]));
      push('bias_gradient', `db${l}[${j}]`, delta, [[`delta${l}[${j}]`, delta]]);
      deltas.push(delta);
    });
    above = deltas;
  }
}

function update({ W, rate }: Example, drafts: Draft[]): void {
  const gradients = new Map(drafts.map((draft) => [draft.ref, draft.value]));
  W.forEach((rows, l) => rows.forEach((row, j) => row.forEach((w, k) => {
    const at = `${l + 1}[${j},${k}]`;
    const gradient = gradients.get(`dW${at}`)!;
    drafts.push({ kind: 'update', phase: 'update', layer: l + 1, unit: j, ref: `W${l + 1}_next[${j},${k}]`, value: w - rate * gradient, from: [[`W${at}`, w], ['learning_rate', rate], [`dW${at}`, gradient]] });
  })));
}

export function operationsOf(example: Example): Operation[] {
  const drafts: Draft[] = [];
  const a: number[][] = [];
  forward(example, a, drafts);
  loss(example, a.at(-1)!, example.W.length, drafts);
  backward(example, a, drafts);
  update(example, drafts);
  return drafts.map(({ from, ...draft }, i) => ({
    ...draft,
    ordinal: i + 1,
    operands: from.map(([ref, value]): Operand => ({ ref, value, symbol: ref, symbol_mathml: ref })),
    formula: {
      result: 'r', symbols: 's', numbers: 'n',
      templates: { symbols: '#{0}', numbers: '#{0}' }, mathml: { result: '<mi>r</mi>', symbols: ['#{0}'], numbers: ['#{0}'] }, alternative: null,
    },
    message: { key: `op-${draft.kind.replaceAll('_', '-')}`, args: { layer: draft.layer, unit: draft.unit, value: draft.value } },
    remark: null,
  }));
}

function spans(operations: Operation[]): Record<Phase, [number, number]> {
  const end = (phase: Phase): number => operations.filter((op) => op.phase === phase).at(-1)!.ordinal;
  return {
    forward: [0, end('forward')], loss: [end('forward'), end('loss')], backward: [end('loss'), end('backward')], update: [end('backward'), end('update')],
  };
}

/** The session as the server would answer it after so many operations of iteration 0. */
export function sessionAt(example: Example, step: number): LayeredSession {
  const all = operationsOf(example);
  const known = new Map(all.slice(0, step).map((op) => [op.ref, op.value]));
  const get = (ref: string): number | null => known.get(ref) ?? null;
  const units = (ref: (l: number, j: number) => string) => example.b.map((row, l) => row.map((_, j) => get(ref(l + 1, j))));
  const edges = (ref: (l: number, j: number, k: number) => string) =>
    example.W.map((rows, l) => rows.map((row, j) => row.map((_, k) => get(ref(l + 1, j, k)))));
  const values: Values = {
    x: example.x, y: example.y,
    z: units((l, j) => `z${l}[${j}]`), a: units((l, j) => `a${l}[${j}]`),
    dL_da: units((l, j) => `dL/da${l}[${j}]`), slope: units((l, j) => `f'(z${l}[${j}])`), delta: units((l, j) => `delta${l}[${j}]`),
    dW: edges((l, j, k) => `dW${l}[${j},${k}]`), db: units((l, j) => `db${l}[${j}]`),
    W_next: edges((l, j, k) => `W${l}_next[${j},${k}]`), b_next: units((l, j) => `b${l}_next[${j}]`),
    loss_terms: example.y.map((_, k) => get(`loss[${k}]`)), example_loss: get('loss'), data_loss: get('loss'), penalty: null, loss: get('loss'),
  };
  const done = step === all.length;
  const next = all[step % all.length]!;
  return {
    id: 'here', revision: step,
    spec: {
      preset: 'mazur',
      network: { inputs: example.x.length, layers: example.b.map((row) => ({ units: row.length, activation: 'sigmoid' })), loss: 'half_squared_error', initializer: 'zeros', seed: 0 },
      data: { name: 'custom', X: [example.x], Y: [example.y], noise: 0, seed: 0, test_fraction: 0 },
      training: { optimizer: { name: 'sgd', learning_rate: example.rate }, batch_size: 1, shuffle: false, train_biases: false, frozen: null, l1: 0, l2: 0, seed: 0, schedule: { name: 'constant' } },
      lock: [], reveal_upcoming: true,
    },
    position: { epoch: 0, iteration: 0, step, steps: all.length, phase: next.phase, focus: 0, example: 0, examples: 1, rate: example.rate, ordinal_of_phase: spans(all) },
    parameters: { W: done ? (values.W_next as number[][][]) : example.W, b: example.b },
    parameters_before: done ? { W: example.W, b: example.b } : null,
    values, operation: all[step - 1] ?? null,
    next: { kind: next.kind, ref: next.ref, phase: next.phase },
    ahead: all.slice(step, step + 8),
    losses: { iteration: [], train: [], test: [] }, accuracies: { train: [], test: [] }, state: 'running', divergence: null, checks: [], edits: 0, furthest: 0,
  };
}

/** What the server answers to `count` steps of one operation, from `step`. */
export function answerTo(example: Example, step: number, count = 1): StepAnswer {
  const { id, revision, position, next, ahead, state } = sessionAt(example, step + count);
  const operations = operationsOf(example).slice(step, step + count);
  return {
    id: id ?? '', revision, position, operations, changed: Object.fromEntries(operations.map((op) => [op.ref, op.value])),
    next, ahead, state, operation: operations.at(-1) ?? null, checks: [], divergence: null, snapshot: null,
    parameters_changed: step + count === position.steps,
  };
}
