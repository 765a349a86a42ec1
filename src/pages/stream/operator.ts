/** Who works at a desk, kept in the browser; both pages of a desk know the same. */
import { effect, type Signal, signal } from '@preact/signals';

const KEPT = 'splitsecond-operator';

export function keptOperator(): Signal<string> {
  const operator = signal(localStorage.getItem(KEPT) ?? '');
  effect(() => localStorage.setItem(KEPT, operator.value));
  return operator;
}

/** The name with which something is asked. Null: nobody has said it; then the field has the keys. */
export function namedOperator(operator: Signal<string>): string | null {
  const name = operator.peek().trim();
  if (name !== '') return name;
  document.getElementById('operator')?.focus();
  return null;
}
