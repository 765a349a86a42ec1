import type { UnitRule } from '../rules/contract.ts';
import { NOTHING_SHOWN, WAITING } from '../rules/nothing-yet.ts';

/** Stands in until a rule is known for a unit: the start list is shown, nobody is ranked. */
export const unplacedRule: UnitRule<unknown> = {
  over: 'facts',
  reads: [],
  family: '',
  id: '',
  columns: [
    { code: 'ORDER', label: 'Order', source: 'startOrder', align: 'right', width: 5 },
    { code: 'NAME', label: 'Name', source: 'name', align: 'left', width: 28 },
    { code: 'ORGANISATION', label: 'NOC', source: 'organisation', align: 'left', width: 4 },
  ],
  irmOrder: [],
  criteria: [],
  card: (_entry, facts) => facts,
  standing: () => WAITING,
  mark: () => NOTHING_SHOWN,
};
