import { layered } from '../../geometry/program/layered.ts';
import { requestOf, type LayoutRequest, type PlacedProgram } from '../../geometry/program/layout.ts';
import type { ProgramMarks } from '../../geometry/program/marks.ts';
import { ARRANGEMENTS, measuresOf, type Measures } from '../../geometry/program/sizes.ts';
import { fittedTo, isLegible } from '../../geometry/program/view.ts';
import type { Box } from '../../geometry/point.ts';
import { startWorker } from './layoutWorker.ts';

/** Marks with their places. */
export interface PlacedMarks {
  drawn: ProgramMarks;
  measures: Measures;
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
  of(drawn: ProgramMarks, digits: number, box: Box): PlacedMarks | null {
    if (drawn.marks.length > MANY) return this.#large;
    return this.#legible(drawn, digits, box) ?? this.#at(drawn, measuresOf('tight', digits));
  }

  /** Whether these marks can be read in the room there is. */
  fits(drawn: ProgramMarks, digits: number, box: Box): boolean {
    return drawn.marks.length <= MANY && this.#legible(drawn, digits, box) !== null;
  }

  /** The first arrangement in which the whole picture can be read in the room there is. */
  #legible(drawn: ProgramMarks, digits: number, box: Box): PlacedMarks | null {
    for (const arrangement of ARRANGEMENTS) {
      const placed = this.#at(drawn, measuresOf(arrangement, digits));
      if (isLegible(fittedTo(placed.placed, box).scale, placed.measures)) return placed;
    }
    return null;
  }

  /** Begin to place many marks. */
  async begin(drawn: ProgramMarks, digits: number): Promise<void> {
    const asked = (this.#newest += 1);
    this.#end();
    if (drawn.marks.length <= MANY) return;
    const measures = measuresOf('tight', digits);
    const placed = await this.#elsewhere(requestOf(drawn, measures));
    if (asked === this.#newest) this.#large = { drawn, measures, placed };
  }

  end(): void {
    this.#newest += 1;
    this.#end();
  }

  #at(drawn: ProgramMarks, measures: Measures): PlacedMarks {
    return { drawn, measures, placed: layered(requestOf(drawn, measures)) };
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
