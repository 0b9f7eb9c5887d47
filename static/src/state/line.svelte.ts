import { Refused, type Api } from '../api/client.ts';
import type { Begin, Problem, Session, StepAnswer } from '../api/types.ts';
import type { Moment } from './moment.svelte.ts';
import { Dropped, Queue, type Clock } from './queue.ts';
import { renewal, renewed, type Renewal, type Renewed } from './renewal.ts';

export type Answer = StepAnswer | Session;
export type Ask = (id: string, revision: number) => Promise<Answer>;

/** Where a session's id is kept between visits, and whom to tell that the moment changed. */
export interface Keeper {
  begin(): Begin;
  kept(): string | null;
  keep(id: string | null): void;
  changed(): void;
}

const isSession = (answer: Answer): answer is Session => 'values' in answer && 'parameters' in answer && 'spec' in answer;

/**
 * The line to the session on the server: everything that changes it goes through one queue, one request at a time,
 * each with the revision it is meant for. What goes wrong on the way is put right here, or becomes a problem to show.
 */
export class Line {
  busy = $state(false);
  online = $state(true);
  problem: Problem | null = $state.raw(null);
  /** An edited session expired; what the one in its place keeps of it. */
  renewed: Renewed | null = $state(null);
  /** Goes up whenever iterations are counted anew. */
  counting = 0;
  #queue: Queue;
  #id: string | null = null;
  /** Steps on their way that the picture shows already. */
  #awaited = 0;

  constructor(
    private readonly api: Api,
    private readonly moment: Moment,
    private readonly keeper: Keeper,
    clock: Clock,
  ) {
    this.#queue = new Queue(clock, ({ busy, online }) => {
      this.busy = busy;
      this.online = online;
    });
  }

  get id(): string | null {
    return this.#id;
  }

  /** Resume the session that was kept, or make one. */
  async begin(): Promise<void> {
    await this.#guard(() => this.#queue.add(() => this.#open()));
  }

  /** Another session is wanted: late answers of this one are dropped. */
  leave(): void {
    this.#queue.clear();
    this.#id = null;
    this.problem = null;
    this.renewed = null;
  }

  hurry(): void {
    this.#queue.hurry();
  }

  /** Another session in place of this one, which stays where the other cannot be made. */
  swap(make: () => Promise<Session>): Promise<boolean> {
    return this.#guard(() => this.#queue.add(async () => this.#take(await make(), false)));
  }

  act(ask: Ask): Promise<boolean> {
    return this.#send(ask, false);
  }

  /** A single operation, drawn at once where everything before it that still waits was drawn at once as well. */
  step(ask: Ask): Promise<boolean> {
    const foreseen = this.#queue.length === this.#awaited;
    if (foreseen) {
      this.#awaited += 1;
      this.moment.expect();
    }
    return this.#send(ask, foreseen);
  }

  /** The session on its way through something long: what is confirmed so far. */
  show(session: Session): void {
    if (session.id === this.#id) this.moment.replace(session);
  }

  #send(ask: Ask, foreseen: boolean): Promise<boolean> {
    return this.#guard(() =>
      this.#queue.add(async (attempt) => {
        if (this.#id === null) await this.#open();
        const answer = await this.#insist(ask, attempt);
        if (foreseen) this.#awaited -= 1;
        this.#take(answer, foreseen);
      }));
  }

  async #open(): Promise<void> {
    const id = this.keeper.kept();
    this.#adopt(await (id === null ? this.#create() : this.#resume(id)));
  }

  #create(): Promise<Session> {
    return this.api.createSession(this.keeper.begin());
  }

  async #resume(id: string): Promise<Session> {
    try {
      return await this.api.getSession(id);
    } catch (error) {
      if (error instanceof Refused && error.slug === 'not-found') return this.#create();
      throw error;
    }
  }

  #adopt(session: Session): void {
    this.#id = session.id;
    this.keeper.keep(session.id);
    this.moment.replace(session);
    this.keeper.changed();
  }

  #take(answer: Answer, foreseen: boolean): void {
    this.problem = null;
    if (isSession(answer)) return this.#adopt(answer);
    this.moment.advance(answer, foreseen);
    this.keeper.changed();
  }

  /** A step whose answer was lost on the way may have been done: then the session already stands where it leads. */
  async #insist(ask: Ask, attempt: number): Promise<Answer> {
    const id = this.#id ?? '';
    const { revision } = this.moment.confirmed;
    try {
      return await ask(id, revision);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.slug === 'not-found') return this.#recreate(ask);
      const ours = attempt > 0 && error.slug === 'stale-revision' && error.problem.revision === revision + 1;
      if (ours) return this.api.getSession(id);
      throw error;
    }
  }

  /** The session expired: the same network at the same moment, and then what was asked. */
  async #recreate(ask: Ask): Promise<Answer> {
    const old = this.moment.confirmed;
    const plan = renewal(old);
    const made = await this.api.createSession(plan.spec);
    // Taken over only once it stands where the old one stood: a line that breaks here finds the old one still.
    const there = await this.#bring(made, plan);
    this.#adopt(made);
    for (const answer of there) this.#take(answer, false);
    if (plan.edited) {
      this.renewed = renewed(old, this.moment.confirmed);
      this.counting += 1;
    }
    return ask(made.id ?? '', this.moment.confirmed.revision);
  }

  /** Take a session to its moment; the answers on the way. */
  async #bring(made: Session, { moment: { iteration, step, focus } }: Renewal): Promise<Answer[]> {
    const id = made.id ?? '';
    const answers: Answer[] = [];
    try {
      if (iteration > 0 || step > 0) answers.push(await this.api.seek(id, iteration, step, made.revision));
      const { revision } = answers[0] ?? made;
      if (focus !== made.position.focus) answers.push(await this.api.edit(id, { revision, focus }));
    } catch (error) {
      if (error instanceof Refused) this.#adopt(made);
      throw error;
    }
    return answers;
  }

  async #guard(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#awaited = 0;
      this.moment.fallBack();
      if (error instanceof Dropped) return false;
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
      return false;
    }
  }
}
