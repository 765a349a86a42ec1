import { carried } from '../model/carried.ts';

/**
 * A fragment is the encoded form of something immutable, made once and kept as long as that lives. Rows that say the same stay
 * the same object from version to version, so most of a document is there already when the next one is encoded.
 */
export function fragmentOf<Part extends object, Fragment>(
  make: (part: Part) => Fragment,
): (part: Part) => Fragment {
  const made = carried<Part, Fragment>();
  return (part) => {
    let fragment = made.get(part);
    if (fragment === undefined) {
      fragment = make(part);
      made.set(part, fragment);
    }
    return fragment;
  };
}
