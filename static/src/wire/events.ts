import { EVENT_MS, within } from './timeLimit.ts';

export interface ServerEvent {
  name: string;
  data: unknown;
}

/** The server-sent events of an answer. Throws the error that `broken` makes where the connection breaks. */
export async function* eventsOf(response: Response, broken: (reason: unknown) => Error): AsyncGenerator<ServerEvent> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  for (;;) {
    const read = reader && within(EVENT_MS, () => reader.read()).catch((reason: unknown) => {
      void reader.cancel(reason).catch(() => {});
      throw broken(reason);
    });
    const { value, done } = (await read) ?? { value: undefined, done: true };
    if (done) return;
    const blocks = (buffer + (value ?? '').replaceAll('\r\n', '\n')).split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event !== null) yield event;
    }
  }
}

/** One block of `field: value` lines; comments and empty blocks are null. */
export function parseEvent(block: string): ServerEvent | null {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field, text] = /^(event|data): ?(.*)$/.exec(line) ?? [];
    if (field === 'event') name = text ?? '';
    if (field === 'data') data.push(text ?? '');
  }
  return data.length === 0 ? null : { name, data: JSON.parse(data.join('\n')) as unknown };
}
