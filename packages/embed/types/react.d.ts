import type { BackstepEmbedAttributes, BackstepEmbedElement, BackstepEventName } from 'backstep-embed';
import type { CSSProperties, ForwardRefExoticComponent, ReactNode, RefAttributes } from 'react';

/** `onStep`, `onAnswer` …: called with the message's data, and with the event. */
export type BackstepHandlers = {
  [Name in BackstepEventName as Name extends `backstep-${infer Word}` ? `on${Capitalize<Word>}` : never]?:
    (detail: Record<string, unknown>, event: CustomEvent<Record<string, unknown>>) => void;
};

export interface BackstepProps extends Omit<BackstepEmbedAttributes, 'server' | 'predict' | 'autoplay'>, BackstepHandlers {
  /** The address of the Backstep server. */
  server: string;
  predict?: BackstepEmbedAttributes['predict'] | boolean;
  autoplay?: BackstepEmbedAttributes['autoplay'] | boolean;
  id?: string;
  className?: string;
  style?: CSSProperties;
  /** What readers without scripts see. */
  children?: ReactNode;
}

/** `<backstep-embed>` as a component of React; its ref is the element. */
export declare const Backstep: ForwardRefExoticComponent<BackstepProps & RefAttributes<BackstepEmbedElement>>;
