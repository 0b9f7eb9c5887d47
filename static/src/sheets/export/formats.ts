/** The formats of an exported session, in the order in which they are offered. */
export interface ExportKind {
  name: string;
  /** Whether it is text, which can be copied. */
  text: boolean;
}

export const EXPORT_KINDS: readonly ExportKind[] = [
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

/** The largest file to import, in MB: the server's default limit. */
export const LARGEST = 2;
