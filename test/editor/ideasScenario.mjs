// The ideas of all lists in a window: the view, its badges and groupings, find in it, Go to Idea, Copy as Markdown.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSteps } from './scenario.mjs'
import { here } from './setup.mjs'

const listPath = 'programs/summerofcode/2026.md'
const text = readFileSync(join(here, 'fixture', listPath), 'utf8')
const lineOf = (piece) => text.slice(0, text.indexOf(piece)).split('\n').length

const paneOf = (page) => page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Ideas' }) })
const rowsOf = (page) => paneOf(page).locator('.monaco-list-row')
const rowOf = (page, label) => rowsOf(page).filter({ has: page.locator('.label-name', { hasText: label }) })
/** The rows as a person reads them, with their badges. */
const shownIn = async (page) => {
  // in one go: rows come and go while one looks
  const rows = await rowsOf(page).evaluateAll((all) =>
    all.map((row) => {
      const text = (part) => row.querySelector(part)?.textContent ?? ''
      const badge = getComputedStyle(row.querySelector('.monaco-icon-label'), '::after').content.replaceAll('"', '')
      const shown = [text('.label-name'), text('.label-description'), badge === 'none' ? '' : badge].join('|')
      return [Number(row.dataset.index), shown]
    }),
  )
  return rows.sort(([a], [b]) => a - b).map(([, shown]) => shown)
}
const until = async (what, ask, wanted) => {
  const end = Date.now() + 40_000
  for (;;) {
    const now = await ask()
    try {
      assert.deepEqual(now, wanted)
      return
    } catch (error) {
      if (Date.now() > end) throw new Error(`${what}: ${error.message}`)
      await new Promise((done) => setTimeout(done, 50))
    }
  }
}
/** A menu closes when the window is at work: it is opened again. */
const groupBy = async (page, title) => {
  await paneOf(page).locator('.pane-header').hover()
  await paneOf(page).getByRole('button', { name: 'Group By' }).click()
  // VS Code ignores a click right after the menu has opened
  await page.getByRole('menuitem', { name: title }).hover()
  await page.keyboard.press('Enter')
}
const at = async (page, line) => page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor()

const steps = [
  [
    'the view is there before a list is open, folded, with the number of ideas of each list',
    async ({ page, openFile }) => {
      await openFile('README.md')
      await page.locator('.breadcrumbs-control', { hasText: '# Mentoring' }).waitFor()
      const header = page.locator('.pane-header', { hasText: 'Ideas' })
      await header.waitFor()
      if ((await header.getAttribute('aria-expanded')) === 'false') await header.click()
      await until('the rows', () => shownIn(page), ['GSoC 2026|3 ideas|', 'GSoC 2024|1 idea|'])
    },
  ],
  [
    'the view follows the editor: an open list with its findings, and the idea at the cursor',
    async ({ page, openFile, goTo }) => {
      await openFile(listPath)
      await page.locator('.squiggly-warning').first().waitFor()
      assert.equal(await page.locator('.part.editor .monaco-editor.focused').count(), 1, 'the view took the focus')
      // the tree of files gives its room to the view: rows out of sight are not drawn
      await page.locator('.pane-header', { hasText: 'fixture' }).click()
      await goTo(lineOf('Cem Example'), 1)
      await until('the rows', () => shownIn(page), [
        'GSoC 2026|3 ideas|4',
        'Harbor|2 ideas|1',
        'Jaeger|1 idea|2',
        'Sample by cost|Cem Example|2',
        'GSoC 2024|1 idea|',
      ])
      await paneOf(page).locator('.monaco-list-row.selected', { hasText: 'Sample by cost' }).waitFor()
      await goTo(lineOf('Angular'), 1)
      await paneOf(page).locator('.monaco-list-row.selected', { hasText: 'Say why' }).waitFor()
    },
  ],
  [
    'the menus of rows: a project opens at its heading, Show Idea opens next to the text',
    async ({ page }) => {
      await rowOf(page, 'Jaeger').hover()
      await rowOf(page, 'Jaeger').getByRole('button', { name: 'Open' }).click()
      await at(page, lineOf('#### Jaeger'))
      await rowOf(page, 'Sample by cost').click({ button: 'right' })
      // VS Code ignores a click right after the menu has opened
      await page.getByRole('menuitem', { name: 'Open Idea Preview to the Side' }).hover()
      await page.keyboard.press('Enter')
      const tab = page.getByRole('tab', { name: 'Idea: Sample by cost' })
      await tab.waitFor()
      assert.equal(await page.locator('.part.editor .editor-group-container').count(), 2)
      await tab.click({ button: 'middle' })
      await tab.waitFor({ state: 'detached' })
    },
  ],
  [
    'a click leads to the idea',
    async ({ page }) => {
      await rowOf(page, 'Warm the cache').click()
      await at(page, lineOf('##### Warm the cache'))
    },
  ],
  [
    'typing changes the row, and mending takes its badge away',
    async ({ page, goTo }) => {
      await goTo(lineOf('175 hrs'), '- Expected project size: '.length + 1)
      await page.keyboard.press('Shift+End')
      await page.keyboard.type('medium')
      await goTo(lineOf('##### Say why'), '##### Say why a scan is stale'.length + 1)
      await page.keyboard.type('ness')
      // the table of contents does not list it any more
      const wanted = 'Say why a scan is staleness|Ada Example, Ben Example|1'
      await until('the row', async () => (await shownIn(page)).find((row) => row.startsWith('Say why')), wanted)
      await page.keyboard.press('Control+z')
      await until(
        'the row as it was',
        async () => (await shownIn(page)).find((row) => row.startsWith('Say why')),
        'Say why a scan is stale|Ada Example, Ben Example|',
      )
    },
  ],
  [
    'the menu groups by mentor',
    async ({ page }) => {
      await groupBy(page, 'By Mentor')
      await until('the people', async () => (await shownIn(page)).filter((row) => row.includes('@')), [
        'Ada Example|@ada-example · 2 ideas|',
        'Ben Example|@ben-example · 2 ideas|',
        'Cem Example|@cem-example · 1 idea|2',
        'Dee Example|@dee-example · 1 idea|',
        'Eli Example|@eli-example · 1 idea|',
      ])
    },
  ],
  [
    'Go to Idea filters by title, project, list and mentor as one types',
    async ({ page, runCommand }) => {
      await runCommand('Idea Files: Go to Idea…')
      const input = page.locator('.quick-input-widget:visible input')
      const picks = page.locator('.quick-input-list .monaco-list-row')
      const titles = () => picks.evaluateAll((rows) => rows.map((row) => row.querySelector('.label-name').textContent.trim()))
      await page.locator('.quick-input-title', { hasText: 'Go to Idea' }).waitFor()
      for (const [typed, wanted] of [
        ['rollout', ['Warm the cache before a rollout']],
        ['jaeger', ['Sample by cost']],
        ['gsoc 2024', ['Ring at low tide']],
        ['cem exam', ['Sample by cost']],
        ['', ['Warm the cache before a rollout', 'Say why a scan is stale', 'Sample by cost', 'Ring at low tide']],
        ['eli', ['Ring at low tide']],
      ]) {
        await input.fill(typed)
        await until(typed, async () => (await titles()).filter((_, index) => index < 4), wanted)
      }
      await page.keyboard.press('Enter')
      await page.locator('.tab.active', { hasText: '2024.md' }).waitFor()
      await at(page, 5)
    },
  ],
]

/** Runs the script of the ideas of all lists. */
export const runIdeas = (tools) => runSteps(tools, steps, { name: 'ideas-' })
