/** The kinds of file that a session is taken away as, in the order of a learner's likely wish. */
export interface Kind {
  name: string;
  /** Whether it is text that somebody may want to paste. */
  text: boolean;
}

export const KINDS: readonly Kind[] = [
  { name: 'markdown', text: true },
  { name: 'latex', text: true },
  { name: 'csv', text: true },
  { name: 'numpy', text: true },
  { name: 'notebook', text: false },
  { name: 'pytorch', text: true },
  { name: 'svg', text: true },
  { name: 'png', text: false },
  { name: 'safetensors', text: false },
  { name: 'session', text: true },
];

/** MB of a file to bring back: what the server takes at most, unless its operator says otherwise. */
export const LARGEST = 2;
