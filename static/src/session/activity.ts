/** What is under way between the page and the server: the one state machine that notices and buttons follow. */
import type { Retry } from './retry.ts';

/** What a request is for. */
export type Task = 'opening' | 'stepping' | 'seeking' | 'changing' | 'training';

/**
 * `idle`: nothing is under way. A task: its request is sent. `slow`: no answer yet, longer than usual. `postponed`: the server is
 * busy, the request is sent again after a pause. `offline`: no server is reached, the request is sent again and again.
 * `expired`: the server no longer has the session, which is created again.
 */
export type State = 'idle' | Task | 'slow' | 'postponed' | 'offline' | 'expired';

/**
 * `begun`: a request is sent for a task. `delayed`: it is not answered in the usual time. `postponed` (with the pause),
 * `unreachable`, `gone`: how it failed, to be sent again. `answered`: the server works on it, or has ended it. `ended`: nothing waits.
 */
export type ActivityEvent =
  | { name: 'begun'; task: Task }
  | { name: 'postponed'; retry: Retry }
  | { name: 'delayed' | 'unreachable' | 'gone' | 'answered' | 'ended' };

export interface Activity {
  state: State;
  /** What goes on once nothing is in its way; null while idle. */
  task: Task | null;
  /** The pause of a postponed request. */
  retry: Retry | null;
}

export const IDLE: Activity = { state: 'idle', task: null, retry: null };

type Next = State | 'the task';
type EventName = ActivityEvent['name'];

const TASKS: readonly Task[] = ['opening', 'stepping', 'seeking', 'changing', 'training'];
const UNDER_WAY: Partial<Record<EventName, Next>> = {
  begun: 'the task', delayed: 'slow', postponed: 'postponed', unreachable: 'offline', gone: 'expired', answered: 'the task', ended: 'idle',
};
/** A request that is repeated is no news until it is answered. */
const HINDERED: Partial<Record<EventName, Next>> = {
  postponed: 'postponed', unreachable: 'offline', gone: 'expired', answered: 'the task', ended: 'idle',
};

/** Where each event leads; an event that is not named leaves the state as it is. `docs/page-states.md` draws this table. */
export const TRANSITIONS: Readonly<Record<State, Partial<Record<EventName, Next>>>> = {
  idle: { begun: 'the task' },
  ...(Object.fromEntries(TASKS.map((task) => [task, UNDER_WAY])) as Record<Task, typeof UNDER_WAY>),
  slow: HINDERED,
  postponed: HINDERED,
  offline: HINDERED,
  expired: HINDERED,
};

export function after(now: Activity, event: ActivityEvent): Activity {
  const next = TRANSITIONS[now.state][event.name];
  if (next === undefined) return now;
  if (next === 'idle') return IDLE;
  const task = event.name === 'begun' ? event.task : now.task;
  return { state: next === 'the task' ? (task ?? 'idle') : next, task, retry: event.name === 'postponed' ? event.retry : null };
}
