import { layered } from '../../geometry/program/layered.ts';
import { requestOf, type LayoutRequest, type PlacedProgram } from '../../geometry/program/layout.ts';
import type { ProgramMarks } from '../../geometry/program/marks.ts';
import { startWorker } from './layoutWorker.ts';

/** Marks with their places. */
export interface PlacedMarks {
  drawn: ProgramMarks;
  digits: number;
  placed: PlacedProgram;
}

/** More marks are placed in a worker. */
const MANY = 150;

/** Places the marks of a graph; the picture stays as it was until the new places are known. */
export class Placing {
  #large: PlacedMarks | null = $state.raw(null);
  #newest = 0;
  #end = (): void => undefined;

  /** The picture of these marks: at once where they are few, otherwise the last one that is ready. */
  of(drawn: ProgramMarks, digits: number): PlacedMarks | null {
    return drawn.marks.length <= MANY ? { drawn, digits, placed: layered(requestOf(drawn, digits)) } : this.#large;
  }

  /** Begin to place many marks. */
  async begin(drawn: ProgramMarks, digits: number): Promise<void> {
    const asked = (this.#newest += 1);
    this.#end();
    if (drawn.marks.length <= MANY) return;
    const placed = await this.#elsewhere(requestOf(drawn, digits));
    if (asked === this.#newest) this.#large = { drawn, digits, placed };
  }

  end(): void {
    this.#newest += 1;
    this.#end();
  }

  /** In a worker; in a frame without an origin there is none, and the page itself does it. */
  async #elsewhere(request: LayoutRequest): Promise<PlacedProgram> {
    const worker = startWorker();
    if (worker === null) return layered(request);
    this.#end = () => worker.terminate();
    try {
      return await new Promise<PlacedProgram>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<PlacedProgram>) => resolve(data);
        worker.onerror = reject;
        worker.postMessage(request);
      });
    } catch {
      return layered(request);
    } finally {
      this.#end();
    }
  }
}
