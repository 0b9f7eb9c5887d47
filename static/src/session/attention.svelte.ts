import type { Operation } from '../wire/types.ts';

/** The number that the learner points at, and the one that is open in the inspector. */
export class Attention {
  pointed: string | null = $state(null);
  /** Numbers that a text speaks of: they stay lit. */
  marked: ReadonlySet<string> = $state.raw(new Set());
  selected: string | null = $state(null);
  /** The refs opened one from another, oldest first. */
  trail: string[] = $state.raw([]);
  explanation: Operation | null = $state.raw(null);
  #generation = 0;

  constructor(private readonly explain: (ref: string) => Promise<Operation | null>) {}

  /** Hover and focus: picture, formula and tables are highlighted together. */
  point(ref: string | null): void {
    this.pointed = ref;
  }

  mark(refs: readonly string[]): void {
    this.marked = new Set(refs);
  }

  open(ref: string): void {
    if (ref === this.selected) return;
    const before = this.trail.indexOf(ref);
    if (before >= 0) this.trail = this.trail.slice(0, before);
    else if (this.selected !== null) this.trail = [...this.trail, this.selected];
    this.#select(ref);
  }

  close(): void {
    this.trail = [];
    this.#select(null);
  }

  backOnTrail(): void {
    const ref = this.trail.at(-1) ?? null;
    this.trail = this.trail.slice(0, -1);
    this.#select(ref);
  }

  /** The session has changed: load the explanation of the open number again. */
  async refresh(): Promise<void> {
    const ref = this.selected;
    this.#generation += 1;
    if (ref === null) return;
    const generation = this.#generation;
    const explanation = await this.explain(ref).catch(() => null);
    if (generation === this.#generation) this.explanation = explanation;
  }

  #select(ref: string | null): void {
    this.selected = ref;
    this.explanation = null;
    void this.refresh();
  }
}
