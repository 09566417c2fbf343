import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const WHOLE_PAGES = 'tests/unit/client/**/*.test.ts'

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
          exclude: [WHOLE_PAGES],
          // What is tested keeps nothing between files, and loading it once takes a third of the time.
          isolate: false,
        },
      },
      // A page keeps its window, its stores and React's own state: the next must not find those of the one before.
      { extends: true, test: { name: 'pages', include: [WHOLE_PAGES] } },
    ],
  },
})
