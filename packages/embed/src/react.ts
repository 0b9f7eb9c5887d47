import type { BackstepEmbedElement } from 'backstep-embed';
import { createElement, forwardRef, useEffect, useImperativeHandle, useRef } from 'react';
import type * as types from '../types/react.d.ts';
import { EVENT_WORDS, attributesOf, handlerName } from './attributes.ts';
import './index.ts';

type Handler = (detail: unknown, event: Event) => void;

export const Backstep: typeof types.Backstep = forwardRef((props, ref) => {
  const element = useRef<BackstepEmbedElement>(null);
  const latest = useRef<Readonly<Record<string, unknown>>>({});
  useImperativeHandle(ref, () => element.current as BackstepEmbedElement, []);
  useEffect(() => { latest.current = { ...props }; });
  useEffect(() => {
    const shown = element.current;
    const hear = (event: Event): void => {
      const handler = latest.current[handlerName(event.type.slice('backstep-'.length) as (typeof EVENT_WORDS)[number])];
      (handler as Handler | undefined)?.((event as CustomEvent).detail, event);
    };
    for (const word of EVENT_WORDS) shown?.addEventListener(`backstep-${word}`, hear);
    return () => { for (const word of EVENT_WORDS) shown?.removeEventListener(`backstep-${word}`, hear); };
  }, []);
  const { id, className, style, children } = props;
  return createElement('backstep-embed', { ...attributesOf({ ...props }), id, class: className, style, ref: element }, children);
});
Backstep.displayName = 'Backstep';
