/**
 * What libxml2 says against XML that is held to the XSD: the program `xmllint` where the machine has it, else the
 * same library as WebAssembly, so that the check runs everywhere.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

const SCHEMA = fileURLToPath(new URL('../../schemas/odf-style.xsd', import.meta.url));

/** Complaints, one a line; empty when all documents are valid by the schema in this file, by default that of the ODF-style XML. */
export const xmllintComplaints = (documents: readonly Uint8Array[], schema = SCHEMA): string =>
  complaintsOfProgram(documents, { schema }) ?? complaintsOfLibrary(documents, schema);

/** By the program `xmllint`; null when there is none. */
export function complaintsOfProgram(
  documents: readonly Uint8Array[],
  { program = 'xmllint', schema = SCHEMA } = {},
): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'splitsecond-xmllint-'));
  try {
    const paths = documents.map((bytes, index) => {
      const path = join(folder, `${index + 1}.xml`);
      writeFileSync(path, bytes);
      return path;
    });
    const run = spawnSync(program, ['--nonet', '--noout', '--schema', schema, ...paths], {
      encoding: 'utf8',
    });
    if (run.error !== undefined) return null;
    const complaints = run.stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
    return run.status === 0 ? '' : complaints.join('\n') || `${program} ended with ${run.status}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By libxml2 as WebAssembly, which reads what a schema includes from beside it. */
export function complaintsOfLibrary(documents: readonly Uint8Array[], path = SCHEMA): string {
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  const validator = XsdValidator.fromDoc(schema);
  try {
    return documents.flatMap((bytes, index) => complaintsOf(bytes, `${index + 1}.xml`, validator)).join('\n');
  } finally {
    validator.dispose();
    schema.dispose();
  }
}

function complaintsOf(bytes: Uint8Array, name: string, validator: XsdValidator): readonly string[] {
  let document: XmlDocument | null = null;
  try {
    document = XmlDocument.fromBuffer(bytes);
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return error.details.map(({ line, message }) => `${name}:${line}: ${message.trim()}`);
  } finally {
    document?.dispose();
  }
}
