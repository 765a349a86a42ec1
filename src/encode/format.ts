import type { Encoder, Format } from './encoder.ts';
import { jsonEncoder } from './json.ts';
import { odfEncoder } from './odf/encoder.ts';
import { protobufEncoder } from './protobuf.ts';

export const FORMATS: readonly Format[] = ['json', 'protobuf', 'odf'];

const ENCODERS: Readonly<Record<Format, Encoder>> = {
  json: jsonEncoder,
  protobuf: protobufEncoder,
  odf: odfEncoder,
};

export function encoderOf(format: Format): Encoder {
  return ENCODERS[format];
}
