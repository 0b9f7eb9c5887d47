/** What the learner did in a view, told to a lesson that waits for it; and what a lesson asks a view to do by itself. */
export class Notes {
  /** The last thing done. */
  noted: string | null = $state(null);
  /** What a view is asked to do; null once it is done. */
  wished: string | null = $state(null);

  note(what: string): void {
    this.noted = what;
    if (this.wished === what) this.wished = null;
  }

  wish(what: string): void {
    this.wished = what;
  }

  /** Another session, or another passage: what was done before does not count. */
  forget(): void {
    this.noted = null;
    this.wished = null;
  }
}
