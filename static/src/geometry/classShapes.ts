/** A shape for each class, so that no class is told by colour alone. */
import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from 'd3-shape';

const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye];
/** As many colours stand in css/tokens.css. */
const COLOURS = 10;

export const shapeOf = (kind: number, area: number): string => symbol(SHAPES[kind % SHAPES.length] ?? symbolCircle, area)() ?? '';
export const colourOf = (kind: number): string => `class-${kind % COLOURS}`;
