import type { UnitRule } from '../rules/contract.ts';
import { NOTHING_SHOWN, WAITING } from '../rules/nothing-yet.ts';

/** Stands in until a rule is known for a unit: the start list is shown, nobody is ranked. */
export const unplacedRule: UnitRule<unknown> = {
  over: 'facts',
  reads: [],
  family: '',
  id: '',
  columns: [
    { label: 'Order', source: 'startOrder', align: 'right', width: 5 },
    { label: 'Name', source: 'name', align: 'left', width: 28 },
    { label: 'Org', source: 'organisation', align: 'left', width: 4 },
  ],
  irmOrder: [],
  criteria: [],
  card: (_entry, facts) => facts,
  standing: () => WAITING,
  mark: () => NOTHING_SHOWN,
};
