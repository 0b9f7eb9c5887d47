/** The page in a frame; what it says of its position and of answers becomes the model's. */
function render({ model, el }) {
  const frame = document.createElement('iframe');
  frame.title = 'Backstep';
  frame.src = model.get('address');
  frame.style.cssText = `border: 0; width: 100%; height: ${model.get('height')}px`;

  function hear({ source, data }) {
    if (source !== frame.contentWindow || data?.source !== 'backstep') return;
    if (data.data?.position) model.set('position', data.data.position);
    if (data.type === 'answer') model.set('answers', [...model.get('answers'), data.data]);
    if (data.type === 'answer' || data.data?.position) model.save_changes();
  }

  addEventListener('message', hear);
  el.append(frame);
  return () => removeEventListener('message', hear);
}

export default { render };
