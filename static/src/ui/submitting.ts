import type { Attachment } from 'svelte/attachments';

/**
 * What a form does, at a click on its button for that or at Enter in a field, which browsers turn into such a click. Without a
 * submission: in a sandboxed frame that may not submit forms, that would be dropped before anybody heard of it.
 */
export function submitting(act: () => void): Attachment<HTMLFormElement> {
  return (form) => {
    const hear = (event: MouseEvent): void => {
      if (!(event.target as Element).closest('button[type="submit"]')) return;
      event.preventDefault();
      act();
    };
    form.addEventListener('click', hear);
    return () => form.removeEventListener('click', hear);
  };
}
