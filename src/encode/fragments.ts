/**
 * A fragment is the encoded form of an immutable part, made once and kept as long as the part lives.
 * Rows keep the identity of their unchanged parts from version to version, so most of a document is
 * there already when the next version is encoded.
 */
export function fragmentOf<Part extends object, Fragment>(
  make: (part: Part) => Fragment,
): (part: Part) => Fragment {
  const made = new WeakMap<Part, Fragment>();
  return (part) => {
    let fragment = made.get(part);
    if (fragment === undefined) {
      fragment = make(part);
      made.set(part, fragment);
    }
    return fragment;
  };
}
