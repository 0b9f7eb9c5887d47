import { describe, expect, test } from 'vitest';
import { parseEvent } from '../../../static/src/wire/events.ts';

describe('server-sent events', () => {
  test('are read by name and data', () => {
    expect(parseEvent('event: progress\ndata: {"done": 3}')).toEqual({ name: 'progress', data: { done: 3 } });
    expect(parseEvent(': still here')).toBeNull();
  });
});
