import { isTemporary, Refused, Unreachable } from './errors.ts';
import { eventsOf } from './events.ts';
import type { SessionFile } from './files.ts';
import { httpClient, queryString } from './http.ts';
import type { LessonContent } from './lessons.ts';
import type { ProgramReading, ProgramSpec } from './program.ts';
import type { Question, QuestionSpec, Verdict } from './quiz.ts';
import type {
  AnyWhatIf, Begin, Choices, DivergenceAccount, Explanation, ForeseenMoments, GradientChecks, Known, LayeredSpec, Link, LossPaths, PhaseUnit,
  Problem, QueuePlace, SaturationReport, Session, Spec, StepAnswer, TrainCall, TrainedSession, TrainingProgress, TrainingSpec, Unit,
} from './types.ts';

export interface Edit {
  revision?: number;
  parameters?: Record<string, number>;
  data?: Record<string, number>;
  focus?: number;
  training?: Partial<TrainingSpec>;
  network?: Record<string, unknown>;
  dataset?: Record<string, unknown>;
  names?: Partial<NonNullable<LayeredSpec['names']>>;
  graph?: Partial<ProgramSpec>;
}

/** The path of a session. */
export const sessionPath = (id: string): string => `/sessions/${encodeURIComponent(id)}`;

/**
 * The endpoints of sessions, and `get`, `post` and `file` for those of one view or sheet, whose functions stand beside
 * it (`endpoint.ts`).
 */
export function connect(root: string, send: typeof fetch = (...request) => fetch(...request)) {
  const { stream, call, get, post, file } = httpClient(root, send);
  const path = sessionPath;

  return {
    get,
    post,
    file,
    createSession: (begin: Partial<Spec> | Begin) => post<Session>('/sessions', begin),
    /** What a program means, without a session. */
    describeProgram: (program: ProgramSpec) => post<ProgramReading>('/graph', program),
    getSession: (id: string) => get<Session>(path(id)),
    link: (id: string) => get<Link>(`${path(id)}/link`),
    step: (id: string, unit: Unit, revision: number, known: Known, count = 1) => post<StepAnswer>(`${path(id)}/step`, { unit, count, revision, known }),
    back: (id: string, unit: Unit, revision: number, known: Known, count = 1) => post<StepAnswer>(`${path(id)}/back`, { unit, count, revision, known }),
    /** Where steps from a moment lead, without making them. */
    foreseen: (id: string, unit: Unit, iteration: number, step: number) =>
      get<ForeseenMoments>(`${path(id)}/foreseen?${queryString({ unit, iteration, step })}`),
    forward: (id: string, unit: PhaseUnit, revision: number, known: Known) => post<StepAnswer>(`${path(id)}/forward`, { unit, revision, known }),
    backward: (id: string, unit: PhaseUnit, revision: number, known: Known) => post<StepAnswer>(`${path(id)}/backward`, { unit, revision, known }),
    update: (id: string, unit: PhaseUnit, revision: number, known: Known) => post<StepAnswer>(`${path(id)}/update`, { unit, revision, known }),
    seek: (id: string, iteration: number, step: number | null, revision: number, known: Known) =>
      post<StepAnswer | Session>(`${path(id)}/seek`, { iteration, step, revision, known }),
    /** `report` gets each event while the run goes on or waits for its turn; `signal` closes the connection, which stops the run. */
    train: async (id: string, run: TrainCall, revision: number | undefined, report: (progress: TrainingProgress | QueuePlace) => void, signal: AbortSignal) => {
      const response = await stream(`${path(id)}/train`, { ...run, revision }, { signal, accept: 'text/event-stream' });
      for await (const event of eventsOf(response, (reason) => new Unreachable(String(reason)))) {
        if (event.name === 'progress') report(event.data as TrainingProgress | QueuePlace);
        // A run that a temporary problem ends may be resumed, as after a connection that broke.
        if (event.name === 'problem' && isTemporary(event.data as Problem)) throw new Unreachable((event.data as Problem).detail);
        if (event.name === 'problem') throw new Refused(event.data as Problem);
        if (event.name === 'done') return event.data as TrainedSession;
      }
      throw new Unreachable('the connection closed before the run ended');
    },
    /** Ends a run whose server has not noticed yet that its connection is closed. */
    stop: (id: string) => post<Session>(`${path(id)}/stop`, {}),
    edit: (id: string, edit: Edit) => call<Session>('PATCH', path(id), edit),
    reset: (id: string, revision: number) => post<Session>(`${path(id)}/reset`, { revision }),
    /** Back to the initial weights, with the settings as they are. */
    rewind: (id: string, revision: number) => post<Session>(`${path(id)}/rewind`, { revision }),
    /** Back to the start, with other initial weights. */
    newWeights: (id: string, revision: number) => post<Session>(`${path(id)}/new-weights`, { revision }),
    importSession: (session: SessionFile) => post<Session>('/sessions/import', session),
    importParameters: (id: string, parameters: Blob, revision: number) =>
      post<Session>(`${path(id)}/import/safetensors?revision=${revision}`, parameters),
    choices: async (): Promise<Choices> => {
      const [activations, losses, initializers, optimizers, schedules] = await Promise.all([
        get<Choices['activations']>('/activations'),
        get<Choices['losses']>('/losses'),
        get<Choices['initializers']>('/initializers'),
        get<Choices['optimizers']>('/optimizers'),
        get<Choices['schedules']>('/schedules'),
      ]);
      return { activations, losses, initializers, optimizers, schedules };
    },
    explain: (id: string, ref: string) => get<Explanation>(`${path(id)}/explain?${queryString({ ref })}`),
    whatIf: (id: string, ref: string, value: number) => get<AnyWhatIf>(`${path(id)}/what-if?${queryString({ ref, value })}`),
    gradientCheck: (id: string, ref: string) => get<GradientChecks>(`${path(id)}/gradient-check?${queryString({ ref })}`),
    gradientChecks: (id: string) => get<GradientChecks>(`${path(id)}/gradient-check`),
    paths: (id: string, ref: string) => get<LossPaths>(`${path(id)}/paths?${queryString({ ref })}`),
    saturation: (id: string) => get<SaturationReport>(`${path(id)}/saturation`),
    divergence: (id: string) => get<DivergenceAccount>(`${path(id)}/divergence`),
    /** A lesson in a language, without the answers to its questions. */
    lesson: (slug: string, lang: string) => get<LessonContent>(`/lessons/${encodeURIComponent(slug)}?${queryString({ lang })}`),
    question: (id: string, { ref, ask, other, among, later = 0 }: QuestionSpec) =>
      get<Question>(`${path(id)}/question?${queryString({ ref, ask, later, other, among })}`),
    answer: (id: string, question: QuestionSpec, text: string, show: boolean) =>
      post<Verdict>(`${path(id)}/answer`, { ...question, text, show }),
  };
}

export type Api = ReturnType<typeof connect>;
