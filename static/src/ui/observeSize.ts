/**
 * Calls `measure` now, and each time that the element's size changes; returns what ends that. At once, because an observer
 * does not fire in a frame that is not visible, and because the first picture is to stand where it stays.
 */
export function observeSize(element: HTMLElement, measure: () => void): () => void {
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(element);
  return () => observer.disconnect();
}
