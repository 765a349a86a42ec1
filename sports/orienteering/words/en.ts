import type { Words } from '../../../src/model/words.ts';

export const en: Words = {
  language: 'en',
  discipline: 'Orienteering',
  phases: { QUAL: 'Qualification', FNL: 'Final' },
  units: { RACE: 'Race {number}' },
  criteria: { TIME_WHOLE_SECONDS: 'lower time in whole seconds', ORDER_OF_FINISH: 'order of finish' },
  irm: { MP: 'missing punch', OVT: 'over the time limit', NC: 'not competing' },
};
