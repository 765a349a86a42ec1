/** What playout systems hand over as a text: JSON with the fields of `told.ts`, or the XML that CasparCG has had since its Flash templates. */
import type { Said } from '../told.ts';

/** Null: it says nothing that can be understood. */
export function saidIn(handed: unknown): Said | null {
  if (typeof handed !== 'string') return fieldsIn(handed);
  const text = handed.trim();
  if (text.startsWith('<')) return xmlFields(text);
  try {
    return fieldsIn(JSON.parse(text));
  } catch {
    return null;
  }
}

const fieldsIn = (value: unknown): Said | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Said) : null;

/** `<templateData><componentData id="channel"><data id="text" value="..."/></componentData></templateData>` */
function xmlFields(text: string): Said | null {
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  if (xml.documentElement.tagName !== 'templateData') return null;
  const components = [...xml.querySelectorAll('componentData')];
  return Object.fromEntries(
    components.map((component) => [
      component.getAttribute('id') ?? '',
      component.querySelector('data')?.getAttribute('value') ?? '',
    ]),
  );
}
