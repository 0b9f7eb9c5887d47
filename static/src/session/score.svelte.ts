/** How a question ended. */
export interface Outcome {
  correct: boolean;
  /** The answer was shown on request. */
  shown: boolean;
  tries: number;
}

/** What is counted of a learner's predictions. */
export interface Tally {
  asked: number;
  right: number;
  streak: number;
  seconds: number;
}

/** How well a learner predicts, in one session or one lesson. */
export class Score {
  /** Questions that were answered at least once. */
  asked = $state(0);
  /** Of those, answered correctly in the end without being shown. */
  right = $state(0);
  /** Consecutive questions answered correctly at the first try. */
  streak = $state(0);
  /** Time spent on them. */
  seconds = $state(0);

  judged({ correct, shown, tries }: Outcome, seconds: number): void {
    if (tries === 1) this.asked += 1;
    const right = correct && !shown;
    if (right) this.right += 1;
    this.streak = right && tries === 1 ? this.streak + 1 : 0;
    this.seconds += seconds;
  }

  /** Continue an earlier score. */
  resume({ asked, right, streak, seconds }: Tally): void {
    Object.assign(this, { asked, right, streak, seconds });
  }

  get now(): { asked: number; right: number; streak: number } {
    return { asked: this.asked, right: this.right, streak: this.streak };
  }
}
