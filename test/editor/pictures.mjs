// The pictures of the README and of the walkthrough: the samples in a real window, each step driven as a person would.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal, root } from '../../scripts/run.mjs'
import { generated } from './overviewScenario.mjs'
import { smaller } from './png.mjs'
import { takePagePicture } from './siteScenario.mjs'
import { suggestionsIn } from './suggestions.mjs'
import { openWindow } from './window.mjs'

const path = 'programs/summerofcode/2026.md'
const list = readFileSync(join(root, 'examples', path), 'utf8')
const limit = 150 * 1024

// What is not of the matter is left out of the pictures.
const settings = {
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  // The samples' lines fit into the window.
  'editor.fontSize': 13,
  'workbench.reduceMotion': 'on',
}

/** The themes and where their pictures are. The README shows the light ones, the walkthrough those that fit the window. */
const themes = { 'Light 2026': 'docs/images', 'Dark 2026': 'docs/images/dark' }

/** The line and the column of the end of a text, counted from 1. */
const endOf = (text) => {
  const before = list.slice(0, list.indexOf(text) + text.length).split('\n')
  return [before.length, before.at(-1).length + 1]
}

const ideasIn = (page) =>
  page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Ideas' }) }).locator('.monaco-list-row')

/** Each brings the window to what its picture shows, and says which part of the window that is. */
const pictures = {
  list: async ({ page, goTo }) => {
    // The tree of files and the ideas give their room to the outline.
    for (const title of ['Outline', 'examples', 'Ideas']) await page.locator('.pane-header', { hasText: title }).click()
    await page.locator('.outline-pane .monaco-list-row', { hasText: 'Description' }).first().waitFor()
    await goTo(...endOf('Expected project size: 175 hrs'))
    await page.locator('.breadcrumbs-control', { hasText: 'Find out who pays' }).waitFor()
    await page.locator('.squiggly-error').first().hover({ force: true })
    await page.locator('.monaco-hover:visible', { hasText: 'Quick Fix' }).first().waitFor()
  },
  'quick-fix': async ({ page, goTo, pressUntil, calm }) => {
    await calm()
    await goTo(...endOf('Expected project size: 175'))
    await pressUntil('Control+.', page.locator('.action-widget .monaco-list-row', { hasText: 'medium' }))
  },
  completion: async (window) => {
    const { page, goTo, calm } = window
    const { type, offered } = suggestionsIn(window)
    await calm()
    await goTo(...endOf('noor.vanrijswijk@example.org) - primary'))
    await type('\n- ')
    await offered('Emeka')
    await page.locator('.breadcrumbs-control', { hasText: 'Ask the compactor' }).waitFor()
  },
  hover: async ({ page, goTo, lines, calm }) => {
    await calm()
    await goTo(...endOf('Dagny Solheim (@dagny-scales, dagny.solheim@example.org)\n'))
    await lines
      .getByText('Dagny Solheim')
      .last()
      .hover({ position: { x: 60, y: 8 } })
    await page
      .locator('.monaco-hover:visible', { hasText: 'Bongani' })
      .or(page.locator('.monaco-hover:visible', { hasText: 'dagny-scales' }))
      .first()
      .waitFor()
  },
  'new-idea': async ({ page, runCommand, pressUntil, calm, lines }) => {
    await calm()
    await runCommand('Idea Files: New Idea…')
    const rows = page.locator('.quick-input-list .monaco-list-row')
    await rows.filter({ hasText: '2 ideas in this list' }).first().waitFor()
    await page.keyboard.type('longhorn')
    await rows.filter({ hasText: 'Longhorn' }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.quick-input-widget', { hasText: 'New Idea for Longhorn' }).waitFor()
    await page.keyboard.type('Rehearse the loss of a node')
    await page.keyboard.press('Enter')
    await lines.getByText('##### Rehearse').last().waitFor()
    const place = page.locator('.statusbar-item', { hasText: 'Col 16' })
    await place.waitFor()
    const line = Number(/Ln (\d+)/.exec(await place.textContent())[1])
    const texts = ['Try out what a lost node takes along.', 'A rehearsal tells it.', 'Go, Kubernetes']
    for (const [index, text] of texts.entries()) {
      await page.keyboard.type(text)
      // the first Tab may take a suggestion
      await pressUntil('Tab', page.locator('.statusbar-item', { hasText: `Ln ${line + index + 1}` }))
    }
    await page.locator('.suggest-widget:visible .monaco-list-row', { hasText: 'medium (~175 hour projects)' }).waitFor()
    await page.locator('.breadcrumbs-control', { hasText: 'Expected project size' }).waitFor()
  },
  'show-idea': async ({ page, goTo, runCommand, calm }) => {
    await calm()
    await goTo(...endOf('- Description: Every post-mortem'))
    await runCommand('Idea Files: Open Idea Preview to the Side')
    const shown = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
    await shown.getByRole('heading', { level: 1 }).waitFor()
    await shown.getByRole('button').first().waitFor()
  },
  ideas: async ({ page, goTo }) => {
    // The tree of files gives its room to the ideas.
    await page.locator('.pane-header', { hasText: 'examples' }).click()
    const rows = ideasIn(page)
    await rows.filter({ hasText: 'LFX 2026' }).waitFor()
    const { x, y, width } = await page.locator('.part.sidebar').boundingBox()
    const edge = x + width
    await page.mouse.move(edge, y + 300)
    await page.mouse.down()
    await page.mouse.move(edge + 110, y + 300, { steps: 5 })
    await page.mouse.up()
    // the folded view opens at the idea of the cursor
    await goTo(...endOf('##### Replay a recorded outage'))
    await rows.filter({ hasText: 'Replay a recorded outage' }).click()
    await page.locator('.breadcrumbs-control', { hasText: 'Replay a recorded outage' }).waitFor()
  },
  overview: async ({ page, runCommand, calm }) => {
    await calm()
    await runCommand('Idea Files: Show Overview')
    const shown = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
    await shown.locator('[id="findings"]').getByRole('table').first().waitFor()
  },
}

const usual = { viewport: { width: 1080, height: 640 }, scale: 1.5 }
/** As many pixels, more of the page. */
const whole = { viewport: { width: 1350, height: 800 }, scale: 1.2 }

const take = async (tools, file, theme, bring, opened) => {
  const window = await openWindow(tools, { settings: { ...settings, 'workbench.colorTheme': theme }, ...opened })
  const { page } = window
  /** The editor alone. */
  const calm = () => window.pressUntil('Control+b', page.locator('.part.sidebar'), 'hidden')
  try {
    await window.openFile(path)
    await page.locator('[id="status.languageStatus"] [aria-label*="problems"]').first().waitFor({ state: 'attached' })
    // the first list opens the view of ideas, and with it the side bar
    await ideasIn(page).first().waitFor()
    await bring({ ...window, calm })
    const png = smaller(await page.screenshot())
    if (png.length > limit) throw new Refusal(`${file} would take ${Math.ceil(png.length / 1024)} KB.`)
    writeFileSync(join(root, file), png)
    console.log(`ok ${file} (${Math.ceil(png.length / 1024)} KB)`)
  } finally {
    await window.stop()
  }
}

/** Takes all of them, each in a window of its own: Overview on fifty lists, as one year says little. */
export const takePictures = async (tools) => {
  const many = await generated()
  const all = Object.entries(pictures)
  try {
    for (const [name, bring] of all) {
      const opened = name === 'overview' ? { ...whole, folder: many.path } : { ...usual, folder: join(root, 'examples') }
      for (const [theme, images] of Object.entries(themes)) await take(tools, `${images}/${name}.png`, theme, bring, opened)
    }
  } finally {
    many.remove()
  }
  const page = join(root, 'docs/page.png')
  await takePagePicture(tools, page)
  writeFileSync(page, smaller(readFileSync(page)))
  return { passed: all.length * Object.keys(themes).length + 1, failed: 0 }
}
