/**
 * Prints how many bytes of the heap an import holds when a part of its facts is made:
 *
 *   node --expose-gc dist/test/venue/import-held.js iof|lenex FILE FACTS
 */
import { importIof } from '../../src/venue/import/iof.ts';
import { importLenex } from '../../src/venue/import/lenex.ts';

const [format, path = '', count] = process.argv.slice(2);
const imported = format === 'iof' ? importIof({ path }) : importLenex({ path });
const facts = imported.facts[Symbol.iterator]();
for (let made = 0; made < Number(count); made += 1)
  if (facts.next().done === true) throw new Error(`there are only ${made} facts in it`);
globalThis.gc!();
const { heapUsed } = process.memoryUsage();
// What is held is held until here.
if (facts.next().done === true) throw new Error('the facts are over');
process.stdout.write(`${heapUsed} ${imported.lines}\n`);
