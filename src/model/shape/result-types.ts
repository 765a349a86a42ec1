/** What kind of number a result is (ODF `ResultType`). */
export const RESULT_TYPES = [
  'TIME',
  'DISTANCE',
  'POINTS',
  'WEIGHT',
  'STROKES',
  'SCORE',
  'RANK',
  'IRM',
  'IRM_POINTS',
  'IRM_TIME',
  'MEDAL',
] as const;
