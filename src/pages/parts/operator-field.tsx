/** Who works at a desk: its name goes with everything that is asked. */
import type { Signal } from '@preact/signals';

export function OperatorField({ operator }: { operator: Signal<string> }) {
  return (
    <input
      id="operator"
      value={operator.value}
      maxLength={64}
      autocomplete="off"
      onInput={({ currentTarget }) => {
        operator.value = currentTarget.value;
      }}
    />
  );
}
