import { layered } from '../../geometry/program/layered.ts';
import { requestOf, type LayoutRequest, type PlacedProgram } from '../../geometry/program/layout.ts';
import type { ProgramMarks } from '../../geometry/program/marks.ts';
import { measuresOf, type Arrangement, type Measures } from '../../geometry/program/sizes.ts';
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
    return this.#arranged(drawn, digits, box).picture;
  }

  /** Whether these marks can be read in the room there is. */
  fits(drawn: ProgramMarks, digits: number, box: Box): boolean {
    return drawn.marks.length <= MANY && this.#arranged(drawn, digits, box).isLegible;
  }

  /** The first arrangement in which the whole picture can be read in the room there is, else the tight one. */
  #arranged(drawn: ProgramMarks, digits: number, box: Box): { picture: PlacedMarks; isLegible: boolean } {
    const at = (arrangement: Arrangement) => {
      const picture = this.#at(drawn, measuresOf(arrangement, digits));
      return { picture, isLegible: isLegible(fittedTo(picture.placed, box).scale, picture.measures) };
    };
    const roomy = at('roomy');
    if (roomy.isLegible) return roomy;
    const tight = at('tight');
    if (tight.isLegible) return tight;
    const flat = at('flat');
    return flat.isLegible ? flat : tight;
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
