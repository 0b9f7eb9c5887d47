/**
 * Properties that set the attributes of the same names: frameworks set a property where an element has one. Where they
 * are read, `focus` stays the method that every element has, and `state` the promise.
 */
export function reflect(prototype: HTMLElement, names: readonly string[]): void {
  for (const name of names) {
    const before = descriptorOf(prototype, name);
    if (before?.set) continue; // `lang` and `title` are such properties of every element
    const get = before?.get ?? (before ? () => before.value as unknown : function attribute(this: HTMLElement) { return this.getAttribute(name); });
    Object.defineProperty(prototype, name, { configurable: true, enumerable: true, get, set(this: HTMLElement, value: unknown) { put(this, name, value); } });
  }
}

/** What was set before the element was defined hides the property: it is set again. */
export function takeOver(element: HTMLElement, names: readonly string[]): void {
  for (const name of names) {
    const own = Object.getOwnPropertyDescriptor(element, name);
    if (!own) continue;
    Reflect.deleteProperty(element, name);
    put(element, name, own.value);
  }
}

function put(element: HTMLElement, name: string, value: unknown): void {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '1' : String(value));
}

function descriptorOf(prototype: object | null, name: string): PropertyDescriptor | undefined {
  if (prototype === null) return undefined;
  return Object.getOwnPropertyDescriptor(prototype, name) ?? descriptorOf(Object.getPrototypeOf(prototype) as object | null, name);
}
