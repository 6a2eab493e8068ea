// How a person writes a new idea in a window, from the command to a saved entry without a finding, by keyboard and mouse.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSteps, sumOf } from './scenario.mjs'
import { here } from './setup.mjs'

const path = 'programs/summerofcode/2027.md'

/** The list of the fixture without its defects. */
const good = [
  ['# Google Summer of Code 2026', '# Google Summer of Code 2027'],
  ['(#say-why-a-scan-is-old)', '(#say-why-a-scan-is-stale)'],
  ['175 hrs', 'medium (~175 hour projects)'],
  ['does not know it.\n', 'does not know it.\n- Expected Outcome: It does.\n'],
  ['cem@example.org) - primary\n', 'cem@example.org) - primary\n  - Dan Example (@dan-example, dan@example.org)\n'],
].reduce(
  (text, [from, to]) => {
    assert.ok(text.includes(from), `${from} is not in the fixture`)
    return text.replace(from, to)
  },
  readFileSync(join(here, 'fixture/programs/summerofcode/2026.md'), 'utf8'),
)

const entry = (title) => `#### Helm

##### ${title}

- Description: A bad release is to be undone as a whole.
- Expected Outcome: One command does it, and says what it did.
- Recommended Skills: Go, Kubernetes
- Expected project size: medium (~175 hour projects)
- Mentor(s):
  - Gil Example (@gil-example, gil@example.org) - primary
  - Hal Example (@hal-example, hal@example.org)
- Upstream Issue (URL): https://github.com/helm/helm/issues/7

`

/** The whole list with the entry and its lines in the table. */
const withEntry = (title, anchor) =>
  good
    .replace('- [Jaeger](#jaeger)\n', `- [Helm](#helm)\n  - [${title}](#${anchor})\n- [Jaeger](#jaeger)\n`)
    .replace('#### Jaeger\n', `${entry(title)}#### Jaeger\n`)

const savedAs = async ({ saved }, wanted) => assert.equal(await saved(path), wanted)

const findings = (page, count) =>
  page.locator(`[id="status.languageStatus"] [aria-label*="${count} problems"]`).first().waitFor({ state: 'attached' })

const at = (page, place) => page.locator('.statusbar-item', { hasText: place })

/** Types a value as fast as a person can, and goes on to the next field; where something is suggested, the first Tab takes that. */
const fill = async ({ page, pressUntil }, text, next) => {
  await page.keyboard.type(text, { delay: 40 })
  await pressUntil('Tab', at(page, next))
}

const steps = [
  [
    'a sound list has a button for a new idea',
    async ({ page, openFile, hideSideBar }) => {
      await openFile(path)
      await hideSideBar()
      await findings(page, 0)
      await page.locator('.editor-actions [aria-label*="New Idea"]').first().click()
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Harbor' }).first().waitFor()
      await page.keyboard.press('Escape')
    },
  ],
  [
    'another name of a project stands for it, before all that only look like it',
    async ({ page, runCommand }) => {
      await runCommand('Idea Files: New Idea…')
      const rows = page.locator('.quick-input-list .monaco-list-row')
      await rows.filter({ hasText: '2 ideas in this list' }).waitFor()
      await page.keyboard.type('k8s')
      await rows.first().filter({ hasText: 'also known as Kubernetes' }).waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.quick-input-widget', { hasText: 'New Idea for Kubernetes' }).waitFor()
      await page.keyboard.press('Escape')
    },
  ],
  [
    'New Idea offers the projects of the list first',
    async ({ page, runCommand }) => {
      await runCommand('Idea Files: New Idea…')
      const rows = page.locator('.quick-input-list .monaco-list-row')
      await rows.filter({ hasText: '2 ideas in this list' }).waitFor()
      assert.match(await rows.first().textContent(), /Harbor/)
    },
  ],
  [
    'a project is found as it is typed, with its maturity',
    async ({ page }) => {
      await page.keyboard.type('helm')
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Helm' }).first()
      await row.filter({ hasText: 'graduated' }).waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.quick-input-widget', { hasText: 'New Idea for Helm' }).waitFor()
    },
  ],
  [
    'a title is asked for',
    async ({ page, lines }) => {
      await page.keyboard.type('Undo a release')
      await page.keyboard.press('Enter')
      await lines.getByText('##### Undo a release').last().waitFor()
      await page.locator('.statusbar-item', { hasText: 'Col 16' }).waitFor()
    },
  ],
  [
    'the fields are filled in one after the other, the size from a list',
    async ({ page, lines, pressUntil }) => {
      const fields = [
        ['A bad release is to be undone as a whole.', 'Ln 59'],
        ['One command does it, and says what it did.', 'Ln 60'],
        ['Go, Kubernetes', 'Ln 61'],
      ]
      for (const [text, next] of fields) await fill({ page, pressUntil }, text, next)
      const sizes = page.locator('.suggest-widget:visible .monaco-list-row')
      await sizes.filter({ hasText: 'medium (~175 hour projects)' }).waitFor()
      assert.equal(await sizes.count(), 3)
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await lines.getByText('Expected project size: medium').last().waitFor()
    },
  ],
  [
    'mentors are filled in where the samples stand',
    async ({ page, lines, pressUntil }) => {
      // a choice that is taken goes on to the next field by itself
      await at(page, '(8 selected)').waitFor()
      const fields = [
        ['Gil Example', '(11 selected)'],
        ['gil-example', '(18 selected)'],
        ['gil@example.org', '(8 selected)'],
        ['Hal Example', '(11 selected)'],
        ['hal-example', '(18 selected)'],
        ['hal@example.org', 'Ln 65'],
      ]
      for (const [text, next] of fields) await fill({ page, pressUntil }, text, next)
      await page.keyboard.type('7')
      await lines.getByText('helm/issues/7').last().waitFor()
    },
  ],
  [
    'the saved entry has no finding, and the table lists it',
    async (window) => {
      await savedAs(window, withEntry('Undo a release', 'undo-a-release'))
      await findings(window.page, 0)
    },
  ],
  [
    'a title that is changed takes its entry along on save',
    async (window) => {
      const { page, goTo } = window
      const before = withEntry('Undo a release', 'undo-a-release')
      await goTo(before.slice(0, before.indexOf('##### Undo')).split('\n').length, 21)
      await page.keyboard.type(' by name')
      await savedAs(window, withEntry('Undo a release by name', 'undo-a-release-by-name'))
      await findings(page, 0)
      await page.keyboard.press('Control+z')
      // the table alone: its old entry leads nowhere now, and the new title is in none
      await findings(page, 2)
    },
  ],
]

/** Writes a new idea in a window of either host. */
export const writeInWindow = async (tools) => {
  const opened = { name: 'writing-', files: { [path]: good } }
  return sumOf([await runSteps(tools, steps, opened), await runSteps(tools, steps, { ...opened, host: 'web' })])
}
