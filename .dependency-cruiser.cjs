/** Which rank may not import which: one row forbids everything to the right of where a file stands. */
const ranks = [
  ['media', '^lib/media/'],
  ['schema', '^lib/schema/'],
  ['geo', '^lib/geo/'],
  ['derive', '^lib/derive/'],
  ['gazetteer', '^lib/gazetteer/'],
  ['draft', '^lib/draft/'],
  ['import', '^lib/import/'],
  ['edit', '^lib/edit/'],
  ['map', '^lib/(map|url|wall)/'],
  ['find', '^lib/find/'],
  ['server-or-client', '^lib/(server|client|command|kiosk)/'],
  ['components', '^components/'],
  ['app', '^(app|proxy|instrumentation)'],
]

const oneWay = ranks.slice(0, -1).map(([name, from], index) => ({
  name: `${name}-looks-left-only`,
  severity: 'error',
  from: { path: from },
  to: {
    path: ranks
      .slice(index + 1)
      .map(([, path]) => path)
      .join('|'),
  },
}))

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'server-apart-from-client',
      severity: 'error',
      from: { path: '^lib/server/' },
      to: { path: '^lib/client/' },
    },
    {
      name: 'client-apart-from-server',
      severity: 'error',
      from: { path: '^lib/client/' },
      to: { path: '^lib/server/' },
    },
    {
      name: 'components-apart-from-server-and-data',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(lib/(server|command|kiosk)|data)/' },
    },
    {
      name: 'only-the-adapter-runs-the-map',
      severity: 'error',
      from: { pathNot: '^components/map/' },
      to: { path: 'node_modules/maplibre-gl', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-of-the-page-before-the-page',
      comment:
        'What is fetched before the page is there knows nothing of its scripts: what both need would come twice.',
      severity: 'error',
      from: { path: '^instrumentation-client' },
      to: { path: '^components/map/map-adapter', reachable: true },
    },
    {
      name: 'no-schemas-in-the-browser',
      comment:
        'Zod and EDTF stay on the server: the browser gets parsed records and their types. What needs neither is in plain-values, plain-dates and plain-marks.',
      severity: 'error',
      from: { path: '^(components|lib/(client|edit|map|url|wall))/' },
      to: {
        path: '^lib/schema/',
        pathNot: '^lib/schema/plain-(values|dates|marks)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-schemas-in-the-importer',
      comment: 'A file is read in the browser too: the importer knows the schemas’ types, and what needs no schema.',
      severity: 'error',
      from: { path: '^lib/import/' },
      to: {
        path: '^lib/schema/',
        pathNot: '^lib/schema/(plain-values|plain-dates|nearest)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-a-thread-draws',
      comment:
        'What draws keeps a thread for tenths of a second: it is ordered through draw-apart, and no request waits for it.',
      severity: 'error',
      from: {
        path: '^(app|lib/server)/',
        pathNot: '^(app/drawing/draw-(worker|still)|lib/server/(static-map|svg-|place-labels))',
      },
      to: {
        path: '^(app/drawing/draw-(worker|still)|lib/server/static-map)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circles-of-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^components/' },
      to: { circular: true },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
