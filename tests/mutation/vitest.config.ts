import path from 'node:path'
import { defineConfig, mergeConfig } from 'vitest/config'
import unit from '../../vitest.config.js'
import { keptThread } from './kept-thread.js'

/** Stryker’s runner asks for a pool of its own, so this one is put in after it was read. */
const withKeptThread = {
  name: 'with-kept-thread',
  configureVitest({ project }: { project: { config: object } }) {
    Object.assign(project.config, { pool: keptThread.name, poolRunner: keptThread })
  },
}

const withoutMemory = {
  name: 'without-memory',
  enforce: 'pre' as const,
  resolveId(source: string, importer: string | undefined) {
    const remembers = source.endsWith('/remember') && importer?.includes('/lib/')
    return remembers ? path.join(import.meta.dirname, 'remember-nothing.ts') : null
  },
}

/**
 * The unit tests that a mutant runs. A mutant runs every test that reaches its line until one fails, so what needs
 * seconds and is only reached from afar stays out: commands as processes of their own, the control plane and its
 * backends, rendered pages, the basemap, pictures and archives of the committed case, and what is true of that case. What a mutant needs is what states a
 * rule of `lib/derive`, `schema`, `url` or `wall` on a small fixture.
 */
const { MUTATION_TESTS: only = 'tests/unit/**/*.test.ts' } = process.env

export default mergeConfig(
  { ...unit, test: { ...unit.test, projects: undefined } },
  defineConfig({
    plugins: [withKeptThread, withoutMemory],
    test: {
      include: only.split(','),
      isolate: false,
      setupFiles: ['tests/mutation/before-each-file.ts'],
      exclude: [
        // Ten thousand rows, edits or random cases each: they say what holds at that size, and take seconds.
        'tests/unit/**/*.scale.test.ts',
        'tests/unit/client/**',
        'tests/unit/{command,draft,editor,feeds,gazetteer,import}/**',
        'tests/unit/tile/{database,layer-tiles,tile-layer}.test.ts',
        'tests/unit/control/{control,door,guesses,memory-backend,streams,valkey}.test.ts',
        'tests/unit/find/find-index.test.ts',
        'tests/unit/panels/**',
        'tests/unit/share/{archive-route,case-archive,cited-version}.test.ts',
        'tests/unit/{archive-range,bare-addresses,basemap-archive,build-apart,case-tour,committed-case,draw-threads,evidence,kinds-of-error,nearest-coast,no-case-in-code}.test.ts',
        'tests/unit/{case-command,case-store,disputed-borders,keep-good-case,kiosk,last-good,static-map,street-archive,street-style-file}.test.ts',
      ],
    },
  }),
)
