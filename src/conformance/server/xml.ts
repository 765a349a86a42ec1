import { readFileSync } from 'node:fs';
import { XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';

const XSD = new URL('../../../schemas/odf-style.xsd', import.meta.url);

/** What the XSD has against a document; empty when nothing. */
export function xmlComplaints(xml: string): string {
  const schema = XmlDocument.fromBuffer(readFileSync(XSD));
  const validator = XsdValidator.fromDoc(schema);
  let document: XmlDocument | null = null;
  try {
    document = XmlDocument.fromString(xml);
    validator.validate(document);
    return '';
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map(({ message }) => message.trim()).join('; ');
    throw error;
  } finally {
    document?.dispose();
    validator.dispose();
    schema.dispose();
  }
}
