// The pictures of the README: the samples, in a window as wide as a page needs.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/run.mjs'
import { openWindow } from './window.mjs'

const images = join(root, 'docs/images')
const list = readFileSync(join(root, 'examples/programs/summerofcode/2026.md'), 'utf8')
/** Of an idea with two findings; counted from 1. */
const firstLine = list.slice(0, list.indexOf('- Description: Every post-mortem')).split('\n').length

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
    await page.locator('.monaco-hover:visible', { hasText: 'Quick Fix' }).first().waitFor()
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

    await page.locator('.pane-header', { hasText: 'Outline' }).click()
    await pressUntil('Control+b', page.locator('.part.sidebar'), 'hidden')
    await window.goTo(firstLine, 3)
    await window.runCommand('Idea Files: Show Idea')
    const shown = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
    await shown.getByRole('heading', { level: 1 }).waitFor()
    await shown.getByRole('button').first().waitFor()
    await take('show-idea')
  } finally {
    await window.stop()
  }
}
