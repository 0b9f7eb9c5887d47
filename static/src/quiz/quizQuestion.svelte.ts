import type { Api } from '../wire/client.ts';
import { Refused, Unreachable } from '../wire/errors.ts';
import type { AskName, Question, Verdict, QuestionSpec } from '../wire/quiz.ts';
import type { Problem } from '../wire/types.ts';
import type { Lab } from '../session/lab.svelte.ts';
import type { Outcome } from '../session/score.svelte.ts';

const SILENT: Problem = {
  type: '/problems/unreachable', title: '', status: 0, detail: '', message: { key: 'quiz-offline', args: {} },
};

/** Whether the formula is shown: one of constants alone is the answer, and of several numbers it would be that of one. */
export const showsFormula = ({ ask, operands }: Pick<Question, 'ask' | 'operands'>): boolean => ask !== 'which' && operands.length > 0;

/** One question to a learner: its text, the verdict on the last answer, and how many tries it took. */
export class QuizQuestion {
  question: Question | null = $state.raw(null);
  verdict: Verdict | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  tries = $state(0);
  outcome: Outcome | null = $state.raw(null);
  waiting = $state(false);
  #spec: QuestionSpec;
  #since: number;

  constructor(private readonly lab: Lab, spec: QuestionSpec, private readonly now: () => number) {
    this.#spec = spec;
    this.#since = now();
  }

  /** Load the question, or a question about the same number in another way. */
  async put(ask: AskName = this.#spec.ask): Promise<void> {
    this.#spec = { ...this.#spec, ask };
    if (this.lab.session.id === null && !(await this.lab.connection.begin())) {
      this.problem = this.lab.connection.problem ?? SILENT;
      return;
    }
    // A form without its words would be buttons without a name.
    const [question] = await Promise.all([this.#call((api, id) => api.question(id, this.#spec)), this.lab.settings.load('all')]);
    if (question?.ask === this.#spec.ask) this.question = question;
  }

  /** Returns the outcome; null while the question may be tried again. */
  async answer(text: string, show = false): Promise<Outcome | null> {
    if (this.waiting || this.outcome) return null;
    this.waiting = true;
    try {
      const verdict = await this.#call((api, id) => api.answer(id, this.#spec, text, show));
      if (verdict) await this.#judged(verdict, show);
    } finally {
      this.waiting = false;
    }
    return this.outcome;
  }

  async #judged(verdict: Verdict, shown: boolean): Promise<void> {
    this.tries += 1;
    const now = this.now();
    const seconds = (now - this.#since) / 1000;
    this.#since = now;
    const { correct } = verdict;
    const outcome = { correct: correct && !shown, shown, tries: this.tries };
    this.verdict = verdict;
    await this.lab.judge(verdict, outcome, seconds);
    if (correct || shown) this.outcome = outcome;
  }

  /** Calls the server; a refusal or no answer becomes the problem. An expired session is renewed first. */
  async #call<T>(ask: (api: Api, id: string) => Promise<T>, renewing = true): Promise<T | null> {
    try {
      const answer = await this.lab.query(ask);
      this.problem = null;
      return answer;
    } catch (error) {
      if (error instanceof Unreachable) this.problem = SILENT;
      else if (!(error instanceof Refused)) throw error;
      else if (error.isGone && renewing) {
        await this.lab.connection.reload();
        return this.#call(ask, false);
      } else this.problem = error.problem;
      return null;
    }
  }
}
