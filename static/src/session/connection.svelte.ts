import type { Api } from '../wire/client.ts';
import { Refused, RetryLater } from '../wire/errors.ts';
import type { Begin, Problem, Session, StepAnswer } from '../wire/types.ts';
import type { SessionView } from './sessionView.svelte.ts';
import { Dropped, Queue, type Clock } from './queue.ts';
import { renewal, renewed, type Renewal, type Renewed } from './renewal.ts';
import type { PendingRetry, Retry } from './retry.ts';

export type Answer = StepAnswer | Session;
export type Call = (id: string, revision: number) => Promise<Answer>;

/** Where a session starts and its id is kept between visits, and what follows a change. */
export interface ConnectionHooks {
  begin(): Begin;
  kept(): string | null;
  keep(id: string | null): void;
  changed(): void;
}

const isSession = (answer: Answer): answer is Session => 'values' in answer && 'parameters' in answer && 'spec' in answer;

/**
 * The connection to the session on the server. Every change goes through one queue, one request at a time, with the
 * revision that it is meant for. Errors are recovered from here, or become a problem that the page shows.
 */
export class Connection {
  busy = $state(false);
  online = $state(true);
  problem: Problem | null = $state.raw(null);
  #retry: Retry | null = $state.raw(null);
  /** What a renewed session kept of the one that expired; null unless something was lost. */
  renewed: Renewed | null = $state(null);
  /** Increases whenever iterations are counted from 0 again. */
  counting = 0;
  #queue: Queue;
  #id: string | null = null;
  /** Pending steps that the picture shows already. */
  #awaited = 0;
  /** The session that replaces an expired one, until it has reached the same moment. */
  #made: { old: string | null; id: string } | null = null;

