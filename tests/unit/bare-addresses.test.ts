import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** What the product answers at; a text of code that begins so is an address of the product. */
const ROUTES = 'api|basemap|cases|control|editing|editor|embed|healthz|metrics|print|remote|theme\\.css|wall'
const ADDRESS = new RegExp(`(['"\`]|\\$\\{(?:\\w+\\.)*origin\\})/(?:${ROUTES})\\b`)
/** Where it is a route's own name: Next's types, and the lists of what is asked at which path. */
const isRouteName = (line: string) => /(Page|Route)(Props|Context)</.test(line) || /^\s*(\/?\*|\/\/)/.test(line)
/** These give their addresses to what adds the base path itself, or ask with another's. */
const ELSEWHERE =
  /lib\/(client\/(wall\/(wall|follow)|remote\/remote)-link|kiosk|command)|app\/(api|control)\/\[\.\.\.rest\]/

it('no address of the product stands in the code without the base path before it', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  const bare = files
    .filter((file) => /\.tsx?$/.test(file) && !ELSEWHERE.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .replace(/addressBelow\(\s*['"`]\//g, '')
        .split('\n')
        .filter((line) => ADDRESS.test(line) && !isRouteName(line))
        .map((line) => `${file}: ${line.trim()}`),
    )
  expect(bare).toEqual([])
})
