import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts', 'sports/**/*.test.ts'],
    // Two cores: real brokers and browsers run beside the tests. Nothing is measured here: a busy machine has its time.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
});
