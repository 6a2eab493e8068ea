// New Year from This List in a window: the year, the ideas to carry, and the new list before it is saved.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { here } from './setup.mjs'
import { openWindow } from './window.mjs'

const shots = join(here, 'shots')
const listPath = 'programs/summerofcode/2026.md'

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
]

/** Runs the script; what fails ends it. */
export const runYear = async (tools) => {
  mkdirSync(shots, { recursive: true })
  const window = await openWindow(tools, { folder: join(here, 'fixture') })
  let passed = 0
  try {
    for (const [index, [title, step]] of steps.entries()) {
      const failed = await step(window).then(
        () => null,
        (error) => error,
      )
      await window.page.screenshot({ path: join(shots, `year-${index + 1}.png`) })
      console.log(failed ? `not ok In a new year: ${title}: ${failed.message}` : `ok In a new year: ${title}`)
      if (failed) return { passed, failed: steps.length - passed }
      passed++
    }
    return { passed, failed: 0 }
  } finally {
    await window.stop()
  }
}
