/** How published results name the events, against RSC event codes. */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/^60(m)?$/, '60M'],
  [/^100(m)?$/, '100M'],
  [/^200(m)?$/, '200M'],
  [/^400(m)?$/, '400M'],
  [/^800(m)?$/, '800M'],
  [/^1500(m)?$/, '1500M'],
  [/^3000(m)?$/, '3000M'],
  [/^5000(m)?$/, '5000M'],
  [/^10000(m)?$/, '10000M'],
  [/^60(m)?h(urdles)?$/, '60MHURD'],
  [/^100(m)?h(urdles)?$/, '100MHURD'],
  [/^110(m)?h(urdles)?$/, '110MHURD'],
  [/^400(m)?h(urdles)?$/, '400MHURD'],
  [/^3000(m)?s(c|t|teeple(chase)?)$/, '3000MST'],
  [/^4x100(m)?$/, '4X100M'],
  [/^4x400(m)?$/, '4X400M'],
  [/^10km$/, '10KM'],
  [/^half-?mar(athon)?$/, 'HALFMAR'],
  [/^mar(athon)?$/, 'MARATHON'],
  [/^10km?w(alk)?$/, '10KMWALK'],
  [/^20km?w(alk)?$/, '20KMWALK'],
  [/^35km?w(alk)?$/, '35KMWALK'],
  [/^50km?w(alk)?$/, '50KMWALK'],
  [/^(lj|longjump)$/, 'LONGJUMP'],
  [/^(tj|triplejump)$/, 'TRPLJUMP'],
  [/^(hj|highjump)$/, 'HIGHJUMP'],
  [/^(pv|polevault)$/, 'PLEVAULT'],
  [/^(sp|shot|shotput)$/, 'SHOTPUT'],
  [/^(dt|discus|discusthrow)$/, 'DISCUS'],
  [/^(ht|hammer|hammerthrow)$/, 'HAMMER'],
  [/^(jt|javelin|javelinthrow)$/, 'JAVELIN'],
  [/^(dec|decathlon)$/, 'DECATH'],
  [/^(hep|heptathlon)$/, 'HEPTATH'],
];

/** `10,000m`, `3000SC`, `4 x 100m`, `20km Race Walk` -> RSC event code; null when not known. */
export function eventCodeOf(name: string): string | null {
  const plain = name
    .toLowerCase()
    .replace(/\b(men|women|mixed|relay|race)('s)?\b/g, '')
    .replace(/[\s,.]/g, '');
  return CODES.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}
