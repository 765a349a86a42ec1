/** Bytes that anybody may have sent, read with care. */
export type Fields = Readonly<Record<string, unknown>>;

export const bytesOf = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** Null for what is no JSON object. */
export function fieldsIn(bytes: Uint8Array): Fields | null {
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isFields(said) ? said : null;
  } catch {
    return null;
  }
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
export const isNumberOrNone = (value: unknown): boolean => value === null || Number.isFinite(value);
