// An idea that was copied from a document, whether one is ready, and the problems of all lists.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSteps } from './scenario.mjs'
import { here } from './setup.mjs'

const listPath = 'programs/summerofcode/2026.md'
const text = readFileSync(join(here, 'fixture', listPath), 'utf8')
const lineOf = (piece) => text.slice(0, text.indexOf(piece)).split('\n').length
const lastLine = text.split('\n').length

const copied = `Longhorn
Rehearse the loss of a node
●\tDescription: A drill that nobody notices.
●\tExpected Outcome: A command starts it.
●\tRecommended Skills: Go
●\tExpected project size: 175 hours
●\tMentors:
○\tJane Roe (@jroe, jane@roe.example)
○\tJohn Smith, @jsmith, js@smith.example
●\tUpstream Issue: https://github.com/longhorn/longhorn/issues/12
`

const entry = `#### Longhorn

##### Rehearse the loss of a node

- Description: A drill that nobody notices.
- Expected Outcome: A command starts it.
- Recommended Skills: Go
- Expected project size: medium (~175 hour projects)
- Mentor(s):
  - Jane Roe (@jroe, jane@roe.example)
  - John Smith (@jsmith, js@smith.example)
- Upstream Issue (URL): https://github.com/longhorn/longhorn/issues/12
`

// after two lines in the table of contents, a blank line, the project and a blank line
const pastedLine = lastLine + 5

const setClipboard = async (page, plain) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((each) => navigator.clipboard.writeText(each), plain)
}

/** The cursor is at the title of the idea: none of its fields is empty. */
const seesPastedIdea = async ({ page, lines }) => {
  await lines.getByText('##### Rehearse the loss of a node').waitFor()
  await page.locator('.statusbar-item', { hasText: `Ln ${pastedLine}, Col 7` }).waitFor()
}

const pane = (page, name) => page.locator('.pane', { has: page.locator('.pane-header', { hasText: name }) })

/** The idea is in its place, and one undo takes it back. */
const isPastedAndUndone = async ({ page, lines, saved }) => {
  await seesPastedIdea({ page, lines })
  const after = await saved(listPath)
  assert.ok(after.includes(entry), after)
  await page.keyboard.press('Control+z')
  await lines.getByText('Rehearse the loss of a node').first().waitFor({ state: 'detached' })
  assert.equal(await saved(listPath), text)
}

