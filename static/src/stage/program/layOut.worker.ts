import { layered } from '../../geometry/program/layered.ts';
import type { LayoutRequest } from '../../geometry/program/layout.ts';

onmessage = ({ data }: MessageEvent<LayoutRequest>): void => postMessage(layered(data));
