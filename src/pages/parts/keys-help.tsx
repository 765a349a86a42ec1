/** The keys of a page, one each. */
import type { Signal } from '@preact/signals';

interface KeysHelpProps {
  readonly keys: readonly (readonly [key: string, what: string])[];
  readonly said: { readonly keys: string; readonly close: string };
  readonly isOpen: Signal<boolean>;
}

export function KeysHelp({ keys, said, isOpen }: KeysHelpProps) {
  return (
    <section id="help" class="help on-screen" aria-label={said.keys}>
      <h2>{said.keys}</h2>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        onClick={() => {
          isOpen.value = false;
        }}
      >
        {said.close}
      </button>
    </section>
  );
}

/** What is typed into a field is no key of the page. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
