import type { Box, Point } from '../geometry/point.ts';
import type { PointerInput, ZoomBehavior } from './zoomBehavior.ts';

/** Maps (x, y) to (k·x + view.x, k·y + view.y). */
export interface ViewTransform extends Point {
  k: number;
}

const STEP = 1.5;

/**
 * Zoom and pan of the picture, by wheel, pinch, drag, buttons and keys. What does it is fetched when the pointer first
 * comes to the picture: a visit begins with steps.
 */
export class Viewport {
  view: ViewTransform = $state.raw({ k: 1, x: 0, y: 0 });
  #element: HTMLElement | null = null;
  #box: Box = { width: 0, height: 0 };
  #zoom: Promise<ZoomBehavior> | null = null;

  /**
   * The behavior reckons in pixels of the window, which a scale of the page makes smaller than the picture's own. In a frame
   * the wheel scrolls the page around it, except with Ctrl, which a pinch sets too.
   */
  constructor(private readonly embedded: () => boolean, private readonly scale: () => number, private readonly failed: () => void) {}

  readonly attach = (element: HTMLElement): (() => void) => {
    this.#element = element;
    const waiting = new AbortController();
    const { signal } = waiting;
    // Nobody has asked for it yet: a failure is said when somebody does.
    const fetchIt = (): void => void this.#behavior().then(() => waiting.abort(), () => undefined);
    element.addEventListener('pointerenter', fetchIt, { signal });
    element.addEventListener('touchstart', fetchIt, { signal, passive: true });
    // A wheel that was turned before it came is turned again.
    element.addEventListener('wheel', (event) => {
      if (!this.#accepts(event)) return;
      event.preventDefault();
      this.#do(() => {
        waiting.abort();
        element.dispatchEvent(new WheelEvent('wheel', event));
      });
    }, { signal, passive: false });
    return () => {
      waiting.abort();
      void this.#zoom?.then((zoom) => zoom.remove(), () => undefined);
      this.#zoom = this.#element = null;
    };
  };

  resize(box: Box): void {
    this.#box = { width: box.width * this.scale(), height: box.height * this.scale() };
    if (this.#zoom !== null) this.#do(() => undefined);
  }

  in(): void { this.#do((zoom) => zoom.scaleBy(STEP)); }
  out(): void { this.#do((zoom) => zoom.scaleBy(1 / STEP)); }
  /** Without what zooms nothing was zoomed; a zoom that waits for it is taken back, too. */
  fit(): void { if (this.#zoom !== null) this.#do((zoom) => zoom.fit()); }
  /** Another zoom at once. */
  show({ k, x, y }: ViewTransform): void { this.#do((zoom) => zoom.show(k, x * this.scale(), y * this.scale())); }
  pan(dx: number, dy: number): void { this.#do((zoom) => zoom.panBy((dx * this.scale()) / this.view.k, (dy * this.scale()) / this.view.k)); }

  #do(move: (zoom: ZoomBehavior) => void): void {
    if (this.#element === null) return;
    void this.#behavior().then((zoom) => {
      zoom.resize(this.#box);
      move(zoom);
    }, this.failed);
  }

  #behavior(): Promise<ZoomBehavior> {
    const element = this.#element;
    if (element === null) return Promise.reject(new Error('There is no picture to zoom.'));
    this.#zoom ??= import('./zoomBehavior.ts').then(({ ZoomBehavior }) => {
      const zoom = new ZoomBehavior(element, (event) => this.#accepts(event), ({ k, x, y }) => {
        this.view = { k, x: x / this.scale(), y: y / this.scale() };
      });
      zoom.resize(this.#box);
      return zoom;
    });
    // After a failure it is fetched again, when it is wanted again.
    this.#zoom.catch(() => (this.#zoom = null));
    return this.#zoom;
  }

  #accepts(event: PointerInput): boolean {
    // A knob is turned, the picture stays.
    if (!(event instanceof WheelEvent) && event.target instanceof Element && event.target.closest('.knob')) return false;
    if (event instanceof WheelEvent) return !this.embedded() || event.ctrlKey || event.metaKey;
    if ('touches' in event) return event.touches.length > 1 || this.view.k > 1;
    return event.button === 0 && this.view.k > 1;
  }
}
