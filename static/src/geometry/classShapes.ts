/** A shape for each class: colour is never the only difference. */
import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from 'd3-shape';

const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye];

export const shapeOf = (kind: number, area: number): string => symbol(SHAPES[kind % SHAPES.length] ?? symbolCircle, area)() ?? '';
