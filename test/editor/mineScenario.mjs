// Only What I Changed in a git repository, and lists that Fix All Safe in All Lists cannot fix.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSteps } from './scenario.mjs'
import { here } from './setup.mjs'
import { copyOf } from './workbench.mjs'

const fixture = join(here, 'fixture')
const listPath = 'programs/summerofcode/2026.md'
const otherPath = 'programs/summerofcode/2025.md'
// it is opened by a link
const linkedPath = 'programs/summerofcode/2027.md'
const text = readFileSync(join(fixture, listPath), 'utf8')
// the settings lock it
const lockedPath = 'programs/summerofcode/2022.md'
const addedPath = 'programs/summerofcode/2024.md'
// VS Code reads it in another encoding than the server
const other = text.replace('Every report', 'Café: every report')
const lineOf = (piece) => text.slice(0, text.indexOf(piece)).split('\n').length

const git = (folder, ...args) =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd: folder })

const pane = (page) => page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Problems in All Lists' }) })
const rowsOf = (page) => pane(page).locator('.monaco-list-row')

const steps = [
  [
    'a hover leads to an idea of another list',
    async ({ page, openFile, goTo }) => {
      await openFile(listPath)
      await page.locator('[class*=squiggly-]').first().waitFor()
      await goTo(lineOf('##### Say why'), 10)
      const link = page.locator('.monaco-hover:visible a', { hasText: 'Say why a scan is stale' })
      for (let attempt = 0; attempt < 5 && !(await link.first().isVisible()); attempt++) {
        await page.keyboard.press('Control+k')
        await page.keyboard.press('Control+i')
        // the other lists may still be loading
        await link
          .first()
          .waitFor({ timeout: 4000 })
          .catch(() => page.keyboard.press('Escape'))
      }
      await link.first().click()
      await page.locator('.tab.active', { hasText: '2027.md' }).waitFor()
      await page.locator('.statusbar-item', { hasText: `Ln ${lineOf('##### Say why')},` }).waitFor()
    },
  ],
  [
    'where nothing has changed, there are no problems of mine',
    async ({ page, openFile, runCommand }) => {
      await openFile(listPath)
      await page.locator('[class*=squiggly-]').first().waitFor()
      await runCommand('Idea Files: Only What I Changed')
      await pane(page).getByText('No list has such problems.').waitFor()
      assert.equal(await rowsOf(page).count(), 0)
    },
  ],
  [
    'one changed line has its own problem, and not the others of its idea',
    async ({ page, goTo, lines, runCommand }) => {
      await goTo(lineOf('- Recommended Skills: Go, Angular'), 3)
      await page.keyboard.press('Control+Shift+ArrowRight')
      await page.keyboard.press('Delete')
      await lines.getByText('- Skills: Go, Angular').waitFor()
      // what is unsaved counts, too
      await runCommand('Idea Files: Only What I Changed')
      const rows = rowsOf(page)
      await rows.filter({ hasText: 'GSoC 2026' }).waitFor()
      await rows.filter({ hasText: 'GSoC 2026' }).click()
      await rows.filter({ hasText: 'field-label' }).waitFor()
      assert.deepEqual(await rows.filter({ hasText: /invalid-size|toc-broken-link|missing-field|mentor-count/ }).count(), 0)
      await rows.filter({ hasText: 'field-label' }).click()
      await rows.filter({ hasText: 'Say why a scan is stale' }).waitFor()
    },
  ],
  [
    'saving keeps it, and Fix All Safe in All Lists is about it alone',
    async ({ page, saved, runCommand }) => {
      await saved(listPath)
      await rowsOf(page).filter({ hasText: 'field-label' }).waitFor()
      await runCommand('Idea Files: Fix All Safe in All Lists…')
      const rows = page.locator('#refactorPreview .monaco-list-row')
      await rows.filter({ hasText: 'Skills' }).first().waitFor()
      assert.equal(await rows.filter({ hasText: /175 hrs|2025\.md|2027\.md/ }).count(), 0)
      // each row below the file is a change
      assert.equal(await rows.filter({ hasText: text.split('\n', 1)[0].slice(2) }).count(), 0)
      await page.getByRole('button', { name: 'Discard' }).click()
      await rows.first().waitFor({ state: 'detached' })
    },
  ],
  [
    'what is committed is not mine any more, and All problems shows the others again',
    async ({ page, workspace }) => {
      const rows = rowsOf(page)
      git(workspace, 'commit', '-q', '-a', '-m', 'Skills')
      await pane(page).getByText('No list has such problems.').waitFor()
      await pane(page).hover()
      await pane(page).getByRole('button', { name: 'Filter Problems' }).click()
      await page.locator('.quick-input-widget:visible input').waitFor()
      await page.keyboard.press('Enter')
      await rows.filter({ hasText: 'GSoC 2026' }).click()
      await rows.filter({ hasText: 'invalid-size' }).first().waitFor()
    },
  ],
  [
    'Fix All Safe in All Lists names the list that it leaves out',
    async ({ page, runCommand, workspace }) => {
      await runCommand('Idea Files: Fix All Safe in All Lists…')
      const previewed = page.locator('#refactorPreview .monaco-list-row')
      await previewed.first().waitFor()
      await page.locator('.notification-toast', { hasText: /Left out.*2025\.md/ }).waitFor()
      await page.locator('.notification-toast', { hasText: /read-only: .*2022\.md/ }).waitFor()
      // the preview opens a copy of each list, which is not a list of the workspace
      await previewed.first().click()
      await page.keyboard.press('Enter')
      await page.locator('.monaco-diff-editor:visible').first().waitFor()
      await page.waitForTimeout(1500)
      assert.equal(
        await rowsOf(page)
          .filter({ hasText: /GSoC 202[67]/ })
          .count(),
        2,
      )
      await page.getByRole('button', { name: 'Apply' }).click()
      await page.locator('#refactorPreview .monaco-list-row').first().waitFor({ state: 'detached' })
      assert.equal(readFileSync(join(workspace, otherPath), 'utf8'), other)
      assert.equal(readFileSync(join(workspace, lockedPath), 'utf8'), text)
    },
  ],
  [
    'a list that alone is fixed is saved, too',
    async ({ page, runCommand, workspace }) => {
      const path = join(workspace, addedPath)
      // the other list cannot be fixed
      rmSync(join(workspace, otherPath))
      writeFileSync(path, text)
      await rowsOf(page).filter({ hasText: 'GSoC 2025' }).waitFor({ state: 'detached' })
      await rowsOf(page).filter({ hasText: 'GSoC 2024' }).waitFor()
      await runCommand('Idea Files: Fix All Safe in All Lists…')
      const previewed = page.locator('#refactorPreview .monaco-list-row')
      await previewed.first().waitFor()
      await page.getByRole('button', { name: 'Apply' }).click()
      await previewed.first().waitFor({ state: 'detached' })
      for (let attempt = 0; attempt < 50 && readFileSync(path, 'utf8') === text; attempt++) await page.waitForTimeout(200)
      assert.notEqual(readFileSync(path, 'utf8'), text)
    },
  ],
  [
    'a list that is deleted while its tab is open has no problems, until it is changed there',
    async ({ page, openFile, workspace }) => {
      const row = rowsOf(page).filter({ hasText: 'GSoC 2024' })
      await openFile(addedPath)
      await row.waitFor()
      rmSync(join(workspace, addedPath))
      await row.waitFor({ state: 'detached' })
      await page.locator('.tab.active', { hasText: '2024.md' }).waitFor()
      await page.locator('.editor-instance .view-lines').first().click()
      await page.keyboard.press('Control+Home')
      await page.keyboard.press('Control+Enter')
      await row.waitFor()
      await page.keyboard.press('Control+z')
    },
  ],
  [
    'Problems in All Lists follows the files on disk',
    async ({ page, workspace }) => {
      const added = join(workspace, 'programs/summerofcode/2023.md')
      writeFileSync(added, other)
      const row = rowsOf(page).filter({ hasText: 'GSoC 2023' })
      await row.waitFor()
      rmSync(added)
      await row.waitFor({ state: 'detached' })
    },
  ],
  [
    'renaming a mentor leaves out a list that the settings lock, and says so',
    async ({ page, openFile, goTo, lines, runCommand, saved, workspace }) => {
      await runCommand('Notifications: Clear All Notifications')
      await openFile(listPath)
      const lists = readFileSync(join(workspace, listPath), 'utf8').split('\n')
      const at = lists.findIndex((each) => each.includes('(@ada-example'))
      await goTo(at + 1, lists[at].indexOf('(@') + 4)
      await page.keyboard.press('F2')
      await page.locator('.rename-box input:focus').waitFor()
      await page.keyboard.press('Control+a')
      await page.keyboard.type('new-handle')
      await page.keyboard.press('Enter')
      await page.locator('.notification-toast', { hasText: /read-only: .*2022\.md/ }).waitFor()
      await lines.getByText('@new-handle').first().waitFor()
      assert.match(await saved(listPath), /@new-handle/)
      await openFile(lockedPath)
      await goTo(lineOf('(@ada-example'), 1)
      await lines.getByText('@ada-example').first().waitFor()
      assert.equal(await lines.getByText('@new-handle').count(), 0)
    },
  ],
]

/** A copy of the fixture as a git repository with one commit. */
const repository = () => {
  const copy = copyOf(fixture, 'mine')
  writeFileSync(join(copy.path, otherPath), other)
  writeFileSync(join(copy.path, linkedPath), text)
  writeFileSync(join(copy.path, lockedPath), text)
  git(copy.path, 'init', '-q')
  git(copy.path, 'add', '.')
  git(copy.path, 'commit', '-q', '-m', 'Lists')
  return copy
}

/** Runs the script in a repository. */
export const runMine = async (tools) => {
  const copy = repository()
  const settings = {
    'git.enabled': true,
    '[markdown]': { 'files.encoding': 'windows1252' },
    'files.readonlyInclude': { [lockedPath]: true },
  }
  try {
    return await runSteps(tools, steps, { name: 'mine-', folder: copy.path, settings })
  } finally {
    copy.remove()
  }
}
