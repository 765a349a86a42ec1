/** What a venue would have said of a published competition: start lists, awards, difficulty, what the referee declared. */
import { eventRsc, partsOf, type Rsc } from '../../../model/rsc.ts';
import {
  groupedBy,
  type PublishedContest,
  type PublishedDive,
  type PublishedDiver,
  type PublishedDiving,
  phaseOfContest,
} from './published.ts';

export function* factsOf({ contests, edition }: PublishedDiving): Generator<object> {
  let seq = 0;
  const said = (unit: Rsc, fact: object): object => {
    seq += 1;
    return { source: 'RESULTS', seq, unit, ...fact };
  };
  const ruled = (kind: string): object => (edition === null ? {} : { rule: `DIV.${kind}@${edition}` });
  for (const [event, of] of groupedBy(inOrder(contests), ({ unit }) => eventRsc(unit))) {
    const phases = groupedBy(of, phaseOfContest);
    yield said(event, { setup: ruled('PHASE') });
    const rounds = inOrderOfPhases(phases);
    for (const [index, [phase, units]] of rounds.entries()) {
      yield said(phase, { setup: { ...ruled('PHASE'), ...advanceOf(units, rounds[index + 1]?.[1] ?? []) } });
      // Points carried over are those of whoever is in the later phase: it says who is listed.
      if (edition !== null) yield said(phase, startListOf(diversOf(units)));
    }
    for (const { unit, divers } of of) {
      yield said(unit, { setup: { ...ruled('CONTEST'), ...setupOf(divers), reconstructed: true } });
      yield said(unit, startListOf(divers));
      for (const diver of byCode(divers))
        for (const dive of [...diver.dives].sort((one, other) => one.round - other.round))
          for (const score of scoresOf(diver.code, dive)) yield said(unit, { score });
      yield said(unit, { status: { result: 'OFFICIAL' } });
    }
  }
}

const PHASES = ['PREL', 'SFNL', 'FNL'];

const inOrderOfPhases = (phases: ReadonlyMap<Rsc, readonly PublishedContest[]>) =>
  [...phases].sort(
    ([one], [other]) => PHASES.indexOf(partsOf(one).phase) - PHASES.indexOf(partsOf(other).phase),
  );

const diversOf = (units: readonly PublishedContest[]): PublishedDiver[] =>
  units.flatMap(({ divers }) => divers);

/** As many as there are in the next phase: of one contest the best, of several the first so many of each. */
function advanceOf(units: readonly PublishedContest[], next: readonly PublishedContest[]): object {
  const there = new Set(diversOf(next).map(({ code }) => code));
  const through = units.map(({ divers }) => divers.filter(({ code }) => there.has(code)).length);
  const count = Math.max(...through);
  return count === 0 ? {} : { advance: [{ by: units.length === 1 ? 'best' : 'place', count, mark: 'Q' }] };
}

const inOrder = (contests: readonly PublishedContest[]): PublishedContest[] =>
  [...contests].sort((one, other) => (one.unit < other.unit ? -1 : 1));

/** In an order that says nothing about places. */
const byCode = (divers: readonly PublishedDiver[]): PublishedDiver[] =>
  [...divers].sort((one, other) => (one.code < other.code ? -1 : 1));

/** As many judges as gave awards, and as many rounds as were dived. */
function setupOf(divers: readonly PublishedDiver[]): object {
  const dives = divers.flatMap((diver) => diver.dives);
  const judges = new Set(dives.flatMap(({ awards }) => awards?.length ?? []));
  return {
    attempts: Math.max(...dives.map(({ round }) => round)),
    ...(judges.size === 1 ? { options: { judges: [...judges][0] } } : {}),
  };
}

function startListOf(divers: readonly PublishedDiver[]): object {
  const entries = byCode(divers).map(({ code, name, organisation }, index) => {
    const [, family = name, given = ''] = /^(\S+(?: [A-Z'-]+)*) (\S.*)$/.exec(name) ?? [];
    return {
      competitor: {
        code,
        kind: 'ATHLETE',
        organisation,
        name: { family, ...(given === '' ? {} : { given }) },
      },
      startOrder: index + 1,
    };
  });
  return { startList: { entries } };
}

function scoresOf(
  competitor: string,
  { round, number, difficulty, awards, restarted }: PublishedDive,
): object[] {
  const of = { competitor, round };
  return [
    { ...of, ...(number === null ? {} : { element: number }), component: 'DD', value: difficulty },
    ...(restarted ? [{ ...of, component: 'DED', value: '2' }] : []),
    ...(awards ?? []).map((value, index) => ({ ...of, component: 'EX', judge: String(index + 1), value })),
    ...(awards === null ? [{ ...of, component: 'FAIL', value: '1' }] : []),
  ];
}
