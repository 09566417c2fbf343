import { addressBelow } from '@/lib/url/base-path'
import { type Theme, themes } from './theme'

const kebab = (name: string) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)

function colours(theme: Theme): string {
  const tokens = {
    land: theme.land,
    sea: theme.sea[0]?.[1] ?? theme.land,
    border: theme.border,
    ink: theme.ink,
    quietInk: theme.quietInk,
    panel: theme.panel,
    rule: theme.rule,
    focus: theme.focus,
    halo: theme.focusHalo,
    labelHalo: theme.halo,
    ...Object.fromEntries(
      Object.entries(theme.hues).flatMap(([hue, { mark, text }]) => [
        [hue, text],
        [`${hue}Mark`, mark],
      ]),
    ),
  }
  const properties = Object.entries(tokens).map(([name, value]) => `--${kebab(name)}:${value}`)
  return [`color-scheme:${theme.name}`, ...properties].join(';')
}

function type({ fonts, type: sizes }: Theme): string {
  const families = [
    `--sans:${fonts.sans},'Sans Stand-in',system-ui,sans-serif`,
    `--serif:${fonts.serif},'Serif Stand-in',Georgia,serif`,
  ]
  return [...families, ...Object.values(sizes).map((size) => `--text-${size}:${size / 16}rem`)].join(';')
}

/**
 * The table of tokens as CSS custom properties on the root element. The system's preference chooses the theme unless
 * the page's `data-theme` does. Paper is white: nothing is printed in the dark theme.
 */
export const themeSheet = [
  `:root{${type(themes.light)};${colours(themes.light)}}`,
  `@media screen and (prefers-color-scheme:dark){:root{${colours(themes.dark)}}}`,
  `:root:has([data-theme=light]){${colours(themes.light)}}`,
  `@media screen{:root:has([data-theme=dark]){${colours(themes.dark)}}}`,
].join('\n')

/** FNV-1a, 32 bits: enough to tell one sheet from the next, and the same in browser and server. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16)
}

/** Address of the sheet; changes when a token does. */
export const themeSheetAddress = addressBelow(`/theme.css?v=${shortHash(themeSheet)}`)
