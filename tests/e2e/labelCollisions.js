/* Labels of the picture that cover another, lie over what is not their own, or leave their box or the stage. */
() => {
  const TOLERANCE = 2; // pixels that two boxes may share each way
  const CORNER = 0.146; // of a circle's box: its corners are empty
  const ABOVE_SIGNS = 0.18; // of a line of text: it is higher than its signs
  const stage = document.querySelector('.picture').getBoundingClientRect();
  const network = document.querySelector('.picture svg.network');

  const visible = (element) => {
    for (let at = element; at && at !== network; at = at.parentElement)
      if (Number(getComputedStyle(at).opacity) < 0.15) return false;
    return element.checkVisibility({ visibilityProperty: true });
  };
  const trimmed = (element, x, y) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    return { left: left + x * width, top: top + y * height, right: right - x * width, bottom: bottom - y * height };
  };
  const refOf = (element) => element.closest('[data-ref]')?.dataset.ref ?? '';
  const nameOf = (element) => `${refOf(element)} ${element.textContent.trim() || element.tagName}`;
  // A neuron's sum may stand in its circle.
  const ownerOf = (element) => {
    const group = element.closest('.pill, .loss-node');
    return group ? `label ${group.dataset.ref}` : refOf(element).replace(/^z/, 'a') || nameOf(element);
  };
  const boxOf = (element, isText, x, y) => ({
    owner: ownerOf(element), name: nameOf(element), isText, ...trimmed(element, x, y),
    // Between dots only the numbers at work are shown, which may lie over other dots.
    isDot: element.matches('.ring') && network.dataset.detail === 'dots',
    isAtWork: element.closest('[data-state]')?.dataset.state === 'active',
  });

  const texts = [...network.querySelectorAll('text')]
    .filter((element) => element.textContent.trim() !== '' && visible(element))
    .map((element) => boxOf(element, true, 0, ABOVE_SIGNS));
  const boxes = [...network.querySelectorAll('.pill rect, .loss-node rect')].filter(visible)
    .map((element) => boxOf(element, false, 0, 0));
  const circles = [...network.querySelectorAll('.neuron .ring')].map((element) => boxOf(element, false, CORNER, CORNER));
  const others = [...document.querySelectorAll('.legend li, .zoom-buttons, .shape-edit, .fold')].filter((element) => element.checkVisibility())
    .map((element) => ({ ...boxOf(element, false, 0, 0), owner: element.className, name: element.className || 'legend' }));

  const shared = (a, b) => Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  );
  const found = texts
    .filter((a) => a.left < stage.left - 1 || a.right > stage.right + 1 || a.top < stage.top - 1 || a.bottom > stage.bottom + 1)
    .map((a) => `${a.name} leaves the stage`);
  found.push(...boxes
    .filter((a) => a.name.startsWith('loss ') && a.right > stage.right - 4)
    .map((a) => `${a.name} touches the edge of the stage`));
  const all = [...texts, ...boxes, ...circles, ...others];
  all.forEach((a, at) => {
    for (const b of all.slice(at + 1)) {
      if (a.owner !== b.owner) {
        if ((a.isDot && b.isAtWork) || (b.isDot && a.isAtWork)) continue;
        if (shared(a, b) > TOLERANCE) found.push(`${a.name} × ${b.name}`);
      } else if (a.isText && !b.isText && a.owner.startsWith('label') && (a.left < b.left - 1 || a.right > b.right + 1)) {
        found.push(`${a.name} leaves its box`);
      }
    }
  });
  return [...new Set(found)];
}
