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
  const end = Date.now() + 20_000
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
  await page.getByRole('menuitem', { name: title }).click()
}
const at = async (page, line) => page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor()

const steps = [
  [
    'there is no view before a list is open',
    async ({ page, openFile }) => {
      await openFile('README.md')
      await page.locator('.breadcrumbs-control', { hasText: '# Mentoring' }).waitFor()
      assert.equal(await page.locator('.pane-header', { hasText: 'Ideas' }).count(), 0)
    },
  ],
  [
    'the first list opens the view: its own ideas are shown with their findings, other lists below',
    async ({ page, openFile }) => {
      await openFile(listPath)
      await rowOf(page, 'Harbor').waitFor()
      assert.equal(await page.locator('.part.editor .monaco-editor.focused').count(), 1, 'the view took the focus')
      // the tree of files gives its room to the view: rows out of sight are not drawn
      await page.locator('.pane-header', { hasText: 'fixture' }).click()
      await until('the rows', () => shownIn(page), [
        'GSoC 2026|programs/summerofcode/2026.md|4',
        'Harbor||1',
        'Warm the cache before a rollout|Ada Example, Ben Example|',
        'Say why a scan is stale|Ada Example, Ben Example|1',
        'Jaeger||2',
        'Sample by cost|Cem Example|2',
        'GSoC 2024|programs/summerofcode/2024.md|',
        'Bells||',
        'Ring at low tide|Dee Example, Eli Example|',
      ])
    },
  ],
  [
    'a click leads to the idea',
    async ({ page }) => {
      await rowOf(page, 'Sample by cost').click()
      await at(page, lineOf('##### Sample by cost'))
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
      await until('the rows', () => shownIn(page), [
        'Ada Example|@ada-example · 2 ideas|',
        'Warm the cache before a rollout|Harbor · GSoC 2026|',
        'Say why a scan is stale|Harbor · GSoC 2026|',
        'Ben Example|@ben-example · 2 ideas|',
        'Warm the cache before a rollout|Harbor · GSoC 2026|',
        'Say why a scan is stale|Harbor · GSoC 2026|',
        'Cem Example|@cem-example · 1 idea|2',
        'Sample by cost|Jaeger · GSoC 2026|2',
        'Dee Example|@dee-example · 1 idea|',
        'Ring at low tide|Bells · GSoC 2024|',
        'Eli Example|@eli-example · 1 idea|',
        'Ring at low tide|Bells · GSoC 2024|',
      ])
    },
  ],
  [
    'find in the view finds an idea, and the rows that it was folded into',
    async ({ page }) => {
      await rowOf(page, 'Cem Example').click()
      await page.keyboard.press('Control+Alt+f')
      const find = paneOf(page).locator('.monaco-tree-type-filter input')
      await find.waitFor()
      await paneOf(page).locator('.monaco-tree-type-filter').getByLabel('Filter').click()
      await find.fill('low tide')
      const found = ['Dee Example', 'Ring at low tide', 'Eli Example', 'Ring at low tide']
      const labels = async () => (await shownIn(page)).map((row) => row.split('|')[0])
      await until('what was found', labels, found)
      await paneOf(page).locator('.monaco-tree-type-filter').getByLabel('Close').click()
      await find.waitFor({ state: 'detached' })
      await paneOf(page).locator('.pane-header').hover()
      await paneOf(page).getByRole('button', { name: 'Collapse All' }).click()
      await until('the people', async () => (await labels()).length, 5)
      await rowOf(page, 'Ada Example').click({ modifiers: ['Control'] })
      await page.keyboard.press('Control+Alt+f')
      await find.fill('low tide')
      await until('what was found again', labels, ['Dee Example', 'Eli Example'])
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
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
