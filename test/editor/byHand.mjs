// How a person types a whole entry into the sample list, line after line, with nothing but what completion offers: from opening the list
// to a saved entry without a finding and a table of contents in step.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/run.mjs'
import { runSteps, sumOf } from './scenario.mjs'
import { suggestionsIn } from './suggestions.mjs'

const folder = join(root, 'examples')
const path = 'programs/summerofcode/2026.md'

const replaced = (text, changes) =>
  changes.reduce((before, [from, to]) => {
    assert.equal(before.split(from).length, 2, `${from} is there once`)
    return before.replace(from, to)
  }, text)

/** The sample list after all safe fixes. */
const fixed = replaced(readFileSync(join(folder, path), 'utf8'), [
  ['(#cost-carbon-side-by-side)', '(#cost--carbon-side-by-side)'],
  ['175 hrs', 'medium (~175 hour projects)'],
  [
    '- [Thanos](#thanos)\n',
    '- [Thanos](#thanos)\n  - [Ask the compactor what it will do next](#ask-the-compactor-what-it-will-do-next)\n',
  ],
])
/** What is left are matters for a person. */
const open = 7

const entry = `#### Longhorn

##### Rehearse the loss of a node

- Description: Nobody knows how long a cluster needs until a lost node has been made good.
- Expected Outcome: A rehearsal tells it, and no volume is touched.
- Recommended Skills: Go, Kubernetes
- Expected project size: small (~90 hour projects)
- Mentor(s):
  - Salma Benhaddou (@salma-reconciles, s.benhaddou@example.org) - primary
  - Leilani Kahale (@lkahale-finops, leilani@example.com)
- Upstream Issue (URL): https://github.com/longhorn/longhorn/issues/4711

`
const next = '#### OpenCost\n'
const finished = replaced(fixed, [
  [next, entry + next],
  [
    '- [OpenCost](#opencost)\n',
    '- [Longhorn](#longhorn)\n  - [Rehearse the loss of a node](#rehearse-the-loss-of-a-node)\n- [OpenCost](#opencost)\n',
  ],
])
/** The empty line above the next project, counted from 1. */
const line = fixed.slice(0, fixed.indexOf(next)).split('\n').length - 1

const findings = (page, count) =>
  page.locator(`[id="status.languageStatus"] [aria-label*="${count} problems"]`).first().waitFor({ state: 'attached' })

/** A step that has the gestures with suggestions, and ends when the editor shows this line. */
const typed = (title, shown, step) => [
  title,
  async (window) => {
    await step({ ...window, ...suggestionsIn(window) })
    await window.lines.getByText(shown).last().waitFor()
  },
]

const steps = [
  [
    'the sample list is opened, and what is safe is mended at once',
    async ({ page, openFile, hideSideBar, runCommand, saved }) => {
      await openFile(path)
      await hideSideBar()
      await findings(page, 10)
      await runCommand('Idea Files: Apply All Safe Fixes')
      await findings(page, open)
      assert.equal(await saved(path), fixed)
    },
  ],
  typed('a project is found by its first letters', '#### Longhorn', async ({ goTo, type, choose }) => {
    await goTo(line, 1)
    await type('\n#### lon')
    await choose('Longhorn')
  }),
  typed('a title is typed, and what is offered stays out of the way', '##### Rehearse', async ({ type, closed }) => {
    await type('\n\n##### Rehearse the loss of a node')
    await closed()
    await type('\n\n')
  }),
  typed('a label comes behind the bullet', 'Nobody knows', async ({ type, choose, closed }) => {
    await type('- ')
    await choose('Description')
    await type('Nobody knows how long a cluster needs until a lost node has been made good.')
    await closed()
    await type('\n')
  }),
  typed('the next label is clicked', 'A rehearsal', async ({ type, click, closed }) => {
    await type('- ')
    await click('Expected Outcome')
    await type('A rehearsal tells it, and no volume is touched.')
    await closed()
    await type('\n')
  }),
  typed('skills, the second by another name that people have for it', 'Go, Kubernetes', async ({ type, choose }) => {
    await type('- ')
    await choose('Recommended Skills')
    await type('go')
    await choose('Go')
    await type(', k8s')
    await choose('Kubernetes')
    await type('\n')
  }),
  typed('a size is clicked', 'size: small', async ({ type, choose, click }) => {
    await type('- ')
    await choose('Expected project size')
    await click('small')
    await type('\n')
  }),
  typed('two people of the list, the first of them the primary mentor', 'Leilani', async ({ page, type, choose }) => {
    await type('- ')
    await choose('Mentor(s)')
    await type('salma')
    await choose('Salma Benhaddou')
    await type('\n- kahale')
    await choose('Leilani Kahale')
    await type('\n')
    await page.keyboard.press('Shift+Tab')
  }),
  typed('the issues of the project', 'longhorn/issues/4711', async ({ type, choose }) => {
    await type('- ')
    await choose('Upstream Issue (URL)')
    await choose('https://github.com/longhorn/longhorn/issues/')
    await type('4711\n')
  }),
  [
    'the saved entry has no finding, and the table lists it',
    async ({ page, saved }) => {
      assert.equal(await saved(path), finished)
      await findings(page, open)
    },
  ],
]

/** Types an entry in a window of either host. */
export const typeInWindow = async (tools) => {
  const opened = { name: 'by-hand-', folder }
  return sumOf([await runSteps(tools, steps, opened), await runSteps(tools, steps, { ...opened, host: 'web' })])
}
