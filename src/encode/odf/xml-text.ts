/**
 * XML as text. Three rules of ODF are kept here for everybody: an optional attribute without a value is left
 * out, a mandatory one is sent empty, and a container without content does not appear.
 */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

export type Value = string | number | boolean | null | undefined;

/** Anything that cannot stand in an attribute as it is. */
const NOT_PLAIN = /[^ !#-%'-;=?-\ud7ff\ue000-\ufffd]/;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 cannot hold.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/**
 * A text for an attribute in double quotes. Characters that XML 1.0 cannot hold in any way (control characters,
 * U+FFFE, U+FFFF, half surrogate pairs) become U+FFFD, so the reader sees that something stood there. Tabs and
 * line ends become references, or a parser would turn them into spaces.
 */
export function escapeXml(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text.replace(ILLEGAL, '\ufffd').replace(/[&<>"\t\n\r]/g, (sign) => REFERENCES[sign]!);
}

/** ` Name="value"`, or nothing without a value. True is `Y`, false is nothing. */
export function optional(name: string, value: Value): string {
  if (value === null || value === undefined || value === '' || value === false) return '';
  return ` ${name}="${value === true ? 'Y' : escapeXml(String(value))}"`;
}

/** ` Name="value"`, empty without a value. */
export function mandatory(name: string, value: string | number | null | undefined): string {
  return ` ${name}="${escapeXml(String(value ?? ''))}"`;
}

export function element(name: string, attributes: string, children = ''): string {
  return children === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${children}</${name}>`;
}

/** The container, or nothing when it would be empty. */
export function container(name: string, children: string): string {
  return children === '' ? '' : `<${name}>${children}</${name}>`;
}
