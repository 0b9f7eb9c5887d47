import type { BackstepEmbedAttributes, BackstepEmbedElement, BackstepEventName } from 'backstep-embed';
import type { DefineComponent, ShallowRef } from 'vue';

export interface BackstepProps extends Omit<BackstepEmbedAttributes, 'server' | 'predict' | 'autoplay'> {
  /** The address of the Backstep server. */
  server: string;
  predict?: BackstepEmbedAttributes['predict'] | boolean;
  autoplay?: BackstepEmbedAttributes['autoplay'] | boolean;
}

/** `@step`, `@answer` …: emitted with the message's data, and with the event. */
export type BackstepEmits = {
  [Name in BackstepEventName as Name extends `backstep-${infer Word}` ? Word : never]:
    (detail: Record<string, unknown>, event: CustomEvent<Record<string, unknown>>) => void;
};

/** What a template ref of the component has. */
export interface BackstepExposed {
  element: Readonly<ShallowRef<BackstepEmbedElement | null>>;
}

/** `<backstep-embed>` as a component of Vue. */
export declare const Backstep: DefineComponent<
  BackstepProps, BackstepExposed, object, object, object, object, object, BackstepEmits
>;
