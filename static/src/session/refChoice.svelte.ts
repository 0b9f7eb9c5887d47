import type { Lab } from './lab.svelte.ts';

/** The number that a view is about: the one open in the inspector, until another is chosen in the view. */
export class RefChoice {
  #own: { ref: string; over: string | null } | null = $state.raw(null);

  /** `of` gets the number from the open ref; `all` are the possible ones, of which `otherwise` is the default. */
  constructor(
    private readonly lab: Lab,
    private readonly of: (ref: string | null) => string | null,
    private readonly all: () => readonly string[],
    private readonly otherwise = 0,
  ) {}

  get ref(): string {
    const { selected } = this.lab.attention;
    const all = this.all();
    const own = this.#own?.over === selected ? this.#own.ref : null;
    const wanted = own ?? this.of(selected);
    return wanted !== null && all.includes(wanted) ? wanted : (all[this.otherwise] ?? all[0] ?? '');
  }

  choose(ref: string): void {
    this.#own = { ref, over: this.lab.attention.selected };
  }
}
