// What a person sees and does in Overview, in a window on a workspace of 50 lists.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../../scripts/run.mjs'
import { picture, pictureOfFailure } from './shots.mjs'
import { openWindow } from './window.mjs'
import { tempFolder } from './workbench.mjs'

/** The generated workspace of 50 lists, in a folder of its own; of several seeds, a folder in it for each. */
export const generated = async (seeds = [1]) => {
  const outfile = join(root, 'build/editor/workspace.mjs')
  const entryPoints = [join(root, 'test/support/generatedWorkspace.ts')]
  await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'warning' })
  const { makeWorkspace } = await import(pathToFileURL(outfile).href)
  const folder = tempFolder('lists')
  for (const seed of seeds) {
    for (const [path, text] of makeWorkspace(seed)) {
      const file = join(folder.path, seeds.length > 1 ? `${seed}` : '', path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
  }
  return folder
}

const steps = [
  [
    'Overview shows all lists while none is open, and counts the findings',
    async ({ page, shown, part, pressUntil }) => {
      const input = page.locator('.quick-input-widget:visible input')
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Idea Files: Show Overview' })
      // a window that has just been opened may not know the extension's commands yet
      for (let attempt = 0; attempt < 5 && !(await row.first().isVisible()); attempt++) {
        await pressUntil('F1', input)
        await input.fill('>Idea Files: Show Overview')
        await row
          .first()
          .waitFor({ timeout: 3000 })
          .catch(() => page.keyboard.press('Escape'))
      }
      await page.keyboard.press('Enter')
      await shown.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
      await part('summary').getByText('50', { exact: true }).waitFor()
      await part('findings').getByRole('table').first().waitFor()
      assert.equal(await shown.getByRole('heading', { level: 2 }).count(), 7)
      assert.equal(await part('mentors').locator('> .scroll tbody tr').count(), 12)
    },
  ],
  [
    'it follows the theme to dark',
    async ({ runCommand, shown }) => {
      const background = () => shown.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
      const before = await background()
      await runCommand('Preferences: Toggle between Light/Dark Themes')
      await shown.locator('body.vscode-dark').waitFor()
      assert.notEqual(await background(), before)
    },
  ],
  [
    'and to high contrast',
    async ({ workspace, shown }) => {
      mkdirSync(join(workspace, '.vscode'))
      writeFileSync(join(workspace, '.vscode/settings.json'), '{ "workbench.colorTheme": "Default High Contrast" }\n')
      await shown.locator('body.vscode-high-contrast').waitFor()
    },
  ],
  [
    'all mentors unfold, and stay so with the focus when a list on disk changes',
    async ({ workspace, shown, part }) => {
      const details = part('mentors').locator('details')
      await details.locator('summary').press('Enter')
      const last = details.getByRole('rowheader').getByRole('button').last()
      const name = await last.textContent()
      await last.focus()
      const path = join(workspace, 'programs/summerofcode/2026.md')
      const text = readFileSync(path, 'utf8')
      writeFileSync(path, text.replace(/(?<=#{4} .*\n\n(?:- .*\n)+- Mentor\(s\):\n)/, '  - Zed Last (@zed-last)\n'))
      await part('mentors').getByRole('button', { name: 'Zed Last', exact: true }).waitFor()
      assert.equal(await details.getAttribute('open'), '')
      assert.equal(await shown.locator(':focus').textContent(), name)
    },
  ],
  [
    'a year counts alone',
    async ({ shown, part }) => {
      await shown.getByRole('combobox', { name: 'Year' }).selectOption('2024')
      await part('summary').getByText('7', { exact: true }).waitFor()
      assert.equal(await part('lists').getByRole('rowheader').count(), 7)
      const [all] = await part('projects')
        .getByRole('columnheader')
        .allTextContents()
        .then((names) => names.slice(1))
      assert.equal(all, 'Ideas, 2024')
    },
  ],
  [
    'a row leads to its places, by the keyboard',
    async ({ page, shown, part }) => {
      const mentor = part('mentors').getByRole('button').first()
      const name = await mentor.textContent()
      await mentor.press('Enter')
      const places = page.locator('.quick-input-list .monaco-list-row')
      await places.nth(1).waitFor()
      assert.match(await places.first().textContent(), /LFX 2024|GSoC 2024/)
      await page.keyboard.press('Enter')
      await page.locator('.statusbar-item', { hasText: 'selected)' }).waitFor()
      const selected = await page.locator('[id="status.editor.selection"]').textContent()
      assert.ok(Number(/\((\d+) selected\)/.exec(selected)[1]) >= name.length, `${name}: ${selected}`)
      await page.getByRole('tab', { name: 'Overview' }).click()
      await part('summary').getByText('7', { exact: true }).waitFor()
      assert.equal(await shown.getByRole('combobox', { name: 'Year' }).inputValue(), '2024')
      assert.equal(await part('mentors').locator('details').getAttribute('open'), '')
    },
  ],
  [
    'a number of a list leads to what it counts',
    async ({ page, part }) => {
      const number = part('lists')
        .locator('tbody tr')
        .first()
        .getByRole('button', { name: /: \d+ mentors$/ })
      const [, count] = /: (\d+) mentors$/.exec(await number.getAttribute('aria-label'))
      await number.press('Enter')
      await page.locator('.quick-input-title', { hasText: `${count} locations` }).waitFor()
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: /· line \d+/ })
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
      await page.locator('.quick-input-title').waitFor({ state: 'hidden' })
    },
  ],
  [
    'the numbers are saved as CSV, to where VS Code proposes',
    async ({ page, workspace, shown }) => {
      await shown.getByRole('button', { name: 'Export as CSV' }).press('Enter')
      const input = page.locator('.quick-input-widget:visible input')
      await input.waitFor()
      // VS Code's own dialog has looked at its folder when it proposes the name
      await page.waitForFunction(() => document.querySelector('.quick-input-widget input')?.value.endsWith('idea-overview.csv'))
      await input.press('Enter')
      await input.waitFor({ state: 'hidden' })
      await page.locator('.notification-toast', { hasText: 'Overview saved' }).waitFor()
      // not into the repository
      const path = join(dirname(workspace), 'idea-overview.csv')
      const csv = readFileSync(path, 'utf8')
      assert.match(csv, /^table,name,detail,year,ideas,primary,findings\r\nyears,/)
      assert.match(csv, /\r\nlists,GSoC 2024,,2024,\d+,,\d+\r\n/)
    },
  ],
  [
    'a list is opened and reviewed by its button',
    async ({ page, part }) => {
      await part('lists')
        .getByRole('button', { name: /^Review / })
        .first()
        .press('Enter')
      await page.locator('.tab', { hasText: /^Review$/ }).waitFor()
      await page.locator('.tab', { hasText: '.md' }).first().waitFor()
      const review = page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('iframe#active-frame')
      await review.getByText('The upstream issue is open').first().waitFor()
    },
  ],
]

/** Runs the script of Overview; what fails ends it. */
export const runOverview = async (tools) => {
  const folder = await generated()
  const window = await openWindow(tools, { folder: folder.path, viewport: { width: 1280, height: 1500 } })
  const { page } = window
  const shown = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
  const part = (id) => shown.locator(`[id="${id}"]`)
  let passed = 0
  try {
    for (const [index, [title, step]] of steps.entries()) {
      const shot = `overview-${index + 1} ${title}`
      const started = Date.now()
      try {
        await step({ ...window, shown, part })
      } catch (error) {
        console.log(`not ok In Overview: ${title}: ${error.message}`)
        await pictureOfFailure(page, shot)
        return { passed, failed: steps.length - passed }
      }
      await picture(page, shot)
      console.log(`ok In Overview: ${title} (${Date.now() - started} ms)`)
      passed++
    }
    return { passed, failed: 0 }
  } finally {
    await window.stop()
    folder.remove()
  }
}
