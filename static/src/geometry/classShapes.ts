/** A shape for each class: colour is never the only difference. */
import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from 'd3-shape';

const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye];
/** The number of class colours in css/tokens.css. */
const COLOURS = 10;

export const shapeOf = (kind: number, area: number): string => symbol(SHAPES[kind % SHAPES.length] ?? symbolCircle, area)() ?? '';
export const colourOf = (kind: number): string => `class-${kind % COLOURS}`;
