import type { Api } from '../wire/client.ts';
import { Refused } from '../wire/errors.ts';
import type { Problem, Session } from '../wire/types.ts';
import { after, IDLE, type Activity, type Task } from './activity.ts';
import { isSession, type Answer, type Call, type Change, type Move } from './change.ts';
import type { Clock } from './clock.ts';
import { knownOperations } from './knownOperations.ts';
import { opened, type ConnectionHooks } from './opening.ts';
import { Dropped, Queue } from './queue.ts';
import { renewed, type Renewed } from './renewal.ts';
import { Renewing } from './renewing.ts';
import type { PendingRetry } from './retry.ts';
import type { SessionView } from './sessionView.svelte.ts';

const SERVER_ERROR = 500;

/**
 * The connection to the session on the server. Every change goes through one queue, one request at a time, with the
 * revision that it is meant for. Errors are recovered from here, or become a problem that the page shows.
 */
export class Connection {
  activity: Activity = $state.raw(IDLE);
  problem: Problem | null = $state.raw(null);
  /** What a renewed session kept of the one that expired; null unless something was lost. */
  renewed: Renewed | null = $state(null);
  /** Increases whenever iterations are counted from 0 again. */
  counting = 0;
  #queue: Queue;
  #id: string | null = null;
  #renewing: Renewing;
  /** The last change in the queue. */
  #last: Change | null = null;
  /** After an error of the server: whether the change was made is not known until the session is loaded. */
  isUnknown = $state(false);
  #isLooking = false;

  constructor(
    private readonly api: Api,
    private readonly view: SessionView,
    private readonly hooks: ConnectionHooks,
    clock: Clock,
    random: () => number,
  ) {
    this.#renewing = new Renewing(api);
    this.#queue = new Queue(clock, random, (event) => {
      this.activity = after(this.activity, event);
      if (event.name === 'answered') hooks.reached();
    });
  }

  get busy(): boolean { return this.activity.state !== 'idle'; }
  get online(): boolean { return this.activity.state !== 'offline'; }

  /** A change, or the creation of the session, that a busy server has delayed. */
  get retry(): PendingRetry | null {
    const { retry } = this.activity;
    return retry && { ...retry, what: this.view.shown.id === null ? 'session' : 'change' };
  }

  /** The session as last confirmed by the server. */
  get confirmed(): Session { return this.view.confirmed; }

  /** The session as the page shows it. */
  get shown(): Session { return this.view.shown; }

  get id(): string | null { return this.#id; }

  /** There is a session: that of this page, else the kept one, else a new one. False where it was refused. */
  begin(): Promise<boolean> {
    return this.#guard(() => this.#queue.add('opening', () => this.#open()));
  }

  /** Leave this session for another; its late answers are dropped. Returns what goes back to it as the server has confirmed it. */
  leave(): () => void {
    const id = this.#id;
    this.#queue.clear();
    this.#forgetPending();
    this.#id = null;
    this.problem = null;
    this.renewed = null;
    return () => (this.#id = id);
  }

  /** Load the session as another tab or a restart left it. */
  reload(): Promise<boolean> {
    return this.act((id) => this.api.getSession(id), 'opening');
  }

  dismissProblem(): void { this.problem = null; }
  dismissRenewed(): void { this.renewed = null; }
  /** Repeat what waits now. */
  hurry(): void { this.#queue.hurry(); }

  /** Drop what waits: show the confirmed session, or load it where its state is unknown. */
  giveUp(): void {
    const unsure = this.#queue.giveUp();
    this.#forgetPending();
    if (unsure && this.#id !== null) void this.reload();
  }

  /** Replace this session by another; if that is refused this one stays. */
  swap(make: () => Promise<Session>): Promise<boolean> {
    this.#last = null;
    this.view.expect(null);
    return this.#guard(() => this.#queue.add('opening', async () => this.#adopt(await make(), 1)));
  }

  act(call: Call, task: Task = 'changing'): Promise<boolean> {
    return this.send({ task, call, move: null, count: 1 });
  }

  /** A change of the session; a step is shown at once where it is known where it leads. */
  send(change: Change): Promise<boolean> {
    this.#last = change;
    this.view.expect(change.move);
    return this.#guard(() => this.#queue.add(change.task, async (unsure) => {
      await this.#open();
      if (this.isUnknown) this.#take(await this.#insist((id) => this.api.getSession(id), false), 0);
      this.#take(await this.#insist(change.call, unsure), change.count);
      this.problem = null;
    }));
  }

  /** Whether a change is the last that waits, and may grow. */
  isLast(change: Change): boolean { return this.#last === change; }

  /** The last change has grown by a step. */
  expect(move: Move): void { this.view.expect(move); }

  /** The server has begun to send events. */
  confirmOnline(): void { this.#queue.confirmOnline(); }

  /** Show an intermediate session of a run. */
  show(session: Session): void {
    if (session.id === this.#id) this.view.replace(session);
  }

  async #open(): Promise<void> {
    if (this.#id !== null) return;
    this.#adopt(await opened(this.api, this.hooks, () => (this.renewed = 'spec')), 0);
    this.problem = null;
  }

  /** A whole session, which answers the first `count` pending changes. */
  #adopt(session: Session, count: number): void {
    this.#id = session.id;
    this.isUnknown = false;
    this.hooks.keep(session.id);
    this.view.replace(session, count);
    this.hooks.changed();
  }

  #take(answer: Answer, count: number): void {
    if (isSession(answer)) return this.#adopt(answer, count);
    this.view.confirm(answer, count);
    this.hooks.changed();
  }

  /** On a retry, 409 with revision + 1 means that the lost request was applied: load the session, do not step again. */
  async #insist(call: Call, unsure: boolean): Promise<Answer> {
    const id = this.#id ?? '';
    const { revision } = this.view.confirmed;
    try {
      return await call(id, revision, knownOperations(this.view.confirmed));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.isGone) return this.#renew(call);
      const ours = unsure && error.slug === 'stale-revision' && error.problem.revision === revision + 1;
      if (ours) return this.api.getSession(id);
      throw error;
    }
  }

  /** The session has expired: create it again at the same moment, then repeat the call. */
  async #renew(call: Call): Promise<Answer> {
    this.activity = after(this.activity, { name: 'gone' });
    const old = this.view.confirmed;
    const { made, answers, plan } = await this.#renewing.replace(old, (refused) => this.#adopt(refused, 0));
    this.#adopt(made, 0);
    for (const answer of answers) this.#take(answer, 0);
    if (plan.edited) {
      this.renewed = renewed(old, this.view.confirmed);
      this.counting += 1;
    }
    return call(made.id ?? '', this.view.confirmed.revision, knownOperations(this.view.confirmed));
  }

  #forgetPending(): void {
    this.#last = null;
    this.#renewing.forget();
    this.view.fallBack();
  }

  async #guard(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      // What waited behind a refusal went with it: nothing of it is pending any more.
      if (error instanceof Dropped) return false;
      this.#forgetPending();
      if (!(error instanceof Refused)) throw error;
      this.problem = error.problem;
      if (error.problem.status >= SERVER_ERROR) void this.#look(error.problem);
      return false;
    }
  }

  /** Load the session once; if that fails too, it is loaded before the next change. */
  async #look(problem: Problem): Promise<void> {
    if (this.#id === null) return;
    this.isUnknown = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    await this.reload();
    this.#isLooking = false;
    this.problem ??= problem;
  }
}
