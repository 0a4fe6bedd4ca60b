import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { unitIndex } from './build.mjs';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  plugins: [unitIndex()],
  define: { TOOL_VERSION: JSON.stringify(version) },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/build-once.ts'],
    testTimeout: 20_000,
    // Nobody's configuration may reach the tests, and they must not depend on where or when they run.
    env: { NO_COLOR: '', FORCE_COLOR: '', TZ: process.env.TZ ?? 'UTC' },
  },
});
