import { isObject } from '../../wire/json.ts';

/** Where the learner is in the frame, as far as its messages say: for a frame that has to be loaded again. */
export class Place {
  #at: { iteration: number; step: number; focus: number } | null = null;
  #state = '';

  /** From the position in a message. */
  note(position: unknown): void {
    if (!isObject(position)) return;
    const [iteration, step, focus] = [position.iteration, position.step, position.focus].map(Number) as [number, number, number];
    if ([iteration, step, focus].every(Number.isSafeInteger)) this.#at = { iteration, step, focus };
  }

  /** The whole moment after an edit; null where it is too much for an address. */
  keep(state: unknown): void {
    this.#state = typeof state === 'string' ? state : '';
  }

  forget(): void {
    this.#at = null;
    this.#state = '';
  }

  /** Whether there was an edit. */
  get isEdited(): boolean {
    return this.#state !== '';
  }

  /** The values of an address that lead here. */
  get values(): Record<string, string> {
    if (this.#state) return { state: this.#state };
    return Object.fromEntries(Object.entries(this.#at ?? {}).map(([name, value]) => [name, String(value)]));
  }

  /** The moment itself, for a frame that has opened a `state`, which begins at a place of its own. */
  get moment(): { iteration: number; step: number } | null {
    return this.#at && { iteration: this.#at.iteration, step: this.#at.step };
  }
}