  constructor(
    private readonly api: Api,
    private readonly view: SessionView,
    private readonly hooks: ConnectionHooks,
    clock: Clock,
    random: () => number,
  ) {
    this.#queue = new Queue(clock, random, ({ busy, online, retry }) => {
      this.busy = busy;
      this.online = online;
      this.#retry = retry;
    });
  }

  /** A change, or the creation of the session, that a busy server has delayed. */
  get retry(): PendingRetry | null {
    return this.#retry && { ...this.#retry, what: this.view.shown.id === null ? 'session' : 'change' };
  }

  /** The session as last confirmed by the server. */
  get confirmed(): Session {
    return this.view.confirmed;
  }

  /** The session as the page shows it. */
  get shown(): Session {
    return this.view.shown;
  }

  get id(): string | null {
    return this.#id;
  }

  /** Resume the kept session, or create one. */
  async begin(): Promise<void> {
    await this.#guard(() => this.#queue.add(() => this.#open()));
  }

  /** Leave this session for another; its late answers are dropped. */
  leave(): void {
    this.#queue.clear();
    this.#id = null;
    this.problem = null;
    this.renewed = null;
  }

  /** Load the session as another tab or a restart left it. */
  async reload(): Promise<void> {
    await this.act((id) => this.api.getSession(id));
  }

  dismissProblem(): void {
    this.problem = null;
  }

  dismissRenewed(): void {
    this.renewed = null;
  }

  hurry(): void {
    this.#queue.hurry();
  }

  /** Drop what waits: show the confirmed session, or load it where its state is unknown. */
  giveUp(): void {
    const unsure = this.#queue.giveUp();
    if (unsure && this.#id !== null) void this.reload();
  }

  /** Replace this session by another; if that is refused this one stays. */
  swap(make: () => Promise<Session>): Promise<boolean> {
    return this.#guard(() => this.#queue.add(async () => this.#take(await make(), false)));
  }

  act(call: Call): Promise<boolean> {
    return this.#send(call, false);
  }

  /** A step of one operation, shown at once if all pending steps before it are shown as well. */
  step(call: Call): Promise<boolean> {
    const foreseen = this.#queue.length === this.#awaited;
    if (foreseen) {
      this.#awaited += 1;
      this.view.expect();
    }
    return this.#send(call, foreseen);
  }

  /** The server has begun to send events. */
  confirmOnline(): void {
    this.#queue.confirmOnline();
  }

  /** Show an intermediate session of a run. */
  show(session: Session): void {
    if (session.id === this.#id) this.view.replace(session);
  }

  #send(call: Call, foreseen: boolean): Promise<boolean> {
    return this.#guard(() =>
      this.#queue.add(async (unsure) => {
        if (this.#id === null) await this.#open();
        const answer = await this.#insist(call, unsure);
        if (foreseen) this.#awaited -= 1;
        this.#take(answer, foreseen);
      }));
  }

  async #open(): Promise<void> {
    const id = this.hooks.kept();
    this.#adopt(await (id === null ? this.#create() : this.#resume(id)));
  }

  #create(): Promise<Session> {
    return this.api.createSession(this.hooks.begin());
  }

  async #resume(id: string): Promise<Session> {
    try {
      return await this.api.getSession(id);
    } catch (error) {
      if (!(error instanceof Refused && error.isGone)) throw error;
      const { spec } = error.problem;
      if (!spec) return this.#create();
      const made = await this.api.createSession(spec);
      this.renewed = 'spec';
      return made;
    }
  }

  #adopt(session: Session): void {
    this.#id = session.id;
    this.hooks.keep(session.id);
    this.view.replace(session);
    this.hooks.changed();
  }

  #take(answer: Answer, foreseen: boolean): void {
    this.problem = null;
    if (isSession(answer)) return this.#adopt(answer);
    this.view.advance(answer, foreseen);
    this.hooks.changed();
  }

  /** On a retry, 409 with revision + 1 means that the lost request was applied: load the session, do not step again. */
  async #insist(call: Call, unsure: boolean): Promise<Answer> {
    const id = this.#id ?? '';
    const { revision } = this.view.confirmed;
    try {
      return await call(id, revision);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.isGone) return this.#recreate(call);
      const ours = unsure && error.slug === 'stale-revision' && error.problem.revision === revision + 1;
      if (ours) return this.api.getSession(id);
      throw error;
    }
  }

  /** The session has expired: create it again at the same moment, then repeat the call. */
  async #recreate(call: Call): Promise<Answer> {
    const old = this.view.confirmed;
    const plan = renewal(old);
    const made = await this.#replacement(old, plan);
    // Adopted only at the same moment: if the connection breaks before, the old session is still known.
    const there = await this.#bring(made, plan);
    this.#made = null;
    this.#adopt(made);
    for (const answer of there) this.#take(answer, false);
    if (plan.edited) {
      this.renewed = renewed(old, this.view.confirmed);
      this.counting += 1;
    }
    return call(made.id ?? '', this.view.confirmed.revision);
  }

  /** The replacement of an expired session: a new one, or the one of an earlier try. */
  async #replacement(old: Session, { spec }: Renewal): Promise<Session> {
    if (this.#made?.old === old.id) return this.api.getSession(this.#made.id);
    const made = await this.api.createSession(spec);
    this.#made = { old: old.id, id: made.id ?? '' };
    return made;
  }

  /** Seek to the moment and select the example; returns the answers. */
  async #bring(made: Session, { moment: { iteration, step, focus } }: Renewal): Promise<Answer[]> {
    const id = made.id ?? '';
    const answers: Answer[] = [];
    try {
      if (iteration > 0 || step > 0) answers.push(await this.api.seek(id, iteration, step, made.revision));
      const { revision } = answers[0] ?? made;
      if (focus !== made.position.focus) answers.push(await this.api.edit(id, { revision, focus }));
    } catch (error) {
      if (error instanceof Refused && !(error instanceof RetryLater)) this.#adopt(made);
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
      this.#made = null;
      this.view.fallBack();
      if (error instanceof Dropped) return false;
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
      return false;
    }
  }
}
