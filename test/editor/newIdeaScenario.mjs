// A new idea and a new mentor from anywhere: without an editor, from a row of the Ideas view, with a way back.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runSteps } from './scenario.mjs'
import { here } from './setup.mjs'

const listPath = 'programs/summerofcode/2026.md'
const text = readFileSync(join(here, 'fixture', listPath), 'utf8')
const lineOf = (piece) => text.slice(0, text.indexOf(piece)).split('\n').length

const movedPath = 'programs/lfx-mentorship/2026/03-Sep-Nov/project_ideas.md'
const emptyPath = 'notes/later.md'

const picks = (page) => page.locator('.quick-input-list .monaco-list-row')
const labels = (page) =>
  picks(page).evaluateAll((rows) => rows.map((row) => row.querySelector('.label-name')?.textContent.trim()))
const titleOf = (page, title) => page.locator('.quick-input-title', { hasText: title }).waitFor()
const typed = async (page, words) => {
  await page.keyboard.type(words, { delay: 30 })
  await page.waitForTimeout(200)
}

const steps = [
  [
    'the steps of the walkthrough work with no list open, and are ticked when done',
    async ({ page, runCommand }) => {
      await page.locator('.pane-header', { hasText: 'Ideas' }).waitFor()
      await runCommand('Welcome: Open Walkthrough...')
      await picks(page).filter({ hasText: 'Get Started with Idea Files' }).first().click()
      const step = (title) => page.locator('.getting-started-step', { hasText: title }).first()
      await step('Preview the idea').click()
      const ticked = (isTicked) => step('Preview the idea').locator(`[role="checkbox"][aria-checked="${isTicked}"]`).waitFor()
      await ticked(false)
      await page.getByRole('button', { name: 'Open Idea Preview' }).click()
      await titleOf(page, 'Go to Idea')
      // the walkthrough takes the keyboard focus back
      await picks(page).first().filter({ hasText: 'Warm the cache' }).click()
      await page.getByRole('tab', { name: 'Idea: Warm the cache before a rollout' }).waitFor()
      await page.getByRole('tab').filter({ hasText: 'Welcome' }).first().click()
      await ticked(true)
      await runCommand('View: Close All Editors')
      await page.getByRole('tab').filter({ hasText: '2026.md' }).waitFor({ state: 'detached' })
    },
  ],
  [
    'the preview asks for an idea again once its list is closed',
    async ({ page, runCommand }) => {
      await runCommand('Welcome: Open Walkthrough...')
      await picks(page).filter({ hasText: 'Get Started with Idea Files' }).first().click()
      await page.locator('.getting-started-step', { hasText: 'Preview the idea' }).first().click()
      await page.getByRole('button', { name: 'Open Idea Preview' }).click()
      await titleOf(page, 'Go to Idea')
      assert.equal(await page.getByRole('tab', { name: 'Idea', exact: true }).count(), 0)
      await picks(page).filter({ hasText: 'Sample by cost' }).click()
      await page.getByRole('tab', { name: 'Idea: Sample by cost' }).waitFor()
      await runCommand('View: Close All Editors')
      await page.getByRole('tab').filter({ hasText: '2026.md' }).waitFor({ state: 'detached' })
    },
  ],
  [
    'New Idea without an editor asks in which list, the newest first',
    async ({ page, runCommand }) => {
      // the workspace has lists, so the command is there before one is open
      await page.locator('.pane-header', { hasText: 'Ideas' }).waitFor()
      await runCommand('Idea Files: New Idea…')
      await titleOf(page, 'New Idea (1/3)')
      await picks(page).filter({ hasText: 'GSoC 2026' }).waitFor()
      assert.deepEqual(await labels(page), ['GSoC 2026', 'GSoC 2024'])
      await page.keyboard.press('Enter')
      await titleOf(page, 'New Idea (2/3)')
    },
  ],
  [
    'a slip finds the near name, spaces choose nothing, and there is a way back',
    async ({ page }) => {
      await typed(page, '  ')
      await page.keyboard.press('Enter')
      await titleOf(page, 'New Idea (2/3)')
      await page.keyboard.press('Control+a')
      await typed(page, 'harbr')
      assert.deepEqual(await labels(page), ['harbr', 'Harbor'])
      await page
        .locator('.quick-input-titlebar [aria-label="Back"], .quick-input-titlebar .codicon-quick-input-back')
        .first()
        .click()
      await titleOf(page, 'New Idea (1/3)')
      await page.keyboard.press('Enter')
      await titleOf(page, 'New Idea (2/3)')
      await typed(page, 'jae')
      await picks(page).first().filter({ hasText: 'Jaeger' }).waitFor()
      await page.keyboard.press('Enter')
      await titleOf(page, 'New Idea for Jaeger (3/3)')
    },
  ],
  [
    'a pasted title loses its marks; the list opens with the idea in its place',
    async ({ page, lines }) => {
      await typed(page, '#### **Sample by age**')
      await page.keyboard.press('Enter')
      await page.locator('.tab.active', { hasText: '2026.md' }).waitFor()
      await lines.getByText('##### Sample by age').last().waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+z')
    },
  ],
  [
    'the row of a project in the Ideas view has a button for a new idea in it',
    async ({ page, goTo }) => {
      await page.locator('.pane-header', { hasText: 'fixture' }).click()
      await goTo(lineOf('Cem Example'), 1)
      const pane = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Ideas' }) })
      const row = pane.locator('.monaco-list-row').filter({ has: page.locator('.label-name', { hasText: 'Harbor' }) })
      const button = row.getByRole('button', { name: 'New Idea' })
      // the rows move while the view grows, away from the mouse
      while (!(await button.isVisible())) {
        await row.hover()
        await page.waitForTimeout(200)
      }
      await button.click()
      await titleOf(page, 'New Idea for Harbor')
      await page.keyboard.press('Escape')
    },
  ],
  [
    'Add Mentor picks among the people of all lists',
    async ({ page, goTo, runCommand, lines }) => {
      await goTo(lineOf('Traces differ'), 1)
      await runCommand('Idea Files: Add Mentor')
      await picks(page).filter({ hasText: 'Dee Example' }).waitFor()
      assert.deepEqual((await labels(page)).toSorted(), [
        'Ada Example',
        'Ben Example',
        'Dee Example',
        'Eli Example',
        'Someone else',
      ])
      await typed(page, 'eli')
      assert.deepEqual(await labels(page), ['Eli Example', 'eli'])
      await page.keyboard.press('Enter')
      await lines.getByText('eli@example.org').last().waitFor()
      await page.keyboard.press('Control+z')
    },
  ],
  [
    'Add Mentor takes a new person, and asks for the idea if the cursor is in none',
    async ({ page, goTo, runCommand, lines }) => {
      await goTo(1, 1)
      await runCommand('Idea Files: Add Mentor')
      await titleOf(page, 'Add Mentor (1/2)')
      await typed(page, 'cost')
      await page.keyboard.press('Enter')
      await titleOf(page, 'Add Mentor (2/2)')
      await typed(page, 'Zed Pond')
      assert.deepEqual(await labels(page), ['Zed Pond'])
      await page.keyboard.press('Enter')
      await lines.getByText('Zed').last().waitFor()
    },
  ],
  [
    'the list of sizes opens at its tab stop, however fast the one before is left',
    async ({ page, goTo, runCommand, lines }) => {
      await goTo(lineOf('Cem Example'), 1)
      await runCommand('Idea Files: New Idea…')
      await titleOf(page, 'New Idea (1/2)')
      await page.keyboard.press('Enter')
      await titleOf(page, '(2/2)')
      await typed(page, 'Leave a stop in a hurry')
      await page.keyboard.press('Enter')
      await lines.getByText('##### Leave a stop in a hurry').last().waitFor()
      for (const text of ['It helps.', 'It is there.', 'Zogqx']) {
        await page.keyboard.type(text, { delay: 30 })
        await page.keyboard.press('Tab')
      }
      const size = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'medium' }).first()
      await size.waitFor()
      // a list that is to be closed is closed within a second
      await page.waitForTimeout(1200)
      assert.ok(await size.isVisible())
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await runCommand('File: Revert File')
      await lines.getByText('##### Leave a stop in a hurry').waitFor({ state: 'detached' })
    },
  ],
  [
    'New Idea in an empty file does not ask for the list',
    async ({ page, openFile, runCommand }) => {
      // an earlier step has closed the tree of files
      await page.locator('.pane-header', { hasText: 'fixture' }).click()
      await openFile(emptyPath)
      await runCommand('Idea Files: New Idea…')
      await page.locator('.quick-input-widget:visible input[placeholder="Which program is this new list for?"]').waitFor()
      await page.keyboard.press('Escape')
    },
  ],
  [
    'New Idea in a file that says that proposals have moved offers the issue form, and shows the draft as an issue',
    async ({ page, openFile, runCommand, lines }) => {
      await openFile(movedPath)
      await runCommand('Idea Files: New Idea…')
      await titleOf(page, 'New Idea (1/')
      await picks(page).filter({ hasText: 'start a list in this file' }).waitFor()
      await typed(page, 'prep')
      assert.deepEqual(await labels(page), ['Prepare Proposal', movedPath])
      await page.keyboard.press('Enter')
      await titleOf(page, 'New Idea (2/3)')
      await typed(page, 'longhorn')
      await picks(page).first().filter({ hasText: 'Longhorn' }).waitFor()
      await page.keyboard.press('Enter')
      await titleOf(page, 'New Idea for Longhorn (3/3)')
      await typed(page, 'Rehearse the loss of a node')
      await page.keyboard.press('Enter')
      await page.locator('.tab', { hasText: 'Untitled' }).waitFor()
      await lines.getByText('Rehearse the loss of a node').last().waitFor()
      const shown = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame')
      await shown.getByText('Rehearse the loss of a node').first().waitFor()
      // the cursor is at the first field of the draft
      await typed(page, 'A drill for operators.')
      await lines.getByText('Description: A drill for operators.').waitFor()
      await shown.getByText('A drill for operators.').first().waitFor()
    },
  ],
]

/** Runs the script of a new idea from anywhere. */
export const runNewIdea = (tools) =>
  runSteps(tools, steps, {
    name: 'new-idea-',
    files: { [movedPath]: '# LFX 2026 term 3\n\nProposals are issues now.\n', [emptyPath]: '\n' },
  })
