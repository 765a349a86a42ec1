import type { Encoder, Format, WireFormat } from './encoder.ts';
import { jsonEncoder } from './json.ts';
import { odfEncoder, plainOdfEncoder } from './odf/encoder.ts';
import { protobufEncoder } from './protobuf.ts';

export const FORMATS: readonly Format[] = ['json', 'protobuf', 'odf'];

const ENCODERS: Readonly<Record<WireFormat, Encoder>> = {
  json: jsonEncoder,
  protobuf: protobufEncoder,
  odf: odfEncoder,
  'odf-plain': plainOdfEncoder,
};

export function encoderOf(format: WireFormat): Encoder {
  return ENCODERS[format];
}
