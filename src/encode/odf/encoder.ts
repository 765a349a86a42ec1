import type { Encoder } from '../format.ts';

export const odfEncoder: Encoder = {
  format: 'odf',
  binary: false,
  frame: () => Buffer.alloc(0),
  deltaFrame: () => null,
  whole: () => Buffer.alloc(0),
};
