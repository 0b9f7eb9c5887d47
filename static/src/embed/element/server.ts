/** The address of the application that the element's frames come from, and where it is read. */

const FILE = /^(.*)\/embed\.js(?:[?#].*)?$/;
const IN_STACK = /(https?:\/\/[^\s()@]+?\/embed\.js)(?:\?[^\s():]*)?:\d+/;

/**
 * Where this file was loaded from, without its name: as a script from its element, as a module, which has none, from
 * the stack of an error. Null where it is part of another file.
 */
export function loadedFrom(script: string | undefined, stack: string | undefined): string | null {
  return FILE.exec(script ?? '')?.[1] ?? FILE.exec(IN_STACK.exec(stack ?? '')?.[1] ?? '')?.[1] ?? null;
}

/** The address that a `server` attribute names, without a slash at its end; null where it is none. */
export function serverAt(text: string, page: string): string | null {
  try {
    const { protocol, origin, pathname } = new URL(text.trim(), page);
    return /^https?:$/.test(protocol) ? origin + pathname.replace(/\/+$/, '') : null;
  } catch {
    return null;
  }
}
