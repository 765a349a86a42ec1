/** Elements by hand: text goes in as text, and is written only where it says something else. */
export function element(tag: string, classes = '', ...inside: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  if (classes !== '') made.className = classes;
  made.append(...inside);
  return made;
}

export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** What style sheets go by; null takes it away. */
export function setMark(of: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete of.dataset[name];
  else if (of.dataset[name] !== value) of.dataset[name] = value;
}
