/** What a learner pasted and drew: kept while the page is open, also while the sheet is closed. */

export interface DraftPoint {
  at: readonly [number, number];
  target: number;
}

class DraftData {
  text = $state('');
  points: readonly DraftPoint[] = $state.raw([]);

  add(point: DraftPoint): void {
    this.points = [...this.points, point];
  }

  undo(): void {
    this.points = this.points.slice(0, -1);
  }

  clear(): void {
    this.points = [];
  }
}

export const draftData = new DraftData();
