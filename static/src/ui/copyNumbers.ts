/** Copies numbers with every digit, though they are shown rounded. */

/** The text of a copied part of the page, its numbers (`data-full`) with all digits. */
export function wholeText(piece: Node): string {
  if (piece instanceof Element) {
    const whole = piece.getAttribute('data-full');
    if (whole !== null) return whole;
  }
  if (piece.nodeType === Node.TEXT_NODE) return piece.textContent ?? '';
  const text = [...piece.childNodes].map(wholeText).join('');
  return piece instanceof HTMLElement && BLOCKS.has(piece.tagName) ? `${text}\n` : text;
}
const BLOCKS = new Set(['P', 'DIV', 'LI', 'TR', 'H2', 'H3', 'BUTTON']);

export function copyWhole(event: ClipboardEvent): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const piece = selection.getRangeAt(0).cloneContents();
  event.clipboardData.setData('text/plain', wholeText(piece).replace(/\n{2,}/g, '\n').trim());
  event.preventDefault();
}
