/** The mix: what screens take, interleaved so that every part of them has all of it. */
export const FORMS = {
  'delta JSON': { subprotocol: 'splitsecond.json', delta: true, deflated: false },
  'delta protobuf': { subprotocol: 'splitsecond.protobuf', delta: true, deflated: false },
  'delta JSON, deflated': { subprotocol: 'splitsecond.json', delta: true, deflated: true },
  'whole ODF': { subprotocol: 'splitsecond.odf', delta: false, deflated: false },
} as const;

export type Form = keyof typeof FORMS;

export const FORM_NAMES = Object.keys(FORMS) as Form[];

/** 48 % take JSON deltas, 40 % protobuf deltas, 10 % deflated JSON deltas, and 2 %, the media wires, whole XML. */
export function formOf(screen: number): Form {
  const place = screen % 50;
  if (place === 49) return 'whole ODF';
  if (place % 10 === 8) return 'delta JSON, deflated';
  return place % 2 === 0 || place % 10 === 9 ? 'delta JSON' : 'delta protobuf';
}
