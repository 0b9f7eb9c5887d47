/**
 * Numbers that stand in no place of a session, such as products, asked for one by one when they have not been seen. Only
 * what is computed for certain is asked for, so an answer stays true as long as `about` does.
 */
export class Fetched {
  #known: Readonly<Record<string, number>> = $state.raw({});
  #about = '';
  #asked = new Set<string>();

  valueOf(ref: string): number | null {
    return this.#known[ref] ?? null;
  }

  async want(about: string, refs: readonly string[], ask: (ref: string) => Promise<number | null>): Promise<void> {
    if (about !== this.#about) {
      this.#about = about;
      this.#asked.clear();
      this.#known = {};
    }
    const missing = refs.filter((ref) => !this.#asked.has(ref));
    for (const ref of missing) this.#asked.add(ref);
    const values = await Promise.all(missing.map((ref) => ask(ref).catch(() => null)));
    if (about !== this.#about) return;
    const found = missing.flatMap((ref, i) => (values[i] == null ? [] : [[ref, values[i]]]));
    if (found.length > 0) this.#known = { ...this.#known, ...(Object.fromEntries(found) as Record<string, number>) };
  }
}
