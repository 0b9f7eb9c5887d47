/**
 * Names for the types of the API, which are generated from its description (schema.gen.ts). A type is refined only where
 * that description is wider than the answers. `null` always means: not computed yet.
 */
import type { ProgramDescription, ProgramSpec, Tensor } from './program.ts';
import type { components } from './schema.gen.ts';

type Wire = components['schemas'];

export type Phase = Wire['Operation']['phase'];

export type Unit = Wire['StepCall']['unit'] & string;
export type PhaseUnit = Wire['PhaseCall']['unit'] & string;

export type Nullable = number | null;

/** Numbers by ref that a step has changed; null where one is not computed any more. */
export type Changed = Record<string, Nullable>;

export type Operation = Wire['Operation'];
/** Operations that a call need not be answered with; null for none. */
export type Known = Wire['KnownOperations'] | null;
export type Operand = Wire['Operand'];
export type OperationFormula = Wire['Formula'];
export type Message = Wire['Message'];
export type NextOperation = Wire['NextOperation'];
export type Explanation = Wire['Explanation'];
export type GradientChecks = Wire['GradientChecks'];
export type GradientComparison = Wire['GradientComparison'];
export type LossPaths = Wire['LossPaths'];
export type LossPath = Wire['LossPath'];
export type Values = Wire['SessionValues'];
export type Losses = Wire['Losses'];
export type LossPoint = Wire['LossPoint'];
export type Accuracies = Wire['Accuracies'];
export type AccuracyPoint = Wire['AccuracyPoint'];
export type Check = Wire['PublishedCheck'];
export type Divergence = Wire['Divergence'];
export type DivergenceAccount = Wire['DivergenceAccount'];
export type SaturationReport = Wire['SaturationReport'];
/** A preset of the menu: its title and story are among the messages, the text that it follows is there where the page begins with it. */
export type PresetSummary = Omit<Wire['PresetSummary'], 'title' | 'summary' | 'figures' | 'source'> & Partial<Pick<Wire['PresetSummary'], 'source'>>;
export type LossInfo = Wire['LossInfo'];
export type DatasetInfo = Wire['DatasetInfo'];
/** The choices of the settings. */
export interface Choices {
  activations: Wire['ActivationInfo'][];
  losses: LossInfo[];
  initializers: Wire['InitializerInfo'][];
  optimizers: Wire['OptimizerInfo'][];
  schedules: Wire['ScheduleInfo'][];
}
export type Prediction = Wire['Prediction'];
export type WhatIf = Wire['WhatIf'];
export type GraphWhatIf = Wire['GraphWhatIf'];
export type AnyWhatIf = WhatIf | GraphWhatIf;
export type PlanePoints = Wire['PlanePoints'];
export type Link = Wire['Link'];
export type AddressQuery = Required<Wire['AddressQuery']>;
export type AddressWarning = Wire['AddressWarning'];
export type Begin = Partial<Omit<Wire['SessionCreate'], 'graph'>> & { graph?: ProgramSpec };
export type Lock = NonNullable<Wire['Spec']['lock']>[number];
export type RunState = Wire['SessionState']['state'];
/** `spec`: the settings of a session that can no longer be read. */
export type Problem = Wire['ProblemDetails'] & { spec?: Begin };

/** Requests may leave defaults out; answers have them. */
export type TrainingSpec = Required<Wire['TrainingSpec']>;
export type LayeredSpec = Wire['Spec'] & { training: TrainingSpec; lock: Lock[] };
/** Of a session whose model is a graph. */
export type GraphSpec = Omit<Wire['GraphSpec'], 'graph'> & { graph: ProgramSpec; training: Required<Wire['GraphTraining']>; lock: Lock[] };
export type Spec = LayeredSpec | GraphSpec;

export type Position = Omit<Wire['Position'], 'ordinal_of_phase'> & {
  ordinal_of_phase: Record<Phase, [first: number, end: number]>;
};

