/** Fits formulas into the width of their container. */

const SMALLEST = 0.6;

function watched(element: HTMLElement, measure: () => void): () => void {
  const resized = new ResizeObserver(measure);
  const rewritten = new MutationObserver(measure);
  resized.observe(element);
  resized.observe(element.parentElement ?? element);
  rewritten.observe(element, { childList: true, subtree: true, characterData: true });
  return () => {
    resized.disconnect();
    rewritten.disconnect();
  };
}

/** Reduces the font size of what cannot be broken, such as a fraction with many terms, until it fits. */
export function fit(row: HTMLElement): () => void {
  return watched(row, () => {
    row.style.fontSize = '';
    const room = row.clientWidth / row.scrollWidth;
    if (room > 0 && room < 1) row.style.fontSize = `${Math.max(room * 0.98, SMALLEST)}em`;
  });
}

/** In a single-line formula, hides the numbers, then the symbols, until the result is visible. */
export function shorten(line: HTMLElement): () => void {
  const fits = (): boolean => line.scrollWidth <= line.clientWidth;
  return watched(line, () => {
    delete line.dataset.without;
    if (getComputedStyle(line).display !== 'flex' || fits()) return;
    line.dataset.without = 'numbers';
    if (!fits()) line.dataset.without = 'numbers symbols';
  });
}
