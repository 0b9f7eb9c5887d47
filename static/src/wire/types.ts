/**
 * Names for the wire's types, which are generated from the server's own description (schema.gen.ts). A refinement
 * stands here only where that description is wider than what is answered. `null` always means: not computed yet.
 */
import type { components } from './schema.gen.ts';

type Wire = components['schemas'];

export type Phase = Wire['Operation']['phase'];
export const PHASES: readonly Phase[] = ['forward', 'loss', 'backward', 'update'];

export type Unit = Wire['StepCall']['unit'] & string;
export const UNITS: readonly Unit[] = ['term', 'neuron', 'layer', 'pass', 'iteration', 'epoch'];
export type PhaseUnit = Wire['PhaseCall']['unit'] & string;

export type Nullable = number | null;

export type Operation = Wire['Operation'];
export type Operand = Wire['Operand'];
export type OperationFormula = Wire['Formula'];
export type Message = Wire['Message'];
export type NextOperation = Wire['NextOperation'];
export type Explanation = Wire['Explanation'];
export type GradientChecks = Wire['GradientChecks'];
export type GradientComparison = Wire['GradientComparison'];
export type LossPaths = Wire['LossPaths'];
export type LossPath = Wire['LossPath'];
export type Values = Wire['Values'];
export type Losses = Wire['Losses'];
export type LossPoint = Wire['LossPoint'];
export type Check = Wire['PublishedCheck'];
export type Divergence = Wire['Divergence'];
export type DivergenceAccount = Wire['DivergenceAccount'];
export type PresetSummary = Wire['PresetSummary'];
export type LossInfo = Wire['LossInfo'];
/** What the settings offer. */
export interface Choices {
  activations: Wire['ActivationInfo'][];
  losses: LossInfo[];
  initializers: Wire['InitializerInfo'][];
  optimizers: Wire['OptimizerInfo'][];
  schedules: Wire['ScheduleInfo'][];
}
export type Prediction = Wire['Prediction'];
export type PlanePoints = Wire['PlanePoints'];
export type Link = Wire['Link'];
export type AddressQuery = Required<Wire['Query']>;
export type Slip = Wire['Slip'];
export type Begin = Partial<Wire['SessionCreate']>;
export type Lock = NonNullable<Wire['Spec']['lock']>[number];
export type RunState = Wire['SessionState']['state'];
/** `spec`: what a session that can no longer be read was made of. */
export type Problem = Wire['ProblemDetails'] & { spec?: Begin };

/** What is asked may leave defaults out; what is answered has them filled in. */
export type TrainingSpec = Required<Wire['Training']>;
export type Spec = Wire['Spec'] & { training: TrainingSpec; lock: Lock[] };

export type Position = Omit<Wire['Position'], 'ordinal_of_phase'> & {
  ordinal_of_phase: Record<Phase, [first: number, end: number]>;
};

export type Session = Omit<Wire['SessionState'], 'spec' | 'position'> & {
  spec: Spec;
  position: Position;
  /** After an edit: what was known before it and is not any more. */
  stale?: string[];
};

export type StepAnswer = Omit<Wire['StepAnswer'], 'position' | 'snapshot'> & {
  position: Position;
  snapshot: Session | null;
};

/** What a run of training is asked for: how long at most, and what may end it earlier. */
export type TrainCall = Omit<Wire['TrainCall'], 'revision'>;
export type Stopped = Wire['TrainingReport']['stopped'];
export type TrainedSession = Session & { ran: Wire['TrainingReport'] };

/** One event of a training under way. */
export interface TrainingProgress {
  done: number;
  wanted: number;
  examples: number;
  loss: Nullable;
  session: Session;
}

/** An event of a training that waits for its turn: how many are before it. */
export interface QueuePlace {
  queued: number;
  done: number;
  wanted: number;
}

/** The data block of the page. */
export interface InitialData {
  session: Session;
  presets: PresetSummary[];
  /** What the address says, every value filled in; `asked` are the names it gave one. */
  query: AddressQuery;
  asked: string[];
  slips: Slip[];
  /** The call that makes the session of the address. */
  begin: Begin;
  lang: string;
  root: string;
  /** The address of the whole application, as learners see it. */
  home: string;
  /** The words of `lang`; null in a frame, which takes them from the built page, where ten frames share them. */
  messages: string | null;
  /** The lesson that the page teaches, in `lang`. */
  lesson?: Wire['Lesson'] | null;
}
