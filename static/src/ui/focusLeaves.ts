type Within = FocusEvent & { currentTarget: HTMLElement };

/** Whether the focus leaves an element for another on the page: an open menu closes then. */
export const focusLeaves = ({ relatedTarget, currentTarget }: Within): boolean =>
  relatedTarget instanceof Node && !currentTarget.contains(relatedTarget);
