/** What a learner pasted, opened and drew: kept while the page is open, also while the sheet is closed. */

export interface DraftPoint {
  at: readonly [number, number];
  target: number;
}

/** A file as it was opened: which encoding its bytes have is not known until it was read. */
export interface DraftFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

class DraftData {
  text = $state('');
  file: DraftFile | null = $state.raw(null);
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
