import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Files that need modules of their own. */
const ALONE = ['tests/unit/client/**/*.test.ts', 'tests/unit/tile/**/*.test.ts']

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    environment: 'node',
    // One for each core: where there are two, only one would be used.
    maxWorkers: '100%',
    // Some read the whole case hundreds of times, which a busy machine does slowly.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ALONE,
          // What is tested keeps nothing between files, and loading it once takes a third of the time.
          isolate: false,
        },
      },
      // A page keeps its window, its stores and React's own state, and limits are mocked: another file would find them so, or
      // have loaded what is mocked.
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
  },
})
