import type { Straight } from './geometry.ts';

/**
 * A line that is dragged: drawn at once, sent when it is released. One edit is in flight at a time; of later positions only
 * the newest is sent.
 */
export class Drawn {
  /** Null: the line is the network's. */
  held: Straight | null = $state.raw(null);
  #sending = false;

  constructor(private readonly send: (line: Straight) => Promise<boolean>) {}

  hold(line: Straight): void {
    this.held = line;
  }

  async release(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    let sent: Straight | null = null;
    while (this.held !== null && this.held !== sent) {
      sent = this.held;
      if (!(await this.send(sent))) break;
    }
    this.held = null;
    this.#sending = false;
  }
}
