import type { Api } from '../wire/client.ts';
import { Refused, RetryLater } from '../wire/errors.ts';
import type { Session, StepAnswer } from '../wire/types.ts';
import { knownOperations } from './knownOperations.ts';
import { renewal, type Renewal } from './renewal.ts';

/** A session that takes the place of an expired one, and the answers that lead to the same moment. */
export interface RenewedSession {
  made: Session;
  answers: (StepAnswer | Session)[];
  plan: Renewal;
}

/** Creates an expired session again, at the same moment. */
export class Renewing {
  /** The session that replaces an expired one, until it has reached the same moment. */
  #made: { old: string | null; id: string } | null = null;

  constructor(private readonly api: Api) {}

  /** If the connection breaks before the end, the next try goes on with the session that was made. */
  async replace(old: Session, refused: (made: Session) => void): Promise<RenewedSession> {
    const plan = renewal(old);
    const made = await this.#create(old, plan);
    try {
      const answers = await this.#bring(made, plan);
      this.#made = null;
      return { made, answers, plan };
    } catch (error) {
      if (error instanceof Refused && !(error instanceof RetryLater)) refused(made);
      throw error;
    }
  }

  forget(): void {
    this.#made = null;
  }

  async #create(old: Session, { spec }: Renewal): Promise<Session> {
    if (this.#made?.old === old.id) return this.api.getSession(this.#made.id);
    const made = await this.api.createSession(spec);
    this.#made = { old: old.id, id: made.id ?? '' };
    return made;
  }

  /** Seek to the moment and select the example. */
  async #bring(made: Session, { moment: { iteration, step, focus } }: Renewal): Promise<(StepAnswer | Session)[]> {
    const id = made.id ?? '';
    const answers: (StepAnswer | Session)[] = [];
    if (iteration > 0 || step > 0) answers.push(await this.api.seek(id, iteration, step, made.revision, knownOperations(made)));
    const { revision } = answers[0] ?? made;
    if (focus !== made.position.focus) answers.push(await this.api.edit(id, { revision, focus }));
    return answers;
  }
}
