import type { Point } from '../geometry/point.ts';

/** How much larger than its CSS pixels an element is drawn, by a scale of the page. */
export const zoomOf = (element: Element): number => element.currentCSSZoom ?? 1;

/** The position of a pointer in an element, in the element's own CSS pixels. */
export function localPoint({ clientX, clientY }: MouseEvent, element: Element): Point {
  const { left, top } = element.getBoundingClientRect();
  const zoom = zoomOf(element);
  return { x: (clientX - left) / zoom, y: (clientY - top) / zoom };
}
