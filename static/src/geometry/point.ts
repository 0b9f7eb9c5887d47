/** A point of the picture and a size, in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

export interface Box {
  width: number;
  height: number;
}

/** Something of a size with its centre at a point. */
export type Placed = Point & Box;
