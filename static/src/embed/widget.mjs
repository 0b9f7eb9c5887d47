/**
 * `/widget.mjs`: the element as an anywidget, for tools that take the address of one, such as Jupyter Book 2. The
 * model's values are the element's attributes; it gets the position and the learner's answers.
 */
async function render({ model, el }) {
  await import(/* @vite-ignore */ new URL('embed.js', import.meta.url).href);
  const element = document.createElement('backstep-embed');
  for (const name of element.constructor.observedAttributes) {
    const value = model.get(name);
    if (value !== undefined && value !== null) element.setAttribute(name, String(value));
  }
  element.setAttribute('server', new URL('.', import.meta.url).href.replace(/\/$/, ''));

  const put = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
  };
  element.addEventListener('backstep-step', ({ detail }) => put({ position: detail.position }));
  element.addEventListener('backstep-answer', ({ detail }) => put({ answers: [...(model.get('answers') ?? []), detail] }));
  el.append(element);
}

export default { render };
