/** The number of class colours in css/tokens.css. */
const COLOURS = 10;

/** The CSS class of a class's colour. */
export const colourOf = (kind: number): string => `class-${kind % COLOURS}`;
