/** What scrolls a part of the page: only that is scrolled, and not a page around the frame. */
import { zoomOf } from './localPoint.ts';

/** The nearest element around this one that scrolls it up and down. */
export function scrollerOf(element: Element): HTMLElement | null {
  for (let room = element.parentElement; room; room = room.parentElement) {
    const { overflowY } = getComputedStyle(room);
    if (room.scrollHeight > room.clientHeight + 1 && (overflowY === 'auto' || overflowY === 'scroll')) return room;
  }
  return null;
}

/** How far the top of an element is below that of what scrolls it. */
export const topIn = (scroller: Element, element: Element): number =>
  (element.getBoundingClientRect().top - scroller.getBoundingClientRect().top) / zoomOf(scroller);