const steps = [
  [
    'Paste as Idea writes the idea in the form of the list, in its place; one undo takes it back',
    async ({ page, openFile, goTo, runCommand, lines, saved }) => {
      await openFile(listPath)
      await page.locator('.squiggly-warning').first().waitFor()
      await setClipboard(page, copied)
      await goTo(1, 1)
      await runCommand('Idea Files: Paste as Idea')
      await isPastedAndUndone({ page, lines, saved })
    },
  ],
  [
    'Paste as Idea asks for the project that the text does not name',
    async ({ page, goTo, runCommand, lines, saved }) => {
      await setClipboard(page, copied.replace('Longhorn\n', ''))
      await goTo(1, 1)
      await runCommand('Idea Files: Paste as Idea')
      await page.locator('.quick-input-title', { hasText: 'Paste as Idea' }).waitFor()
      await page.keyboard.type('Longhorn')
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Longhorn' }).first().waitFor()
      await page.keyboard.press('Enter')
      await isPastedAndUndone({ page, lines, saved })
    },
  ],
  [
    'rows of a sheet are pasted as mentors, in the form of the list',
    async ({ page, goTo, lines, saved }) => {
      const [line] = text.split('\n').flatMap((each, index) => (each.includes('(@cem-example') ? [index + 1] : []))
      await goTo(line, 3)
      await page.keyboard.press('End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('- ')
      await page.keyboard.press('Escape')
      await setClipboard(page, 'Ann Lee\t@ann-lee\tann@lee.example\nBo Ray\t@bo-ray\tbo@ray.example\n')
      await page.keyboard.press('Control+v')
      await lines.getByText('- Ann Lee (@ann-lee, ann@lee.example)').waitFor()
      await lines.getByText('- Bo Ray (@bo-ray, bo@ray.example)').waitFor()
      const after = await saved(listPath)
      assert.ok(after.includes('\n  - Ann Lee (@ann-lee, ann@lee.example)\n  - Bo Ray (@bo-ray, bo@ray.example)\n'), after)
      for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z')
      await lines.getByText('Ann Lee').waitFor({ state: 'detached' })
      assert.equal(await saved(listPath), text)
    },
  ],
  [
    'a reference to an issue is pasted as its address',
    async ({ page, goTo, lines, runCommand, saved }) => {
      await runCommand('File: Revert File')
      await page.locator('.tab.active:not(.dirty)').waitFor()
      const label = '- Upstream Issue (URL): '
      await goTo(lineOf('https://github.com/jaegertracing/jaeger/issues/3'), label.length + 1)
      await page.keyboard.press('Shift+End')
      await page.keyboard.press('Delete')
      await page.keyboard.press('Escape')
      await setClipboard(page, 'jaegertracing/jaeger#77')
      await page.keyboard.press('Control+v')
      await lines.getByText('https://github.com/jaegertracing/jaeger/issues/77').waitFor()
      await runCommand('File: Revert File')
      await page.locator('.tab.active:not(.dirty)').waitFor()
      assert.equal(await saved(listPath), text)
    },
  ],
  [
    'a list that another program writes keeps its table of contents on save, if that is out of date',
    async ({ page, goTo, lines, runCommand, saved, workspace }) => {
      await goTo(lineOf('- [Jaeger]'), 1)
      await runCommand('Idea Files: Update Table of Contents')
      await lines.getByText('(#say-why-a-scan-is-stale)').waitFor()
      assert.notEqual(await saved(listPath), text)
      // neither opened nor saved before
      const other = text.replace('Angular', 'AngularJS')
      writeFileSync(join(workspace, listPath), other)
      // reading the list again moves the cursor
      await lines.getByText('(#say-why-a-scan-is-stale)').waitFor({ state: 'detached' })
      await goTo(lineOf('Angular'), 1)
      await lines.getByText('AngularJS').waitFor()
      await page.waitForTimeout(500)
      await page.keyboard.press('End')
      await page.keyboard.type('.')
      const typedText = other.replace(/AngularJS.*/, '$&.')
      assert.equal(await saved(listPath), typedText)
      writeFileSync(join(workspace, listPath), text)
      await lines.getByText('AngularJS').waitFor({ state: 'detached' })
    },
  ],
  [
    'an idea that is chosen from what VS Code offers after a paste gets the cursor',
    async ({ page, goTo, lines, runCommand }) => {
      await setClipboard(page, copied)
      await goTo(lastLine, 1)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+v')
      await page.locator('.post-edit-widget').click()
      await page.locator('.monaco-list-row', { hasText: 'Paste as Idea' }).click()
      await seesPastedIdea({ page, lines })
      await runCommand('File: Revert File')
      await page.locator('.tab.active:not(.dirty)').waitFor()
    },
  ],
  [
    'a plain paste is offered as an idea by VS Code, and reported where it stays',
    async ({ page, goTo }) => {
      await setClipboard(page, copied)
      await goTo(lastLine, 1)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+v')
      await page.locator('.post-edit-widget').waitFor()
      await page.locator('.squiggly-warning').first().waitFor()
    },
  ],
  [
    'Make it an idea of its project moves the lines to their place',
    async ({ page, goTo, lines, pressUntil }) => {
      await page.keyboard.press('Escape')
      await goTo(lastLine + 2, 3)
      const action = page.getByText('Make it an idea of Longhorn')
      await pressUntil('Control+.', action)
      await action.click()
      await lines.getByText('●').first().waitFor({ state: 'detached' })
      await seesPastedIdea({ page, lines })
      await goTo(1, 1)
      await lines.getByText('[Longhorn](#longhorn)').first().waitFor()
      await page.keyboard.press('Control+Home')
    },
  ],
  [
    'the hover of a title says whether the idea is ready',
    async ({ page, goTo }) => {
      await goTo(lineOf('##### Say why') + 2, 8)
      await page.keyboard.press('Control+k')
      await page.keyboard.press('Control+i')
      const hover = page.locator('.monaco-hover:visible', { hasText: 'Not ready: ' })
      await hover.first().waitFor()
    },
  ],
  [
    'Problems in All Lists is a tree that stays, and opens its places',
    async ({ page, runCommand }) => {
      await runCommand('Idea Files: Problems in All Lists')
      const rows = pane(page, 'Problems in All Lists').locator('.monaco-list-row')
      await rows.filter({ hasText: 'GSoC 2026' }).waitFor()
      await rows.filter({ hasText: 'GSoC 2026' }).click()
      await rows.filter({ hasText: 'invalid-size' }).click()
      await rows.filter({ hasText: 'Say why a scan is stale' }).click()
      await page.locator('.statusbar-item', { hasText: 'Ln ' }).waitFor()
      assert.ok(await rows.filter({ hasText: 'Say why a scan is stale' }).isVisible(), 'the row is still there')
    },
  ],
  [
    'Fix All Safe in All Lists shows its changes first',
    async ({ page, runCommand, lines }) => {
      await runCommand('Idea Files: Fix All Safe in All Lists…')
      const rows = page.locator('#refactorPreview .monaco-list-row')
      const size = rows.filter({ hasText: '175 hrs' })
      await size.waitFor()
      assert.ok(await size.getByRole('checkbox').isChecked(), 'what is safe is ticked')
      await page.getByRole('button', { name: 'Apply' }).click()
      await lines.getByText('175 hrs').waitFor({ state: 'detached' })
    },
  ],
  [
    'Paste as Idea begins a list in an empty file, and asks for its program; one undo takes it back',
    async ({ page, openFile, runCommand, lines, saved, workspace }) => {
      writeFileSync(join(workspace, 'new.md'), '')
      await openFile('new.md')
      await setClipboard(page, copied)
      await runCommand('Idea Files: Paste as Idea')
      await page.locator('.quick-input-title', { hasText: 'Paste as Idea' }).waitFor()
      await page.keyboard.type('Summer of Code')
      await page.keyboard.press('Enter')
      await lines.getByText('#### Rehearse the loss of a node').waitFor()
      assert.match(await saved('new.md'), /^# Google Summer of Code\n[\s\S]*\n### Longhorn\n\n#### Rehearse the loss of a node\n/)
      await page.keyboard.press('Control+z')
      await lines.getByText('Rehearse the loss of a node').first().waitFor({ state: 'detached' })
      assert.equal(await saved('new.md'), '')
    },
  ],
  [
    'VS Code offers an idea with headings in an empty file whose path says the program',
    async ({ page, openFile, lines, saved, workspace }) => {
      const path = 'programs/summerofcode/2027.md'
      writeFileSync(join(workspace, path), '')
      await openFile(path)
      await setClipboard(page, entry.replaceAll('#### ', '## '))
      await page.keyboard.press('Control+v')
      await page.locator('.post-edit-widget').click()
      await page.locator('.monaco-list-row', { hasText: 'Paste as Idea' }).click()
      await lines.getByText('# Google Summer of Code 2027').waitFor()
      assert.match(await saved(path), /\n### Longhorn\n\n#### Rehearse the loss of a node\n/)
    },
  ],
]

/** Runs the script of pasted ideas and the problems of all lists. */
export const runPaste = (tools) => runSteps(tools, steps, { name: 'paste-' })
