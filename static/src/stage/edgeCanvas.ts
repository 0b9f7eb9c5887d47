import type { Box } from '../geometry/point.ts';
import type { Stroke } from '../geometry/edgeStrokes.ts';
import type { ViewTransform } from './viewport.svelte.ts';

const DASH = [3, 2.5];

export interface Inks {
  positive: string;
  negative: string;
}

/** The colours of both signs, which the stylesheet sets on the canvas. */
export function inksOf(canvas: HTMLCanvasElement): Inks {
  const { color: positive, outlineColor: negative } = getComputedStyle(canvas);
  return { positive, negative };
}

interface Picture {
  strokes: readonly Stroke[];
  box: Box;
  view: ViewTransform;
  inks: Inks;
  dashed: boolean;
  /** That of the page. */
  scale: number;
}

/** Draw all strokes. */
export function draw(canvas: HTMLCanvasElement, { strokes, box, view, inks, dashed, scale }: Picture): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const sharp = devicePixelRatio * scale;
  const [width, height] = [Math.round(box.width * sharp), Math.round(box.height * sharp)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(sharp * view.k, 0, 0, sharp * view.k, sharp * view.x, sharp * view.y);
  context.setLineDash(dashed ? DASH : []);
  for (const stroke of strokes) {
    context.beginPath();
    for (const { x1, y1, x2, y2 } of stroke.lines) {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
    context.strokeStyle = stroke.negative ? inks.negative : inks.positive;
    context.globalAlpha = stroke.opacity;
    context.lineWidth = stroke.width;
    context.stroke();
  }
}