/** What the sessions of all models have. */
interface SessionState extends Omit<Wire['SessionState'], 'spec' | 'position' | 'parameters' | 'parameters_before' | 'values'> {
  position: Position;
  /** After an edit: the numbers that were known before it, and are not any more. */
  stale?: string[];
}

type Parameters = Wire['Parameters'];
export interface LayeredSession extends SessionState {
  spec: LayeredSpec;
  parameters: Parameters;
  parameters_before: Parameters | null;
  values: Values;
}

/** Leaves by name; numbers by ref. */
export interface GraphSession extends SessionState {
  spec: GraphSpec;
  parameters: Record<string, Tensor>;
  parameters_before: Record<string, Tensor> | null;
  values: Record<string, Nullable>;
}

export type Session = LayeredSession | GraphSession;

export type StepAnswer = Omit<Wire['StepAnswer'], 'position' | 'snapshot'> & {
  position: Position;
  snapshot: Session | null;
};

/** A moment that a step would lead to. */
export type ForeseenMoment = Omit<Wire['ForeseenMoment'], 'position' | 'snapshot'> & {
  position: Position;
  snapshot: Session | null;
};
export interface ForeseenMoments {
  on: ForeseenMoment[];
  back: ForeseenMoment[];
  boundary: boolean;
}

/** The length of a run of training, and the conditions that end it earlier. */
export type TrainCall = Partial<Omit<Wire['TrainCall'], 'revision'>>;
export type Stopped = Wire['TrainingReport']['stopped'];
export type TrainedSession = Session & { ran: Wire['TrainingReport'] };

/** The numbers of a network that an event of a run has. */
export type LayeredProgress = Pick<Values, 'x' | 'y' | 'z' | 'a' | 'loss_terms' | 'example_loss' | 'data_loss' | 'penalty' | 'loss'>;

/** An event of a run that is training. */
export interface TrainingProgress {
  revision: number;
  position: Position;
  done: number;
  wanted: number;
  examples: number;
  loss: Nullable;
  state: Session['state'];
  /** Those that the iteration was computed with. */
  parameters: Session['parameters'];
  values: LayeredProgress | GraphSession['values'];
  /** Null where it is the one that the last event had. */
  spec: Spec | null;
  edits: number;
  furthest: number;
  /** Points after iteration `since` (all of them after -1), and how far apart two points of a curve are by now. */
  curves: {
    since: number;
    losses: Record<keyof Losses, { every: number; points: LossPoint[] }>;
    accuracies: Record<keyof Accuracies, { every: number; points: AccuracyPoint[] }>;
  };
}

/** An event of a run that waits for its turn, with the number of runs before it. */
export interface QueuePlace {
  queued: number;
  done: number;
  wanted: number;
}

/** The folders of the catalogue that a page loads beside the first messages, each when it is needed. */
export type Folder = 'explanations' | 'graph' | 'later';

/** The data block of the page. */
export interface InitialData {
  session: Session;
  presets: PresetSummary[];
  /** The values of the address with defaults; `asked` are the names that it contains. */
  query: AddressQuery;
  asked: string[];
  /** Whether a first visit begins with the introduction here. */
  introduces?: boolean;
  warnings: AddressWarning[];
  /** The call that creates the session of the address. */
  begin: Begin;
  lang: string;
  root: string;
  /** The address of the whole application, as learners see it. */
  home: string;
  /** The messages of `lang`; null in a frame, which loads them from the built page, shared by all frames. */
  messages: string | null;
  /** The folders of messages that are among the first here: those that the first step needs beside those of every first step. */
  further?: Folder[];
  /** The message with the text beside its preset. */
  story?: string;
  /** The lesson that the page teaches, in `lang`. */
  lesson?: Wire['LessonAnswer'] | null;
  /** The description of its program, where its session is a graph. */
  program?: ProgramDescription | null;
}
