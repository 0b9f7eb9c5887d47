/** What the learner did last in a view, which a lesson waits for, and what a lesson asks a view to do. */
export class LearnerSignals {
  /** Such as `race`; null until something was done in this session and passage. */
  lastAction: string | null = $state(null);
  /** What a view is asked to do by itself; null once it is done. */
  requestedAction: string | null = $state(null);

  record(action: string): void {
    this.lastAction = action;
    if (this.requestedAction === action) this.requestedAction = null;
  }

  request(action: string): void {
    this.requestedAction = action;
  }

  /** Another session or passage begins: earlier actions do not count for it. */
  forget(): void {
    this.lastAction = null;
    this.requestedAction = null;
  }
}
