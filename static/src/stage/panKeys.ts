import type { Viewport } from './viewport.svelte.ts';

const PAN = 60;
const WAYS: Readonly<Record<string, [number, number]>> = {
  ArrowLeft: [PAN, 0], ArrowRight: [-PAN, 0], ArrowUp: [0, PAN], ArrowDown: [0, -PAN],
};
const ZOOMS: Readonly<Record<string, (viewport: Viewport) => void>> = {
  '+': (viewport) => viewport.in(), '=': (viewport) => viewport.in(), '-': (viewport) => viewport.out(), '0': (viewport) => viewport.fit(),
};

/** Zoom by + − 0, pan by Shift with an arrow. */
export const panKeys = (viewport: Viewport) => (event: KeyboardEvent): void => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const way = event.shiftKey ? WAYS[event.key] : undefined;
  const zoom = ZOOMS[event.key];
  if (way) viewport.pan(...way);
  else zoom?.(viewport);
  if (way ?? zoom) event.preventDefault();
};
