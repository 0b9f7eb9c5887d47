import type { Part } from '../session/parts.ts';

interface SkipTarget {
  part: Part;
  selector: string;
}

/** What the page's first buttons lead to. No links: a fragment in a frame's address would be a step of the host's history. */
export const SKIP_TARGETS: readonly SkipTarget[] = [
  { part: 'steps', selector: '.transport .next' },
  { part: 'text', selector: ':is(.passage, .first-minute) h2' },
  { part: 'network', selector: '.keyboard-network [tabindex="0"]' },
];

export const focusOn = ({ selector }: SkipTarget): void => document.querySelector<HTMLElement>(selector)?.focus();
