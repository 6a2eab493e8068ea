// What a person does and sees, step by step, in a window on the fixture.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { here } from './setup.mjs'
import { picture, pictureOfFailure } from './shots.mjs'
import { openWindow } from './window.mjs'

/** Moves the mouse to something that VS Code may be drawing again: at that moment it has no size, and Playwright gives up at once. */
async function hoverDrawn(locator) {
  for (let left = 10; ; left--) {
    try {
      return await locator.hover({ force: true })
    } catch (error) {
      if (left === 0 || !/not visible/.test(error.message)) throw error
      await locator.page().waitForTimeout(100)
    }
  }
}

const fixture = join(here, 'fixture')
const listPath = 'programs/summerofcode/2026.md'
const list = readFileSync(join(fixture, listPath), 'utf8')

/** The line and column of a text that occurs once, counted from 1. */
const placeOf = (text) => {
  const before = list.slice(0, list.indexOf(text)).split('\n')
  return [before.length, before.at(-1).length + 1]
}
const between = (start, end) => list.slice(list.indexOf(start), list.indexOf(end) + end.length)

const steps = [
  [
    'a README shows nothing of ours',
    async ({ page, openFile, status }) => {
      await openFile('README.md')
      // VS Code's own Markdown support has spoken: so whatever else would have happened has.
      await page.locator('.breadcrumbs-control', { hasText: '# Mentoring' }).waitFor()
      assert.doesNotMatch(await status(), /Idea/)
      assert.equal(await page.locator('[class*=squiggly-]').count(), 0)
    },
  ],
  [
    'a list carries squiggles',
    async ({ page, openFile }) => {
      await openFile(listPath)
      await page.locator('.squiggly-warning').first().waitFor()
    },
  ],
  [
    'the mouse over a squiggle brings the message',
    async ({ page, goTo }) => {
      await goTo(...placeOf('175 hrs'))
      await hoverDrawn(page.locator('.squiggly-error:visible').first())
      const hover = page.locator('.monaco-hover:visible', { hasText: 'invalid-size' })
      await hover.waitFor()
      assert.match(await hover.first().textContent(), /175 hrs.*expected "medium/)
    },
  ],
  [
    'Problems lists every finding',
    async ({ page, pressUntil }) => {
      const rows = page.locator('.markers-panel .monaco-list-row', { hasText: 'idea-files' })
      await pressUntil('Control+Shift+m', rows)
      for (const code of ['toc-broken-link', 'invalid-size', 'missing-field', 'mentor-count']) {
        await rows.filter({ hasText: code }).waitFor()
      }
      assert.equal(await rows.count(), 4)
    },
  ],
  [
    'Outline shows projects, ideas and fields',
    async ({ page, pressUntil }) => {
      await pressUntil('Control+j', page.locator('.markers-panel'), 'hidden')
      await page.locator('.pane-header', { hasText: 'Outline' }).click()
      const rows = page.locator('.outline-pane .monaco-list-row')
      const levels = { Harbor: 2, 'Warm the cache': 3, 'Expected Outcome': 4 }
      for (const [name, level] of Object.entries(levels)) {
        // VS Code's own outline, with the headings' marks, is next to ours.
        const row = rows.filter({ hasText: name }).filter({ hasNotText: '#' }).first()
        await row.waitFor()
        assert.equal(await row.getAttribute('aria-level'), String(level), `the level of ${name}`)
      }
    },
  ],
  [
    'breadcrumbs follow the cursor',
    async ({ page, goTo }) => {
      await goTo(...placeOf('Angular'))
      const crumbs = page.locator('.breadcrumbs-control .monaco-breadcrumb-item')
      await crumbs.filter({ hasText: 'Recommended Skills' }).waitFor()
      const path = (await crumbs.allTextContents()).join(' › ')
      assert.match(path, /Harbor.* › Say why a scan is stale.* › Recommended Skills/)
    },
  ],
  [
    'a project folds and unfolds',
    async ({ lines, goTo, pressUntil }) => {
      const inside = lines.getByText('Traces differ in what they cost')
      await goTo(...placeOf('#### Jaeger'))
      await inside.waitFor()
      await pressUntil('Control+Shift+BracketLeft', inside, 'hidden')
      await pressUntil('Control+Shift+BracketRight', inside)
    },
  ],
  [
    'Expand Selection grows from word to value, field, idea and project',
    async ({ page, goTo }) => {
      const idea = between('##### Say why', 'harbor/issues/2')
      const project = between('#### Harbor', 'harbor/issues/2')
      const wanted = ['Angular', 'Go, Angular', '- Recommended Skills: Go, Angular', idea, project].map(({ length }) => length)
      const [line, column] = placeOf('Angular')
      await goTo(line, column + 2)
      const selection = page.locator('[id="status.editor.selection"]')
      const selected = []
      for (let grows = true; grows; ) {
        const before = await selection.textContent()
        await page.keyboard.press('Shift+Alt+ArrowRight')
        grows = await selection
          .filter({ hasNotText: before })
          .waitFor({ timeout: 3000 })
          .then(() => !(selected.at(-1) > wanted.at(-1)))
          .catch(() => false)
        selected.push(Number(/\((\d+) selected\)/.exec(await selection.textContent())?.[1]))
      }
      // VS Code mixes the steps of its own Markdown support in, whose sections take the last line's end along.
      const found = wanted.map((length) => selected.find((step) => step === length || step === length + 1))
      assert.ok(
        found.every((step) => step !== undefined),
        `wanted ${wanted}, but the selections were ${selected}`,
      )
    },
  ],
  [
    'the status item says what the file is',
    async ({ page, status }) => {
      assert.match(
        await status(),
        /Idea list: Google Summer of Code \(2024 and later\), by its own template · 2 projects · 3 ideas · 4 problems/,
      )
      await page.locator('[id="status.languageStatus"]').hover()
      const text = page.getByText(
        'Idea list: Google Summer of Code (2024 and later), by its own template · 2 projects · 3 ideas · 4 problems',
      )
      await text.first().waitFor()
      await page.locator('.hover-language-status a', { hasText: 'Show Problems' }).click()
      await page.locator('.part.panel .markers-panel').first().waitFor()
    },
  ],
  [
    'F12 on a heading jumps to its entry in the table of contents, and from there back',
    async ({ page, goTo, pressUntil }) => {
      await pressUntil('Control+j', page.locator('.part.panel'), 'hidden')
      const [line, column] = placeOf('##### Sample by cost')
      const [entry] = placeOf('- [Sample by cost]')
      await goTo(line, column + 8)
      await page.keyboard.press('F12')
      await page.locator('.statusbar-item', { hasText: `Ln ${entry},` }).waitFor()
      assert.equal(await page.locator('.peekview-widget').count(), 0)
      await page.keyboard.press('F12')
      await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor()
    },
  ],
  [
    'typing fixes a problem, and undoing brings it back',
    async ({ page, goTo, lines }) => {
      await goTo(...placeOf('175 hrs'))
      const findings = (count) =>
        page.locator(`[id="status.languageStatus"] [aria-label*="${count} problems"]`).first().waitFor({ state: 'attached' })
      await page.keyboard.press('Shift+End')
      await page.keyboard.type('medium')
      await lines.getByText('Expected project size: medium').last().waitFor()
      await findings(3)
      await page.keyboard.press('Control+z')
      await findings(4)
    },
  ],
  [
    'another file has no status',
    async ({ page, openFile }) => {
      await openFile('README.md')
      await page.locator('.breadcrumbs-control', { hasText: '# Mentoring' }).waitFor()
      // VS Code shows the breadcrumbs of a file before its status
      await page.locator('[id="status.languageStatus"][aria-label*="Idea"]').waitFor({ state: 'detached' })
      await openFile(listPath)
      await page.locator('.breadcrumbs-control', { hasText: 'Idea Files' }).waitFor()
    },
  ],
  [
    'the idea preview shows the idea next to the text, and a finding leads to its place',
    async ({ page, goTo, runCommand }) => {
      await goTo(...placeOf('Angular'))
      await runCommand('Idea Files: Open Idea Preview to the Side')
      const idea = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
      await idea.getByRole('main').getByRole('heading', { name: 'Say why a scan is stale', level: 1 }).waitFor()
      await idea.getByRole('complementary').getByRole('heading', { name: '1 problem', level: 2 }).waitFor()
      await idea.getByRole('button', { name: 'invalid-size' }).first().press('Enter')
      await page.locator('.statusbar-item', { hasText: `(${'175 hrs'.length} selected)` }).waitFor()
      await goTo(...placeOf('Traces differ'))
      await idea.getByRole('heading', { name: 'Sample by cost', level: 1 }).waitFor()
      const tab = page.getByRole('tab', { name: 'Idea: Sample by cost' })
      await tab.click({ button: 'middle' })
      await tab.waitFor({ state: 'detached' })
    },
  ],
  [
    'Restart Language Server brings everything back, and says nothing',
    async ({ page, runCommand }) => {
      await runCommand('Idea Files: Restart Language Server')
      await page.locator('[class*=squiggly-]').first().waitFor({ state: 'detached' })
      await page.locator('[class*=squiggly-]').first().waitFor()
      assert.equal(await page.locator('.notification-toast').count(), 0)
    },
  ],
  [
    'a server that is killed comes back, and says so once',
    async ({ page, extensions }) => {
      const [pid, ...more] = execFileSync('pgrep', ['-f', `${extensions}/.*dist/start.js`], { encoding: 'utf8' })
        .trim()
        .split('\n')
      assert.equal(more.length, 0, 'more than one server runs')
      process.kill(Number(pid), 'SIGKILL')
      await page.locator('.notification-toast', { hasText: 'was restarted' }).waitFor()
      await page.locator('[class*=squiggly-]').first().waitFor()
      assert.equal(await page.locator('.notification-toast').count(), 1)
    },
  ],
]

/** Runs the script of the window. */
export const runInWindow = (tools) => runSteps(tools, steps)

/**
 * Runs steps in one window; a failure ends the script, as each step needs those before it. `name` sets its pictures apart; the
 * rest says how the window is opened.
 */
export const runSteps = async (tools, steps, { name = '', host = 'node', ...opened } = {}) => {
  const window = await openWindow(tools, { folder: fixture, host, ...opened })
  const { page } = window
  const item = page.locator('[id="status.languageStatus"]')
  const status = async () => ((await item.count()) > 0 ? `${await item.first().getAttribute('aria-label')}` : '')
  const where = host === 'web' ? 'web ' : ''
  let passed = 0
  try {
    for (const [index, [title, step]] of steps.entries()) {
      const shot = `${name}${host === 'web' ? 'web-' : ''}${String(index + 1).padStart(2, '0')} ${title}`
      const started = Date.now()
      try {
        await step({ ...window, status })
      } catch (error) {
        console.log(`not ok In the ${where}window: ${title}: ${error.message}`)
        await pictureOfFailure(page, shot)
        return { passed, failed: steps.length - passed }
      }
      await picture(page, shot)
      console.log(`ok In the ${where}window: ${title} (${Date.now() - started} ms)`)
      passed++
    }
    return { passed, failed: 0 }
  } finally {
    await window.stop()
  }
}

/** The tallies of several runs as one. */
export const sumOf = (tallies) =>
  tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  })
