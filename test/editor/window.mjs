// A window of VS Code as a person has it: the VSIX installed, driven with the keyboard and the mouse.
import { cpSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../../scripts/run.mjs'
import { installVsix, startBrowser, startServer, tempFolder } from './workbench.mjs'

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The VSIX that scripts/package.mjs writes. */
export const vsix = join(root, `${name}-${version}.vsix`)

const settings = {
  'editor.minimap.enabled': false,
  // It would lie over the lines that the mouse looks for.
  'editor.stickyScroll.enabled': false,
  'outline.collapseItems': 'alwaysExpand',
  'files.autoSave': 'off',
  'workbench.editor.enablePreview': false,
}

/** A window on a copy of a folder, the VSIX installed, and the few gestures that the scripts are made of. */
export const openWindow = async ({ node, vscodeDir, chromium }, { folder, viewport, scale }) => {
  const [work, data, extensions] = ['window', 'data', 'extensions'].map(tempFolder)
  const workspace = join(work.path, basename(folder))
  cpSync(folder, workspace, { recursive: true })
  installVsix({ node, vscodeDir, extensions: extensions.path, vsix })
  const server = await startServer({
    node,
    vscodeDir,
    data: data.path,
    extensions: extensions.path,
    settings,
  })
  const browser = await startBrowser({ chromium, viewport, scale })
  const { page } = browser
  page.setDefaultTimeout(20_000)
  const stop = async () => {
    await browser.stop()
    await server.stop()
    for (const each of [work, data, extensions]) each.remove()
  }
  await page.goto(`http://${server.authority}/?${new URLSearchParams({ folder: workspace })}`)
  const rows = page.locator('.explorer-folders-view .monaco-list-row')
  await rows.first().waitFor()
  return { page, stop, workspace, extensions: extensions.path, ...gestures(page, rows) }
}

const gestures = (page, rows) => {
  const lines = page.locator('.editor-instance .view-lines').first()

  /** A key can be lost while the workbench is busy: it is pressed again until the thing is there. */
  const pressUntil = async (key, locator, state = 'visible') => {
    for (let attempt = 0; attempt < 6; attempt++) {
      await page.keyboard.press(key)
      const there = locator.first().waitFor({ state, timeout: 3000 })
      if (await there.then(() => true).catch(() => false)) return
    }
    throw new Error(`${key} did not make ${locator} ${state}`)
  }

  /** Opens a file from the explorer, its folders (a chain of them is one row) being opened first. */
  const openFile = async (path) => {
    const parts = path.split('/')
    const file = parts.pop()
    for (const part of parts) {
      const row = rows.filter({ hasText: part }).first()
      await row.waitFor()
      if ((await row.getAttribute('aria-expanded')) === 'false') await row.click()
    }
    await rows.filter({ hasText: file }).first().dblclick()
    await page.locator('.tab.active', { hasText: file }).waitFor()
    await lines.waitFor()
  }

  /** Puts the cursor at a line and column, both counted from 1. */
  const goTo = async (line, column) => {
    await lines.click()
    const input = page.locator('.quick-input-widget:visible input')
    await pressUntil('Control+g', input)
    await input.fill(`:${line}:${column}`)
    await page.keyboard.press('Enter')
    await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor()
  }
  const runCommand = async (title) => {
    const input = page.locator('.quick-input-widget:visible input')
    await pressUntil('F1', input)
    await input.fill(`>${title}`)
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor()
    await page.keyboard.press('Enter')
  }
  return { lines, pressUntil, openFile, goTo, runCommand }
}
