import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3-zoom';
import type { Box } from '../geometry/point.ts';

export type PointerInput = WheelEvent | MouseEvent | TouchEvent;

const NEAREST = 16;

/** Zoom and pan of an element by wheel, pinch and drag, within its box. */
export class ZoomBehavior {
  #behavior = zoom<HTMLElement, unknown>().scaleExtent([1, NEAREST]).clickDistance(4);
  #element;

  /** `moved` gets the transform in pixels of the window. */
  constructor(element: HTMLElement, accepts: (event: PointerInput) => boolean, moved: (to: ZoomTransform) => void) {
    this.#element = select<HTMLElement, unknown>(element);
    this.#behavior
      .filter(accepts)
      .on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => moved(transform));
    this.#element.call(this.#behavior).on('dblclick.zoom', null);
  }

  /** The picture stays in its box. */
  resize({ width, height }: Box): void {
    this.#behavior.extent([[0, 0], [width, height]]).translateExtent([[0, 0], [width, height]]);
    this.#behavior.translateBy(this.#element, 0, 0);
  }

  scaleBy(factor: number): void { this.#behavior.scaleBy(this.#element, factor); }
  panBy(dx: number, dy: number): void { this.#behavior.translateBy(this.#element, dx, dy); }
  fit(): void { this.#behavior.transform(this.#element, zoomIdentity); }
  show(k: number, x: number, y: number): void { this.#behavior.transform(this.#element, zoomIdentity.translate(x, y).scale(k)); }
  remove(): void { this.#element.on('.zoom', null); }
}
