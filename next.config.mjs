import { readFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'
import createNextIntlPlugin from 'next-intl/plugin'

/** Messages are parsed while building: their parser would be a tenth of what the page's own code weighs. */
const withWords = createNextIntlPlugin({
  requestConfig: './lib/server/request-words.ts',
  experimental: { messages: { path: './lib/words', format: 'json', locales: 'infer', precompile: true } },
})

/** On every answer; the content security policy carries a nonce and so is set per page, in proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

/** Of what is no page: proxy.ts writes that of pages. An SVG has a style of its own. */
const dataPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
/** Scripts, among them those of workers, whose own policy this is; and what is answered where there is none. */
const scriptPolicy = "script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
const policies = [
  ...['/api/:path*', '/changes', '/control/:path*', '/editing/:path*', '/basemap/:path*'].map((source) => [
    source,
    dataPolicy,
  ]),
  // A document that is opened by itself may run nothing at all.
  ['/evidence/:path*', `${dataPolicy}; sandbox`],
  ['/_next/:path*', scriptPolicy],
].map(([source, value]) => ({ source, headers: [{ key: 'Content-Security-Policy', value }] }))

/**
 * A sandboxed frame is of no origin, and the fonts of an embedded map are another's there. The code and the basemap are
 * anyone's to read; the cases are not: a board may stand in a house whose browsers visit other pages.
 */
const readByAll = ['/_next/static/:path*', '/basemap/:path*'].map((source) => ({
  source,
  headers: [{ key: 'Access-Control-Allow-Origin', value: '*' }],
}))

/** In no frame but for the embedded map, which is made for one; proxy.ts says the same in the policy. */
const notFramed = {
  source: '/((?!embed/[^/]+$).*)',
  headers: [{ key: 'X-Frame-Options', value: 'DENY' }],
}

/** What lib/server/http.ts compresses; a route handler's own `content-encoding` is dropped on the way out. */
const compressedRoutes = ['/api/:path*', '/basemap/:z/:x/:y', '/basemap/street/:z/:x/:y'].flatMap((source) => [
  { source, headers: [{ key: 'Vary', value: 'Accept-Encoding' }] },
  {
    source,
    has: [{ type: 'header', key: 'accept-encoding', value: '.*gzip.*' }],
    headers: [{ key: 'Content-Encoding', value: 'gzip' }],
  },
])

/**
 * Puts a copy beside each script and sheet, packed by Brotli, for lib/server/packed-texts.ts to send: a sixth smaller than by
 * gzip, and the server packs nothing while somebody waits.
 */
async function packTexts({ distDir }) {
  for (const folder of ['chunks', 'media']) {
    const below = join(distDir, 'static', folder)
    const names = (await readdir(below).catch(() => [])).filter((name) => /\.(js|mjs|css)$/.test(name))
    const pack = async (name) =>
      writeFile(join(below, `${name}.br`), await promisify(brotliCompress)(await readFile(join(below, name))))
    await Promise.all(names.map(pack))
  }
}

/**
 * Where it stands below its origin, behind a proxy that has other things there too; lib/url/base-path.ts is told. What was
 * built for one path cannot be served below another, so a server asks the build.
 */
function readBasePath(phase) {
  if (phase !== PHASE_PRODUCTION_SERVER) return process.env.CASEBOARD_BASE_PATH ?? ''
  const built = JSON.parse(readFileSync(join(process.cwd(), '.next', 'required-server-files.json'), 'utf8'))
  return built.config.basePath
}

/** What is read by its path, which the build does not see. The sources of the basemap are read by `npm run basemap` alone. */
const standalone = {
  output: 'standalone',
  outputFileTracingIncludes: {
    '/*': [
      'node_modules/@fontsource-variable/*/files/*',
      'node_modules/@mapbox/maki/icons/*',
      'node_modules/@rapideditor/temaki/icons/*',
      'node_modules/{harfbuzzjs,wawoff2}/**/*',
      'data/basemap/*',
      'data/basemap/sources/{sea,cities}.geojson.gz',
      'data/basemap/sources/admin1.topojson.gz',
    ],
  },
}

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // What a wall compares to see that there is a new release; Next makes one up for each build unless it is named.
  generateBuildId: () => process.env.CASEBOARD_RELEASE ?? null,
  images: { unoptimized: true },
  // The first two read a file beside their own; the third may have parts that are not there.
  serverExternalPackages: ['harfbuzzjs', 'wawoff2', 'pg'],
  // A folder with a server and all that it needs of the packages, for many machines: `npm run standalone`.
  ...(process.env.CASEBOARD_STANDALONE === '1' ? standalone : {}),
  // `npm run check` has a step of its own for types, tests included; the reader who only builds need not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  // Hoisted together, the modules that the page and the map share would come twice: 8 kB.
  experimental: { turbopackScopeHoisting: false },
  compiler: { runAfterProductionCompile: packTexts },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    notFramed,
    ...policies,
    ...readByAll,
    ...compressedRoutes,
  ],
}

export default (phase) => {
  const basePath = readBasePath(phase)
  return withWords({ ...config, basePath, env: { CASEBOARD_BASE_PATH: basePath } })
}
