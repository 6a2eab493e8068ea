// The suite inside VS Code's extension hosts: Node's, and the web worker of a VS Code without a remote.
import { join } from 'node:path'
import { root } from '../../scripts/run.mjs'
import { bundles } from './build.mjs'
import { here } from './setup.mjs'
import { pictureOfFailure } from './shots.mjs'
import { serveWeb } from './webServer.mjs'
import { builtInExtensions, listFolder, quietSettings, startBrowser, startServer, tempFolder } from './workbench.mjs'

/** It takes half a minute on a machine of its own. */
const limit = 600_000
const mark = 'EDITOR '
/** The suite asks VS Code and looks at nothing: a small window is drawn in less time. */
const viewport = { width: 800, height: 600 }

/** Loads the page, prints what the suite says, and resolves to the tally when the extension host has ended. */
const runPage = async ({ page }, url, name) => {
  const tally = { passed: 0, failed: 0 }
  const exited = new Promise((done) => {
    page.exposeFunction('codeAutomationExit', (code) => done(code))
    page.on('close', () => done('a closed page'))
  })
  await page.exposeFunction('codeAutomationLog', () => undefined)
  page.on('console', (message) => {
    const text = message.text()
    const start = text.indexOf(mark)
    if (process.env.VERBOSE) console.log(`[${message.type()}] ${text.slice(0, 600)}`)
    if (start < 0) return
    const line = text.slice(start + mark.length)
    if (line.startsWith('ok ')) tally.passed++
    if (line.startsWith('not ok ')) tally.failed++
    if (!line.startsWith('end ')) console.log(line)
  })
  await page.goto(url)
  let timer
  const late = new Promise((done) => {
    timer = setTimeout(done, limit, 'late')
  })
  const code = await Promise.race([exited, late])
  clearTimeout(timer)
  if (code !== 0 && !page.isClosed()) {
    await pictureOfFailure(page, `failed-${name}`)
  }
  if (code !== 0 && tally.failed === 0) {
    console.log(`not ok the suite in the ${name} extension host: it ended with ${code}`)
    tally.failed++
  }
  return tally
}

/** The suite in the Node extension host. */
export const runInNode = async ({ node, vscodeDir, chromium }) => {
  const [folder, data] = [listFolder(), tempFolder('data')]
  const builtIn = builtInExtensions(vscodeDir, [])
  const server = await startServer({ node, vscodeDir, data: data.path, smokeTest: true, builtIn: builtIn.path })
  const browser = await startBrowser({ chromium, viewport })
  try {
    const at = (path) => `vscode-remote://${server.authority}${join(root, path)}`
    const payload = JSON.stringify([
      ['extensionDevelopmentPath', at('')],
      ['extensionTestsPath', at(bundles.node)],
    ])
    return await runPage(browser, `http://${server.authority}/?${new URLSearchParams({ folder: folder.path, payload })}`, 'node')
  } finally {
    await browser.stop()
    await server.stop()
    for (const each of [folder, data, builtIn]) each.remove()
  }
}

/** The suite in the web worker extension host. */
export const runInWeb = async ({ vscodeDir, chromium }) => {
  const folder = listFolder()
  const fsProvider = join(here, 'node_modules/@vscode/test-web/fs-provider')
  const options = { vscodeDir, extension: root, tests: bundles.web, folder: folder.path, fsProvider, settings: quietSettings }
  const server = await serveWeb(options)
  const browser = await startBrowser({ chromium, viewport })
  try {
    return await runPage(browser, server.url, 'web')
  } finally {
    await browser.stop()
    await server.stop()
    folder.remove()
  }
}
