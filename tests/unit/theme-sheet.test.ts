import { describe, expect, it } from 'vitest'
import { themes } from '@/lib/map/theme'
import { themeSheet, themeSheetAddress } from '@/lib/map/theme-sheet'

describe('the sheet of tokens', () => {
  it('has the tokens of both themes, and follows the system unless the page says otherwise', () => {
    const [root, system, light, dark] = themeSheet.split('\n')
    expect(root).toContain(`--vermilion:${themes.light.hues.vermilion.text}`)
    expect(system).toContain('prefers-color-scheme:dark')
    expect(system).toContain(`--ink:${themes.dark.ink}`)
    expect(light).toMatch(/^:root:has\(\[data-theme=light\]\)/)
    expect(dark).toContain(`--azure-mark:${themes.dark.hues.azure.mark}`)
  })

  it('has an address that changes with it', () => {
    expect(themeSheetAddress).toMatch(/^\/theme\.css\?v=[0-9a-f]{6,8}$/)
  })
})
