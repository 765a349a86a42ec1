import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCHEMA = new URL('../../schemas/odf-style.xsd', import.meta.url).pathname;

/**
 * What libxml2 says against documents that are held to the XSD: nothing when all are valid. Throws when the program is
 * missing, because a check that does not run is no check.
 */
export function xmllintComplaints(documents: readonly Uint8Array[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'splitsecond-xmllint-'));
  try {
    const paths = documents.map((bytes, index) => {
      const path = join(folder, `${index + 1}.xml`);
      writeFileSync(path, bytes);
      return path;
    });
    const run = spawnSync('xmllint', ['--nonet', '--noout', '--schema', SCHEMA, ...paths], {
      encoding: 'utf8',
    });
    if (run.error !== undefined) {
      throw new Error('xmllint is missing: install libxml2-utils (Debian) or libxml2 (macOS)', {
        cause: run.error,
      });
    }
    const complaints = run.stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
    return run.status === 0 ? '' : complaints.join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
