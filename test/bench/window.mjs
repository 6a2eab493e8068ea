// usage: npm run bench -- window [--vsix PATH,PATH…] [--rounds 5]
// Prints how long a window that opens a list takes until its outline is shown: in turns without the extension, where it is VS Code's own
// outline of Markdown, and with each of the VSIX files. Without a file: with the one that `npm run package` wrote. VS Code is that of the
// tests; its extensions and its server's data are new in each window.
import { cpSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from '../../scripts/run.mjs'
import { setUp } from '../editor/setup.mjs'
import { builtInExtensions, installVsix, startBrowser, startServer, tempFolder } from '../editor/workbench.mjs'

const option = (name, standard) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : standard)
const rounds = Number(option('--rounds', '5'))
const packed = readdirSync(root).filter((name) => name.endsWith('.vsix'))
const files = option('--vsix', packed.join(','))
  .split(',')
  .map((path) => resolve(path))
const withoutUs = null
const list = 'programs/summerofcode/2026.md'

/** In the page: notes when the text is shown, and when the outline has what is expected; fields are not in VS Code's own. */
const watch = (expected) => {
  const seen = {}
  const looks = {
    text: () => document.querySelector('.view-line')?.textContent.includes('Summer'),
    outline: () =>
      [...document.querySelectorAll('.outline-pane .monaco-list-row')].some((row) => row.textContent.startsWith(expected)),
  }
  const look = () => {
    for (const [name, isSeen] of Object.entries(looks)) if (!(name in seen) && isSeen()) seen[name] = performance.now()
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  globalThis.seen = seen
}

/** The times in ms since the page was asked for. */
const openedIn = async (tools, vsix) => {
  const folders = ['data', 'extensions', 'workspace'].map((name) => tempFolder(`bench-${name}`))
  const [data, extensions, workspace] = folders.map(({ path }) => path)
  cpSync(join(root, 'examples'), workspace, { recursive: true })
  if (vsix !== withoutUs) installVsix({ ...tools, extensions, vsix })
  const builtIn = builtInExtensions(tools.vscodeDir, [])
  const settings = { 'outline.collapseItems': 'alwaysExpand' }
  const server = await startServer({ ...tools, data, extensions, builtIn: builtIn.path, settings })
  const { page, stop } = await startBrowser(tools)
  try {
    await page.addInitScript(watch, vsix === withoutUs ? '##### ' : 'Description')
    const payload = JSON.stringify([['openFile', `vscode-remote://${server.authority}${join(workspace, list)}`]])
    await page.goto(`http://${server.authority}/?${new URLSearchParams({ folder: workspace, payload })}`)
    await page.locator('.pane-header', { hasText: 'Outline' }).click()
    await page.waitForFunction(() => globalThis.seen.outline)
    return await page.evaluate(() => {
      const [loaded] = performance.getEntriesByName('code/didLoadExtensions')
      return { ...globalThis.seen, loaded: loaded.startTime }
    })
  } finally {
    await stop()
    await server.stop()
    for (const each of [...folders, builtIn]) each.remove()
  }
}

const tools = await setUp()
const contestants = [withoutUs, ...files]
const times = contestants.map(() => [])
for (let round = 0; round < rounds; round++) {
  for (const [index, vsix] of contestants.entries()) times[index].push(await openedIn(tools, vsix))
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const middle = (each, of) => `${Math.round(median(each.map(of)))} ms`
console.log('| VSIX | text shown | extensions loaded | outline shown | after the extensions |\n|---|---|---|---|---|')
for (const [index, vsix] of contestants.entries()) {
  const each = times[index]
  const columns = [
    ({ text }) => text,
    ({ loaded }) => loaded,
    ({ outline }) => outline,
    ({ outline, loaded }) => outline - loaded,
  ]
  console.log(`| ${vsix ?? 'without the extension'} | ${columns.map((of) => middle(each, of)).join(' | ')} |`)
}
