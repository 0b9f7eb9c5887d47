import type { Attachment } from 'svelte/attachments';

/** Rows up to which a table is drawn whole, and rows of each part of a larger one. */
export const WHOLE = 120;
export const PART = 40;

/** Items in parts; all in one where they are few. */
export function chunksOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= WHOLE) return [items];
  return Array.from({ length: Math.ceil(items.length / PART) }, (_, part) => items.slice(part * PART, (part + 1) * PART));
}

/** Which parts of a long table are in sight: only their rows are drawn, the others are empty space of the same height. */
export class RowWindow {
  /** Pixels; that of the rows that are drawn. */
  rowHeight = $state(24);
  #inSight: ReadonlySet<number> = $state.raw(new Set([0]));

  isDrawn(part: number): boolean {
    return this.#inSight.has(part);
  }

  /** Follows whether a part is in sight. */
  watch(part: number): Attachment<HTMLElement> {
    return (element) => {
      const observer = new IntersectionObserver((entries) => {
        // The first part is drawn before anything is in sight: by its rows the table has its height from the beginning.
        const { rows } = element as HTMLTableSectionElement;
        if (this.isDrawn(part) && rows.length > 1) this.rowHeight = element.offsetHeight / rows.length;
        const isInSight = entries.at(-1)?.isIntersecting ?? false;
        const others = [...this.#inSight].filter((other) => other !== part);
        this.#inSight = new Set(isInSight ? [...others, part] : others);
      }, { rootMargin: '200px 0px' });
      observer.observe(element);
      return () => observer.disconnect();
    };
  }
}
