import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './tests/chromium'

const executablePath = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'tests/.output/e2e',
  // The map is drawn in software by all cores: a second worker makes each test that much slower.
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'tests/.output/e2e.json' }]],
  forbidOnly: true,
  use: {
    // Wide enough for the case and what is in focus beside each other; layout.spec.ts has the narrower ones.
    viewport: { width: 1760, height: 1000 },
    // A quarter of the pixels for the processor to draw; all is laid out as on a whole one. What is about pixels asks for them.
    deviceScaleFactor: 0.5,
    colorScheme: 'light',
    // A flight is a hundred pictures drawn in software. Tests that are about movement ask for it.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      // Where there is no graphics card the processor puts a page together faster by itself; WebGL stays as it is.
      args: [...chromiumArguments, '--disable-gpu-compositing'],
      ...(executablePath !== undefined && { executablePath }),
    },
  },
})
