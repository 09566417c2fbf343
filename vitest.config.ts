import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // What is tested keeps nothing between files, and loading it once takes a third of the time.
    isolate: false,
    // One for each core: where there are two, only one would be used.
    maxWorkers: '100%',
    // Some read the whole case hundreds of times, which a busy machine does slowly.
    testTimeout: 30_000,
  },
})
