/**
 * What a competition has come to is put down and taken up by another one, at any fact: from there on both make the same versions,
 * with the same hashes, corrections and deltas. Seeds are fixed.
 */
import { relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { Dice } from '../../src/simulation/dice.ts';
import { SPORTS } from '../../src/sports.ts';
import { Competition, type CompetitionSoFar } from '../../src/standings/competition.ts';
import { NotAsPublished } from '../../src/standings/series.ts';
import { allCases } from '../support/case-runner.ts';
import { ROOT } from '../support/source-tree.ts';
import { EPOCH, feedAt, stored, versionsAsText } from './end-state.ts';

/** A longer feed takes longer, and shows nothing that a shorter one does not. */
const FACTS_MOST = 100;
const CUTS = 2;

const feeds = allCases()
  .map(({ folder }) => relative(ROOT, folder))
  .map((folder) => ({ folder, facts: stored(feedAt(`${folder}/feed.ndjson`)) }))
  .filter(({ facts }) => facts.length <= FACTS_MOST);

const begun = (): Competition => new Competition({ epoch: EPOCH, sports: SPORTS });

function after(facts: readonly Fact[]): Competition {
  const competition = begun();
  for (const fact of facts) competition.take(fact);
  return competition;
}

/** As plain data, each unit for itself: nothing is the same object any more. */
function putDown(competition: Competition): CompetitionSoFar {
  const { disciplines, ...rest } = competition.soFar();
  return {
    ...copy(rest),
    disciplines: disciplines.map(([code, { units, ...about }]) => [
      code,
      { ...copy(about), units: units.map((unit) => copy(unit)) },
    ]),
  };
}

const copy = <T>(value: T): T => deserialize(serialize(value)) as T;

test.each(feeds)('$folder goes on from any fact', ({ facts }) => {
  const dice = new Dice(facts.length);
  for (let cut = 0; cut < CUTS; cut += 1) {
    const at = dice.throw(facts.length + 1);
    const one = after(facts.slice(0, at));
    if (one.stopped.length > 0) continue;
    const other = begun();
    other.takeUp(putDown(one));
    for (const fact of facts.slice(at))
      expect(versionsAsText(other.take(fact).versions)).toEqual(versionsAsText(one.take(fact).versions));
  }
});

describe('what is put down wrongly is refused', () => {
  const { facts } = feeds.find(({ folder }) => folder.includes('replay-after-a-tie'))!;
  const wrong = (change: (soFar: CompetitionSoFar) => CompetitionSoFar): (() => void) => {
    const soFar = change(putDown(after(facts)));
    return () => begun().takeUp(soFar);
  };

  test('a hash that is none of its documents', () => {
    const other = wrong((soFar) => ({
      ...soFar,
      documents: soFar.documents.map((each, index) =>
        index === 3 ? { ...each, hash: '0'.repeat(16) } : each,
      ),
    }));
    expect(other).toThrow(NotAsPublished);
  });

  test('a document too few', () => {
    expect(wrong((soFar) => ({ ...soFar, documents: soFar.documents.slice(1) }))).toThrow(NotAsPublished);
  });

  test('a document that nothing leads to', () => {
    const stranger = (soFar: CompetitionSoFar) => ({
      ...soFar.documents[0]!,
      channel: 'XXX/RESULT' as never,
    });
    expect(wrong((soFar) => ({ ...soFar, documents: [...soFar.documents, stranger(soFar)] }))).toThrow(
      NotAsPublished,
    );
  });

  test('a fact too few', () => {
    const less = wrong((soFar) => ({
      ...soFar,
      disciplines: soFar.disciplines.map(([code, discipline]) => [
        code,
        {
          ...discipline,
          units: discipline.units.map((unit) => ({
            ...unit,
            soFar: {
              ...unit.soFar!,
              facts: { ...unit.soFar!.facts, words: unit.soFar!.facts.words.slice(1) },
            },
          })),
        },
      ]),
    }));
    expect(less).toThrow(NotAsPublished);
  });
});
