type Within = FocusEvent & { currentTarget: HTMLElement };

/** Whether the focus goes somewhere else on the page, so that what is folded out there may fold again. */
export const focusLeaves = ({ relatedTarget, currentTarget }: Within): boolean =>
  relatedTarget instanceof Node && !currentTarget.contains(relatedTarget);
