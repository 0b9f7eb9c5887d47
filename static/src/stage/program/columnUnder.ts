interface Caret {
  node: Node;
  offset: number;
}

/** The place in a text that is nearest to a point of the window; older browsers have it as a range. */
function caretAt(x: number, y: number): Caret | null {
  if ('caretPositionFromPoint' in document) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** The column of the character under the pointer; null beside the text. `data-column` has the first column of a piece. */
export function columnUnder({ clientX: x, clientY: y }: MouseEvent): number | null {
  const caret = caretAt(x, y);
  const first = caret?.node.parentElement?.closest<HTMLElement>('[data-column]')?.dataset['column'];
  if (!caret || first === undefined || !(caret.node instanceof Text)) return null;
  const character = document.createRange();
  for (const at of [caret.offset - 1, caret.offset]) {
    if (at < 0 || at >= caret.node.length) continue;
    character.setStart(caret.node, at);
    character.setEnd(caret.node, at + 1);
    const { left, right } = character.getBoundingClientRect();
    if (left <= x && x < right) return Number(first) + at;
  }
  return null;
}
