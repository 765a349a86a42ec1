// Elements of the page: text goes in as text.

/** `attributes`: a `class`, an `href`, `data-...`; those that are null are left out. */
export function element(name, text, children = [], attributes = {}) {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  made.append(...children);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== null) made.setAttribute(attribute, value);
  return made;
}

/** New children instead of the old ones; a link in there that has the focus keeps it. */
export function refill(parent, children) {
  const focused = parent.contains(document.activeElement)
    ? document.activeElement.getAttribute('href')
    : null;
  parent.replaceChildren(...children);
  if (focused !== null)
    parent.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
