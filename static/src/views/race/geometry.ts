/** Loss curves of several racers in one box. */
import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { round } from '../../geometry/round.ts';

export interface Step {
  along: number;
  loss: number;
}

export interface RaceCurves {
  paths: string[];
  /** Where each line ends, within the box; null where it has no point. */
  ends: ({ x: number; y: number } | null)[];
  ticks: { y: number; value: number }[];
  log: boolean;
}

interface Room {
  width: number;
  height: number;
  inset: number;
  left: number;
}

const STEEP = 50; // ratio from which the scale is logarithmic
const WORST = 4; // upper end of the scale, in initial losses

/** `all` gives the scales, `shown` is drawn: the axes do not change during the animation. */
export function raceCurves(all: readonly Step[][], shown: readonly Step[][], { width, height, inset, left }: Room): RaceCurves {
  const steps = all.flat();
  const top = Math.min(Math.max(...steps.map((step) => step.loss), Number.MIN_VALUE), WORST * Math.max(...all.map((racer) => racer[0]?.loss ?? 0), 1e-12));
  const positive = steps.map((step) => step.loss).filter((loss) => loss > 0);
  const low = Math.max(Math.min(...positive, top), top * 1e-9);
  const log = low < top / STEEP;
  const x = scaleLinear([0, Math.max(...steps.map((step) => step.along), 1e-12)], [left, width - inset]);
  const y = log ? scaleLog([low, top], [height - inset, inset]) : scaleLinear([0, top], [height - inset, inset]);
  const at = ({ along, loss }: Step) => ({ x: round(x(along)), y: round(Math.max(y(Math.max(loss, log ? low : 0)), -height)) });
  const draw = line<{ x: number; y: number }>((dot) => dot.x, (dot) => dot.y);
  const dots = shown.map((racer) => racer.map(at));
  const ticks = y.ticks(3).filter((value, _, values) => !log || values.length <= 4 || Number.isInteger(Math.log10(value)));
  return {
    log,
    paths: dots.map((racer) => draw(racer) ?? ''),
    ends: dots.map((racer) => racer.findLast((dot) => dot.y >= 0) ?? null),
    ticks: ticks.map((value) => ({ value, y: round(y(value)) })),
  };
}
