/** Keys that the frame leaves to the page, with the codes that decks of slides still read. */
const CODES: Readonly<Record<string, number>> = { Escape: 27, PageUp: 33, PageDown: 34 };

/** A key that was pressed in the frame, as if it were pressed on the element. */
export function pressKey(element: Element, key: unknown): void {
  const keyCode = typeof key === 'string' && Object.hasOwn(CODES, key) ? CODES[key] : undefined;
  if (keyCode === undefined) return;
  const press = { key: key as string, code: key as string, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true };
  for (const type of ['keydown', 'keyup']) element.dispatchEvent(new KeyboardEvent(type, press));
}
