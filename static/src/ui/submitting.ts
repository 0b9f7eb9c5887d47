import type { Attachment } from 'svelte/attachments';

/**
 * What a form does at a click on its submit button, or at Enter in a field, which browsers turn into such a click. The
 * form is not submitted: a sandboxed frame without permission to submit forms would drop the event.
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
