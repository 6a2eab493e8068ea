// New lists in a window: of last year's, and of an export that VS Code's file dialog names. And a maintainers' file from that dialog.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { here } from './setup.mjs'
import { picture, pictureOfFailure } from './shots.mjs'
import { openWindow } from './window.mjs'

const listPath = 'programs/summerofcode/2026.md'

const program = {
  cncf_project: 'Harbor',
  program_name_short: 'Copy what is signed',
  description: '## Description\n\nSignatures stay behind.\n\n## Expected outcomes\n\nThey travel along.',
  technologies: 'Go',
  mentors: [{ name: 'Ada Example', github_handle: 'ada', email: 'ada@example.org', lfid: 'adalf', role: 'primary' }],
  term: '2026 Term 3 (Sep - Nov)',
}

/** What the dialog is to find; the fixture's own files are there, too. */
const files = {
  'terms/lfx-export.json': JSON.stringify({ programs: [program] }),
  'terms/other-version.json': JSON.stringify({ programs: [{ ...program, mentors: 'Ada Example' }] }),
  'people/of-all.csv': 'Graduated,Harbor,Ben Example,ACME,ben\n',
  'people/odd.csv': 'name\nBen Example\n',
}

/** Names a file in VS Code's own dialog, which a window in a browser has in any case. */
const chooseFile = async (page, path) => {
  const input = page.locator('.quick-input-widget:visible input')
  const row = page.locator('.quick-input-list .monaco-list-row', { hasText: path.split('/').at(-1) })
  await page.waitForFunction(() => document.querySelector('.quick-input-widget input')?.value.includes('/'))
  // while the dialog reads a folder it may overwrite what was typed
  for (let attempt = 0; attempt < 8; attempt++) {
    await input.first().fill(path)
    if (!(await within(row.waitFor({ timeout: 3000 })))) continue
    await page.keyboard.press('Enter')
    if (await within(input.first().waitFor({ state: 'hidden', timeout: 3000 }))) return
  }
  throw new Error(`the dialog did not take ${path}`)
}

const within = (wait) =>
  wait.then(
    () => true,
    () => false,
  )

const steps = [
  [
    'a year that is none is refused where it is typed',
    async ({ page, openFile, runCommand }) => {
      await openFile(listPath)
      await page.locator('.squiggly-info, .squiggly-warning, .squiggly-error').first().waitFor()
      await runCommand('Idea Files: New Year from This List')
      const input = page.locator('.quick-input-widget:visible input[type=text], .quick-input-widget:visible .input')
      await page.waitForFunction(() => document.querySelector('.quick-input-widget input')?.value === '2027')
      await input.first().fill('2026')
      await page.getByText('Enter 2027 or a later year.').waitFor()
      await input.first().fill('2027')
      await page.keyboard.press('Enter')
    },
  ],
  [
    'the ideas that were not accepted are offered, and the new list is shown, not written',
    async ({ page, workspace }) => {
      const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Sample by cost' })
      await row.waitFor()
      // the name of a project finds its ideas
      await page.keyboard.type('Jaeger')
      await row.locator('.highlight', { hasText: 'Jaeger' }).waitFor()
      await row.getByText('Jaeger').click()
      await page.getByText('1 Selected').waitFor()
      await page.locator('.quick-input-widget:visible').getByRole('button', { name: 'OK' }).click()
      await page.locator('.tab.active.dirty', { hasText: '2027.md' }).waitFor()
      const text = await page.locator('.editor-instance .view-lines').first().textContent()
      const plain = text.replace(/\u00a0/g, ' ')
      assert.match(plain, /# Google Summer of Code 2027/)
      assert.ok(!existsSync(join(workspace, 'programs/summerofcode/2027.md')))
    },
  ],
  [
    'a list that exists is not overwritten',
    async ({ page, workspace, runCommand, openFile }) => {
      const path = join(workspace, 'programs/summerofcode/2028.md')
      await openFile(listPath)
      writeFileSync(path, '# Mine\n')
      await runCommand('Idea Files: New Year from This List')
      const input = page.locator('.quick-input-widget:visible input[type=text], .quick-input-widget:visible .input')
      await page.waitForFunction(() => document.querySelector('.quick-input-widget input')?.value === '2027')
      await input.first().fill('2028')
      await page
        .getByText(/summerofcode\/2028\.md already exists/)
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
      await input.first().waitFor()
      await page.keyboard.press('Escape')
      await input.first().waitFor({ state: 'hidden' })
      assert.equal(readFileSync(path, 'utf8'), '# Mine\n')
    },
  ],
  [
    'New List from Export: an export of another version is a sentence',
    async ({ page, workspace, runCommand }) => {
      await runCommand('Idea Files: New List from Export')
      await chooseFile(page, join(workspace, 'terms/other-version.json'))
      await page
        .getByText(/Could not use the export: an export of another version \("programs\.0\.mentors"/)
        .first()
        .waitFor()
    },
  ],
  [
    'New List from Export shows the list of the term, not written',
    async ({ page, workspace, runCommand }) => {
      await runCommand('Idea Files: New List from Export')
      await chooseFile(page, join(workspace, 'terms/lfx-export.json'))
      await page.locator('.tab.active.dirty', { hasText: 'Untitled' }).waitFor()
      const lines = page.locator('.editor-instance .view-lines').first()
      await lines.getByText('# LFX Mentorship 2026 Term 3').waitFor()
      await lines.getByText('Ada Example (@ada, ada@example.org) - primary').waitFor()
      assert.deepEqual(readdirSync(join(workspace, 'terms')), ['lfx-export.json', 'other-version.json'])
    },
  ],
  [
    "Choose Maintainers' File: one without maintainers is a sentence",
    async ({ page, workspace, openFile, runCommand, shown }) => {
      await openFile(listPath)
      await runCommand('Idea Files: Review This List')
      await shown.getByText('no file was given').first().waitFor()
      await shown.getByRole('button', { name: "Choose Maintainers' File" }).press('Enter')
      await chooseFile(page, join(workspace, 'people/odd.csv'))
      await shown.getByText('odd.csv has no maintainers. Expected rows with maturity, project, name').waitFor()
    },
  ],
  [
    "Choose Maintainers' File: the page says who is not in the list, and the choice stays",
    async ({ page, workspace, shown }) => {
      await shown.getByRole('button', { name: "Choose Maintainers' File" }).press('Enter')
      await chooseFile(page, join(workspace, 'people/of-all.csv'))
      await shown.getByText("Maintainers' file: of-all.csv").waitFor()
      await shown
        .getByText(/@\S+ is not in the list/)
        .first()
        .waitFor()
      await shown.getByRole('button', { name: 'Review Again' }).press('Enter')
      await shown.getByText("Maintainers' file: of-all.csv").waitFor()
    },
  ],
]

/** Runs the script; what fails ends it. */
export const runYear = async (tools) => {
  const window = await openWindow(tools, { folder: join(here, 'fixture'), files, viewport: { width: 1400, height: 1100 } })
  const shown = window.page.frameLocator('iframe.webview.ready >> visible=true').frameLocator('iframe#active-frame')
  let passed = 0
  try {
    for (const [index, [title, step]] of steps.entries()) {
      const failed = await step({ ...window, shown }).then(
        () => null,
        (error) => error,
      )
      await (failed ? pictureOfFailure : picture)(window.page, `year-${index + 1}`)
      console.log(failed ? `not ok In a new year: ${title}: ${failed.message}` : `ok In a new year: ${title}`)
      if (failed) return { passed, failed: steps.length - passed }
      passed++
    }
    return { passed, failed: 0 }
  } finally {
    await window.stop()
  }
}
