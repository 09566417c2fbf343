const folder = 'tests/.output/mutation'

/** @type {ConstructorParameters<typeof import('@stryker-mutator/core').Stryker>[0]} */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  ignorePatterns: ['.next', '.state', 'public/basemap', 'tests/.output', 'tests/e2e'],
  coverageAnalysis: 'perTest',
  // What runs once, while a module is loaded, is mostly the tables and schemas of zod: each of its mutants would need every
  // test in a process of its own, which takes half a minute.
  ignoreStatic: true,
  timeoutMS: 15_000,
  // The first run takes two minutes, and several times as long beside other work.
  dryRunTimeoutMinutes: 20,
  incremental: true,
  incrementalFile: `${folder}/incremental.json`,
  tempDirName: `${folder}/sandbox`,
  reporters: ['json', 'html', 'clear-text'],
  jsonReporter: { fileName: `${folder}/report.json` },
  htmlReporter: { fileName: `${folder}/report.html` },
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: false, logTests: false },
}
