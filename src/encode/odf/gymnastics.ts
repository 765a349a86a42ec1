import { COMMON_CODES, flag, number, type SportCodes, text } from './codes.ts';

/** GAR. A proposal: the dictionary's code names are not public. Vault 1 and 2 are lines of their own. */
export const gymnastics: SportCodes = {
  ...COMMON_CODES,
  judged: {
    scalars: [],
    lists: {
      parts: {
        type: 'ER',
        code: 'APPARATUS',
        attributes: { Value: text('score'), Rank: number('rank') },
        extensions: { APPARATUS: text('part'), COUNT: flag('counts') },
        athlete: 'athlete',
        byCode: {
          field: 'components',
          codes: { D: 'D_SCORE', E: 'E_SCORE', A: 'A_SCORE', ND: 'PEN', B: 'BONUS' },
        },
      },
    },
  },
};
