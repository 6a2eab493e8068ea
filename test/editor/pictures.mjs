// The pictures of the README: the samples, in a window as wide as a page needs.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/run.mjs'
import { openWindow } from './window.mjs'

const images = join(root, 'docs/images')

export const takePictures = async (tools) => {
  mkdirSync(images, { recursive: true })
  const window = await openWindow(tools, { folder: join(root, 'examples'), viewport: { width: 1120, height: 700 }, scale: 1.5 })
  const { page, pressUntil } = window
  const take = async (name) => {
    await page.screenshot({ path: join(images, `${name}.png`) })
    console.log(`taken: docs/images/${name}.png`)
  }
  try {
    await window.openFile('programs/summerofcode/2026.md')
    const problems = page.locator('.markers-panel .monaco-list-row', { hasText: 'idea-files' })
    await pressUntil('Control+Shift+m', problems)
    const row = problems.filter({ hasText: 'invalid-size' }).first()
    await row.dblclick()
    await page.locator('.squiggly-error').first().hover({ force: true })
    await page.locator('.monaco-hover:visible', { hasText: 'idea-files' }).first().waitFor()
    await take('findings')

    await problems.filter({ hasText: 'empty-field' }).first().dblclick()
    await pressUntil('Control+j', page.locator('.markers-panel'), 'hidden')
    // The tree of files gives its room to the outline.
    await page.locator('.pane-header', { hasText: 'Outline' }).click()
    await page.locator('.pane-header', { hasText: 'examples' }).click()
    await page.locator('.outline-pane .monaco-list-row', { hasText: 'Description' }).first().waitFor()
    await page.locator('.breadcrumbs-control', { hasText: 'Idea Files' }).waitFor()
    await page.locator('[id="status.languageStatus"]').hover()
    await page.getByText('Idea list: ').first().waitFor()
    await take('outline')
  } finally {
    await window.stop()
  }
}
