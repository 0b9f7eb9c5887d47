/** Wire types of the HTTP contract (v1), as the server answers them. `null` always means: not computed yet. */

export type Phase = 'forward' | 'loss' | 'backward' | 'update';
export const PHASES: readonly Phase[] = ['forward', 'loss', 'backward', 'update'];

export type Unit = 'term' | 'neuron' | 'layer' | 'pass' | 'iteration' | 'epoch';
export const UNITS: readonly Unit[] = ['term', 'neuron', 'layer', 'pass', 'iteration', 'epoch'];

export type PhaseUnit = 'term' | 'neuron' | 'layer' | 'pass';

export type Nullable = number | null;

export interface LayerSpec {
  units: number;
  activation: string;
}

export interface NetworkSpec {
  inputs: number;
  layers: LayerSpec[];
  loss: string;
  initializer?: string;
  seed?: number;
  parameters?: { W: number[][][]; b: number[][] } | null;
}

export interface DataSpec {
  name: string;
  X?: number[][] | null;
  Y?: number[][] | null;
  [option: string]: unknown;
}

export interface TrainingSpec {
  optimizer: { name: string; learning_rate: number };
  batch_size: number | 'all';
  shuffle: boolean;
  train_biases: boolean;
  l1: number;
  l2: number;
  seed: number;
}

export interface Spec {
  preset?: string | null;
  network: NetworkSpec;
  data: DataSpec;
  training: TrainingSpec;
}

export interface Position {
  epoch: number;
  iteration: number;
  /** Operations done in this iteration. */
  step: number;
  steps: number;
  /** Phase of the next operation. */
  phase: Phase;
  /** Place of the focus example in this batch; `example` is its row in the data set. */
  focus: number;
  example: number;
  examples: number;
  ordinal_of_phase: Record<Phase, [number, number]>;
}

export interface Operand {
  ref: string;
  value: Nullable;
  symbol: string;
}

export interface FormulaTemplates {
  symbols: string;
  numbers: string;
}

export interface OperationFormula {
  result: string;
  symbols: string;
  numbers: string;
  templates: FormulaTemplates;
  alternative: { symbols: string; numbers: string; templates: FormulaTemplates } | null;
}

export interface Message {
  key: string;
  args: Record<string, string | number | boolean | null>;
}

export interface Operation {
  kind: string;
  phase: Phase;
  layer: number;
  unit: number;
  ref: string;
  value: Nullable;
  /** Operations done once this one is done. */
  ordinal: number;
  operands: Operand[];
  formula: OperationFormula;
  message: Message;
}

export interface NextOperation {
  kind: string;
  ref: string;
  phase: Phase;
}

export interface Values {
  x: number[];
  y: number[];
  z: Nullable[][];
  a: Nullable[][];
  dL_da: Nullable[][];
  slope: Nullable[][];
  delta: Nullable[][];
  dW: Nullable[][][];
  db: Nullable[][];
  W_next: Nullable[][][];
  b_next: Nullable[][];
  loss_terms: Nullable[];
  example_loss: Nullable;
  data_loss: Nullable;
  penalty: Nullable;
  loss: Nullable;
}

export interface LossPoint {
  i: number;
  loss: number;
}

export interface Losses {
  iteration: LossPoint[];
  train: LossPoint[];
  test: LossPoint[];
}

export interface Check {
  ref: string;
  label: string;
  iteration: number;
  /** As printed in the source. */
  published: string;
  computed: Nullable;
  agrees: boolean | null;
  /** Key of the story why the source's figure differs. */
  erratum?: string | null;
}

export type RunState = 'running' | 'converged' | 'diverged';

export interface Divergence {
  iteration: number;
  layer: number;
  quantity: string;
}

export interface Session {
  id: string | null;
  revision: number;
  spec: Spec;
  position: Position;
  parameters: { W: number[][][]; b: number[][] };
  values: Values;
  operation: Operation | null;
  next: NextOperation | null;
  ahead: Operation[];
  losses: Losses;
  state: RunState;
  divergence?: Divergence | null;
  edits: number;
  checks?: Check[];
  stale?: string[];
}

export interface StepAnswer {
  id: string;
  revision: number;
  position: Position;
  operations: Operation[];
  changed: Record<string, Nullable>;
  next: NextOperation | null;
  ahead: Operation[];
  state: RunState;
  divergence?: Divergence | null;
  parameters_changed: boolean;
  /** The one done last; null at the very start of an iteration. */
  operation?: Operation | null;
  /** Published figures that came to be known, or not any more. */
  checks?: Check[];
  /** The whole session, where more changed than `changed` can say. */
  snapshot?: Session | null;
}

export interface Explanation {
  ref: string;
  value: Nullable;
  reached: boolean;
  given: boolean;
  operation: Operation | null;
}

export interface TrainingProgress {
  done: number;
  wanted: number;
  loss: Nullable;
}

export interface PresetSummary {
  name: string;
  title: string;
  summary: string;
  source?: { title: string; url?: string } | string | null;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  field?: string;
  revision?: number;
  next?: NextOperation;
  message?: Message;
}

export interface InitialData {
  session: Session;
  presets: PresetSummary[];
  lang: string;
  root: string;
  messages: string;
}
