/** What a learner pasted and drew: it stays while the page is open, whatever is closed and opened. */

/** Characters of a table; the server takes no more. */
export const MAX_TEXT = 1_000_000;

export interface OwnPoint {
  at: readonly [number, number];
  target: number;
}

class Own {
  text = $state('');
  points: readonly OwnPoint[] = $state.raw([]);

  add(point: OwnPoint): void {
    this.points = [...this.points, point];
  }

  undo(): void {
    this.points = this.points.slice(0, -1);
  }

  clear(): void {
    this.points = [];
  }
}

export const own = new Own();
