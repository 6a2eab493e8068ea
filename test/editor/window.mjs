// A window of VS Code as a person has it: the VSIX installed, driven with the keyboard and the mouse.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { root } from '../../scripts/run.mjs'
import { here } from './setup.mjs'
import { serveWeb } from './webServer.mjs'
import { borrowBrowser, builtInExtensions, copyOf, quietSettings, startBrowser, startServer, tempFolder } from './workbench.mjs'

const calmSettings = {
  // It would lie over the lines that the mouse looks for.
  'editor.stickyScroll.enabled': false,
  'outline.collapseItems': 'alwaysExpand',
  'workbench.editor.enablePreview': false,
}

/** VS Code as its own server serves it, the extension in a Node host; what is saved is read from the file. */
const serveNode = async ({ node, vscodeDir, extensions: installed }, workspace, settings, { replaced, keys, port }) => {
  const data = tempFolder('data')
  const extensions = copyOf(installed, 'extensions')
  const builtIn = builtInExtensions(vscodeDir, replaced)
  const server = await startServer({
    node,
    vscodeDir,
    data: data.path,
    extensions: extensions.path,
    builtIn: builtIn.path,
    settings,
    keys,
    port,
  })
  return {
    url: `http://${server.authority}/?${new URLSearchParams({ folder: workspace })}`,
    extensions: extensions.path,
    readSaved: (_page, path) => readFileSync(join(workspace, path), 'utf8'),
    stop: async () => {
      await server.stop()
      for (const each of [data, extensions, builtIn]) each.remove()
    },
  }
}

/** VS Code without a remote, the extension in a web worker; what is saved stays in the browser, so it is copied out of the editor. */
const serveWorker = async ({ vscodeDir }, workspace, settings) => {
  const fsProvider = join(here, 'node_modules/@vscode/test-web/fs-provider')
  const quiet = { ...quietSettings, ...settings }
  const { url, stop } = await serveWeb({ vscodeDir, extension: root, folder: workspace, fsProvider, settings: quiet })
  const readSaved = async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Control+c')
    return page.evaluate(() => navigator.clipboard.readText())
  }
  return { url, stop, readSaved }
}

/**
 * A window on a copy of a folder, and the few gestures that the scripts are made of. `host` says where the extension runs (node, web);
 * `files` are texts by their paths, added to the folder's own. In a Node host, `replaced` are in place of extensions of VS Code, and
 * `keys` are the user's shortcuts.
 */
export const openWindow = async (
  tools,
  { folder, host = 'node', files = {}, settings = {}, replaced = [], keys = [], viewport, scale },
) => {
  const work = tempFolder('window')
  const workspace = join(work.path, basename(folder))
  cpSync(folder, workspace, { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), text)
  }
  const isServed = host === 'node'
  const browser = await (isServed && scale === undefined ? borrowBrowser : startBrowser)({
    chromium: tools.chromium,
    viewport,
    scale,
  })
  const { page, port } = browser
  const served = { ...calmSettings, ...settings }
  const server = await (isServed ? serveNode : serveWorker)(tools, workspace, served, { replaced, keys, port })
  page.setDefaultTimeout(40_000)
  const stop = async () => {
    await browser.stop()
    await server.stop()
    work.remove()
  }
  await page.goto(server.url)
  const rows = page.locator('.explorer-folders-view .monaco-list-row')
  await rows.first().waitFor()
  /** The text of the list in front, as it was saved. */
  const saved = async (path) => {
    await page.keyboard.press('Control+s')
    await page.locator('.tab.active.dirty').waitFor({ state: 'detached' })
    return server.readSaved(page, path)
  }
  return { page, stop, workspace, extensions: server.extensions, saved, ...gestures(page, rows) }
}

/** Whether what is waited for came in time. */
const isThere = (wait) =>
  wait.then(
    () => true,
    () => false,
  )

const gestures = (page, rows) => {
  const lines = page.locator('.editor-instance .view-lines').first()

  /** A key can be lost while the workbench is busy: it is pressed again until the thing is there. */
  const pressUntil = async (key, locator, state = 'visible') => {
    for (let attempt = 0; attempt < 6; attempt++) {
      await page.keyboard.press(key)
      if (await isThere(locator.first().waitFor({ state, timeout: 3000 }))) return
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
    const tab = page.locator('.tab.active', { hasText: file })
    // a file that comes to the folder at that moment moves the rows, and the click falls on another
    for (let attempt = 0; attempt < 4; attempt++) {
      // the hover of the row above covers this one as long as the mouse stays
      await page.mouse.move(0, 0)
      await rows.filter({ hasText: file }).first().dblclick()
      if (await isThere(tab.waitFor({ timeout: 5000 }))) break
    }
    await tab.waitFor()
    await lines.waitFor()
  }

  /** Opens a quick input and types: it closes again if what was done before gives the focus to an editor only now. */
  const typeInQuickInput = async (key, typed, isTaken) => {
    const input = page.locator('.quick-input-widget:visible input')
    for (let attempt = 0; attempt < 4; attempt++) {
      await pressUntil(key, input)
      if (await isThere(input.fill(typed, { timeout: 3000 }).then(isTaken))) return
      await page.keyboard.press('Escape')
    }
    throw new Error(`${key} did not take ${typed}`)
  }

  /** Hides the side bar, for scripts that look at the text only: what is drawn there at each key takes a quarter of their time. */
  const hideSideBar = () => pressUntil('Control+b', page.locator('.part.sidebar'), 'hidden')

  /** Puts the cursor at a line and column, both counted from 1. */
  const goTo = async (line, column) => {
    await lines.click()
    await typeInQuickInput('Control+g', `:${line}:${column}`, () => page.keyboard.press('Enter'))
    await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor()
  }
  const runCommand = async (title) => {
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first()
    await typeInQuickInput('F1', `>${title}`, () => row.waitFor({ timeout: 5000 }))
    await page.keyboard.press('Enter')
  }
  return { lines, pressUntil, openFile, hideSideBar, goTo, runCommand }
}
