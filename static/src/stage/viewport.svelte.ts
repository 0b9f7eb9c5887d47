import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import { untrack } from 'svelte';
import type { Box, Point } from '../geometry/point.ts';

/** Maps (x, y) to (k·x + view.x, k·y + view.y). */
export interface ViewTransform extends Point {
  k: number;
}

const NEAREST = 16;
const STEP = 1.5;

/** Zoom and pan of the picture, by wheel, pinch, drag, buttons and keys. */
export class Viewport {
  view: ViewTransform = $state.raw({ k: 1, x: 0, y: 0 });
  #behavior = zoom<HTMLElement, unknown>().scaleExtent([1, NEAREST]).clickDistance(4);
  #element: HTMLElement | null = null;

  /**
   * The behavior reckons in pixels of the window, which a scale of the page makes smaller than the picture's own. In a frame
   * the wheel scrolls the page around it, except with Ctrl, which a pinch sets too.
   */
  constructor(private readonly embedded: () => boolean, private readonly scale: () => number) {
    this.#behavior
      .filter((event: WheelEvent | MouseEvent | TouchEvent) => this.#isOurs(event))
      .on('zoom', ({ transform: { k, x, y } }: D3ZoomEvent<HTMLElement, unknown>) => {
        this.view = { k, x: x / this.scale(), y: y / this.scale() };
      });
  }

  readonly attach = (element: HTMLElement): (() => void) => {
    this.#element = element;
    select(element).call(this.#behavior).on('dblclick.zoom', null);
    return () => {
      select(element).on('.zoom', null);
      this.#element = null;
    };
  };

  resize(box: Box): void {
    const [width, height] = [box.width * this.scale(), box.height * this.scale()];
    this.#behavior.extent([[0, 0], [width, height]]).translateExtent([[0, 0], [width, height]]);
    if (untrack(() => this.view.k) > 1) this.#do((on) => this.#behavior.translateBy(on, 0, 0));
  }

  in(): void { this.#do((on) => this.#behavior.scaleBy(on, STEP)); }
  out(): void { this.#do((on) => this.#behavior.scaleBy(on, 1 / STEP)); }
  fit(): void { this.#do((on) => this.#behavior.transform(on, zoomIdentity)); }
  pan(dx: number, dy: number): void { this.#do((on) => this.#behavior.translateBy(on, (dx * this.scale()) / this.view.k, (dy * this.scale()) / this.view.k)); }

  #do(move: (on: ReturnType<typeof select<HTMLElement, unknown>>) => void): void {
    if (this.#element) move(select<HTMLElement, unknown>(this.#element));
  }

  #isOurs(event: WheelEvent | MouseEvent | TouchEvent): boolean {
    // A knob is turned, the picture stays.
    if (!(event instanceof WheelEvent) && event.target instanceof Element && event.target.closest('.knob')) return false;
    if (event instanceof WheelEvent) return !this.embedded() || event.ctrlKey || event.metaKey;
    if ('touches' in event) return event.touches.length > 1 || this.view.k > 1;
    return event.button === 0 && this.view.k > 1;
  }
}
