/** Where the keys were, they stay: on the button that comes in place of another one. */
export const focus = (button: HTMLButtonElement | null): void => button?.focus();

/** From where the keys go on when the row of a button goes with what was done. */
export const panelOf = (button: HTMLButtonElement): HTMLElement | null => button.closest('.panel');
