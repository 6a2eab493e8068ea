// usage: node scripts/icon.mjs   Writes images/icon.png, which the Marketplace wants, from images/icon.svg.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layChromium, layTools } from '../test/editor/setup.mjs'
import { root, script } from './run.mjs'

/** The Marketplace's size, in pixels. */
const size = 128

await script(async () => {
  await layTools()
  const { startBrowser } = await import('../test/editor/workbench.mjs')
  const { page, stop } = await startBrowser({ chromium: await layChromium(), viewport: { width: size, height: size } })
  try {
    const svg = readFileSync(join(root, 'images/icon.svg'), 'utf8')
    await page.setContent(`<body style="margin:0">${svg}</body>`)
    await page.screenshot({ path: join(root, 'images/icon.png'), omitBackground: true })
  } finally {
    await stop()
  }
})
