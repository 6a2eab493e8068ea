// What a person does with the list of suggestions.
const MOST_STEPS = 12

/** The gestures with the list of suggestions in a window. */
export const suggestionsIn = ({ page }) => {
  const widget = page.locator('.suggest-widget.visible')
  const rows = widget.locator('.monaco-list-row')
  const type = (text) => page.keyboard.type(text, { delay: 30 })
  const closed = () => widget.waitFor({ state: 'hidden' })

  /** Waits until the list is there with this entry. */
  const offered = async (label) => {
    const row = rows.filter({ hasText: label }).first()
    await row.waitFor()
    return row
  }

  /** Takes an entry with the keys. */
  const choose = async (label) => {
    const row = await offered(label)
    const focused = widget.locator('.monaco-list-row.focused').first()
    const isFocused = async () => (await focused.textContent()).includes(label)
    for (let step = 0; step < MOST_STEPS; step++) {
      if (!(await isFocused())) await page.keyboard.press('ArrowDown')
      else {
        // an answer that is still on its way may move the focus
        await page.waitForTimeout(50)
        if (await isFocused()) break
      }
    }
    await page.keyboard.press('Enter')
    await row.waitFor({ state: 'detached' })
  }

  /** Takes an entry with the mouse. */
  const click = async (label) => {
    const row = await offered(label)
    await row.click()
    await row.waitFor({ state: 'detached' })
  }
  return { widget, rows, type, closed, offered, choose, click }
}
