/** Every version of the cases of contests and series in every format: whole, as deltas, valid. */
import { test } from 'vitest';
import { isRejection } from '../../src/ingest/rejection.ts';
import { SPORTS } from '../../src/sports.ts';
import { factOfLine } from '../../src/venue/feed-file.ts';
import { Standings } from '../fixture-sports/standings.ts';
import { allCases, feedOf } from '../support/case-runner.ts';
import { expectEveryFormat } from '../support/format-proof.ts';

const cases = allCases().filter(({ name }) => /^(?:football|tennis|judo|sailing)\//.test(name));

test.each(cases)('$name is whole and valid in every format', (one) => {
  const facts = feedOf(one).map((wire, index) => {
    const fact = factOfLine(Buffer.from(JSON.stringify(wire)), index + 1);
    if (isRejection(fact)) throw new Error(`${fact.code} ${fact.message}`);
    return fact;
  });
  expectEveryFormat(new Standings(facts, SPORTS).versions);
});
