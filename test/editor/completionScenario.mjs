// What a person types and chooses, in a window on the fixture: each step states the line or lines that come of it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { here } from './setup.mjs'
import { picture, pictureOfFailure } from './shots.mjs'
import { suggestionsIn } from './suggestions.mjs'
import { openWindow } from './window.mjs'

const fixture = join(here, 'fixture')
const listPath = 'programs/summerofcode/2026.md'
const lineCount = readFileSync(join(fixture, listPath), 'utf8').split('\n').length

/** What all steps do: they write into the end of the list, and read it from the file that was saved. */
const gesturesOf = (window) => {
  const { page, goTo, workspace } = window

  /** The list's lines from the end of the fixture on. */
  const written = async () => {
    await page.keyboard.press('Control+s')
    await page.locator('.tab.active:not(.dirty)').waitFor()
    return readFileSync(join(workspace, listPath), 'utf8')
      .split('\n')
      .slice(lineCount - 1)
  }
  const toEnd = async () => {
    const lines = (await written()).length
    await goTo(lineCount - 1 + lines, 1)
  }
  return { ...window, ...suggestionsIn(window), written, toEnd }
}

const steps = [
  [
    'a project heading by another name',
    async ({ page, type, rows, choose, written, toEnd }) => {
      await toEnd()
      await type('\n#### k8s')
      await rows.first().filter({ hasText: 'as typed' }).waitFor()
      await rows.nth(1).filter({ hasText: 'Kubernetes' }).filter({ hasNotText: 'CDK' }).waitFor()
      await choose('Kubernetes')
      assert.deepEqual(await written(), ['', '#### Kubernetes'])
      await page.keyboard.press('Shift+Home')
      await page.keyboard.press('Backspace')
      await page.keyboard.press('Backspace')
    },
  ],
  [
    'a project heading',
    async ({ type, choose, written, toEnd }) => {
      await toEnd()
      await type('\n#### ')
      await choose('Aeraki Mesh')
      assert.deepEqual(await written(), ['', '#### Aeraki Mesh'])
    },
  ],
  [
    'a label, and one after the list was closed',
    async ({ page, type, choose, closed, written, widget }) => {
      await type('\n\n##### Say it twice\n\n')
      await closed()
      await type('- ')
      await widget.waitFor()
      await page.keyboard.press('Escape')
      await closed()
      await type('D')
      await choose('Description')
      await type('A mesh that says it once is not heard by all of them.\n')
      await closed()
      assert.deepEqual((await written()).slice(4, 7), [
        '',
        '- Description: A mesh that says it once is not heard by all of them.',
        '',
      ])
    },
  ],
  [
    'skills after a comma',
    async ({ type, choose, written }) => {
      await type('- rec')
      await choose('Recommended Skills')
      await choose('Go')
      await type(',')
      await choose('Kubernetes')
      await type('\n')
      assert.equal((await written()).at(-2), '- Recommended Skills: Go, Kubernetes')
    },
  ],
  [
    'a size',
    async ({ type, choose, written }) => {
      await type('- ex')
      await choose('Expected project size')
      await choose('medium')
      await type('\n')
      assert.equal((await written()).at(-2), '- Expected project size: medium (~175 hour projects)')
    },
  ],
  [
    'mentors, the first of them the primary one, found by handle and by surname',
    async ({ page, type, choose, written }) => {
      await type('- men')
      await choose('Mentor(s)')
      await type('(@ada')
      await choose('Ada Example')
      // the editor has indented the line
      await type('\n- ')
      await choose('Ben Example')
      await type('\n')
      await page.keyboard.press('Shift+Tab')
      assert.deepEqual((await written()).slice(-4), [
        '- Mentor(s):',
        '  - Ada Example (@ada-example, ada@example.org) - primary',
        '  - Ben Example (@ben-example, ben@example.org)',
        '',
      ])
    },
  ],
  [
    'an upstream issue',
    async ({ page, type, choose, closed, written }) => {
      await type('- up')
      await choose('Upstream Issue (URL)')
      await page.keyboard.press('Escape')
      await type('https://')
      await choose('https://github.com/aeraki-mesh/aeraki/issues/')
      await type('7\n')
      await closed()
      assert.equal((await written()).at(-2), '- Upstream Issue (URL): https://github.com/aeraki-mesh/aeraki/issues/7')
    },
  ],
  [
    'a link to an anchor',
    async ({ page, type, choose, written }) => {
      await type('\nSee [it](#')
      await choose('Sample by cost')
      await page.keyboard.press('End')
      await type('\n')
      assert.equal((await written()).at(-2), 'See [it](#sample-by-cost)')
    },
  ],
  [
    'a code in a comment that is still open',
    async ({ type, choose, closed, written }) => {
      await type('\n<!-- idea-files-disable-next-line mis')
      await choose('missing-field')
      await type('\n')
      await closed()
      assert.equal((await written()).at(-2), '<!-- idea-files-disable-next-line missing-field -->')
    },
  ],
  [
    'prose brings nothing',
    async ({ type, widget, page }) => {
      await type('\nMentors and projects, as they say: go and see (for once) what a Size of description is. ')
      // the server has answered everything by now: this asks it once more, and is silent too
      await page.waitForFunction(() => document.querySelector('.suggest-widget.visible') === null)
      assert.equal(await widget.count(), 0)
    },
  ],
  [
    'a list that was opened by hand stays while a word is typed, though none of ours begins with it',
    async ({ page, type, rows, choose, written, toEnd }) => {
      await page.keyboard.press('Control+Space')
      await rows.first().waitFor()
      await type('ital')
      // it would be closed once the server has answered
      await page.waitForTimeout(1000)
      await choose('italic')
      await page.keyboard.press('Escape')
      assert.match((await written()).join('\n'), /description is\. \*.*\*$/m)
      await toEnd()
    },
  ],
]

/** Runs the steps in one window; a failure ends the script, as each step needs those before it. */
export const runCompletion = async (tools) => {
  const window = await openWindow(tools, { folder: fixture })
  const { page, openFile } = window
  let passed = 0
  try {
    await openFile(listPath)
    await window.hideSideBar()
    await page.locator('[class*=squiggly-]').first().waitFor()
    const gestures = gesturesOf(window)
    for (const [index, [title, step]] of steps.entries()) {
      const shot = `completion-${index + 1} ${title}`
      try {
        await step(gestures)
      } catch (error) {
        console.log(`not ok Completion in the window: ${title}: ${error.message}`)
        await pictureOfFailure(page, shot)
        return { passed, failed: steps.length - passed }
      }
      await picture(page, shot)
      console.log(`ok Completion in the window: ${title}`)
      passed++
    }
    return { passed, failed: 0 }
  } finally {
    await window.stop()
  }
}
