// Starts VS Code's own server and a headless Chromium, and stops both.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { here } from './setup.mjs'

/** A free port: the wanted one, if nothing listens there. */
const freePort = (wanted = 0) =>
  new Promise((done, fail) => {
    const server = createServer()
    server.on('error', (error) => (wanted === 0 ? fail(error) : freePort().then(done, fail)))
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })

/** A new folder of ours, and what removes it. */
export const tempFolder = (name) => {
  const path = mkdtempSync(join(tmpdir(), `idea-files-${name}-`))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) }
}

// A fresh VS Code that says nothing of its own: no welcome, no telemetry, no look at a marketplace.
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  // VS Code in a browser saves what is typed after a second: on a slow machine before the test has taken it back
  'files.autoSave': 'off',
  // what moves is drawn again and again, unseen
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
}

/** Installs a VSIX into a folder of extensions, as a person does. */
export const installVsix = ({ node, vscodeDir, extensions, vsix }) => {
  const data = tempFolder('install')
  const folders = ['--server-data-dir', data.path, '--extensions-dir', extensions]
  const server = join(vscodeDir, 'out/server-main.js')
  try {
    execFileSync(node, [server, '--accept-server-license-terms', ...folders, '--install-extension', vsix], { stdio: 'pipe' })
  } finally {
    data.remove()
  }
}

/**
 * Extensions of VS Code that have no part in a window on lists: other languages, debuggers, runners of tasks. Reading what they bring
 * is a seventh of the work of opening a window; the suite in the web extension host has all that VS Code has there.
 */
const bystanders = new Set(
  [
    'bat clojure coffeescript cpp csharp dart docker dotenv fsharp go groovy handlebars hlsl ini java julia latex less log lua make',
    'objective-c perl php powershell prompt-basics pug python r razor restructuredtext ruby rust scss shaderlab shellscript sql swift',
    'typescript-basics vb xml css-language-features html-language-features php-language-features typescript-language-features',
    'debug-auto-launch debug-server-ready ms-vscode.js-debug ms-vscode.js-debug-companion ms-vscode.vscode-js-profile-table',
    'grunt gulp jake npm ipynb notebook-renderers terminal-suggest tunnel-forwarding microsoft-authentication',
  ].flatMap((names) => names.split(' ')),
)

/** VS Code's own extensions but the bystanders in a folder, with others in place of some: `replaced` are their manifests and scripts. */
export const builtInExtensions = (vscodeDir, replaced) => {
  const folder = tempFolder('built-in')
  const own = join(vscodeDir, 'extensions')
  const others = new Set(replaced.map(({ manifest }) => manifest.name))
  for (const name of readdirSync(own)) {
    if (!bystanders.has(name) && !others.has(name)) symlinkSync(join(own, name), join(folder.path, name))
  }
  for (const { manifest, main } of replaced) {
    const path = join(folder.path, manifest.name)
    mkdirSync(path)
    writeFileSync(join(path, 'package.json'), JSON.stringify(manifest))
    writeFileSync(join(path, 'main.js'), main)
  }
  return folder
}

const answers = (url) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  )

/** VS Code's server on 127.0.0.1, its data in a folder of its own. */
export const startServer = async ({
  node,
  vscodeDir,
  data,
  extensions,
  builtIn,
  settings,
  keys = [],
  token,
  smokeTest = false,
  port: wantedPort,
}) => {
  mkdirSync(join(data, 'data/User'), { recursive: true })
  mkdirSync(join(data, 'data/Machine'), { recursive: true })
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }))
  writeFileSync(join(data, 'data/User/keybindings.json'), JSON.stringify(keys))
  const port = await freePort(wantedPort)
  const log = join(data, 'server.log')
  const out = openSync(log, 'w')
  const args = [
    join(vscodeDir, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    ...['--server-data-dir', data, '--telemetry-level', 'off', '--disable-telemetry', '--disable-workspace-trust'],
    ...(extensions ? ['--extensions-dir', extensions] : []),
    ...(builtIn ? ['--builtin-extensions-dir', builtIn] : []),
    // Without it the server ignores the page's extensionDevelopmentPath and extensionTestsPath.
    ...(smokeTest ? ['--enable-smoke-test-driver'] : []),
  ]
  const server = spawn(node, args, { stdio: ['ignore', out, out], detached: true })
  const authority = `127.0.0.1:${port}`
  const signal = (name) => {
    try {
      process.kill(-server.pid, name)
    } catch {
      // the whole group has ended
    }
  }
  // its group goes on without us
  const kill = () => signal('SIGKILL')
  process.on('exit', kill)
  const stop = async () => {
    const ended = new Promise((done) => (server.exitCode === null ? server.once('exit', done) : done()))
    signal('SIGTERM')
    await Promise.race([ended, wait(2000, undefined, { ref: false })])
    kill()
    process.off('exit', kill)
  }
  const deadline = Date.now() + 60_000
  while (!(await answers(`http://${authority}/version`))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop()
      throw new Error(`VS Code's server did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`)
    }
    await wait(50)
  }
  return { authority, stop }
}

/** A headless Chromium with one page, without a profile: one with a profile opens its page of news first. */
export const startBrowser = async ({ chromium, viewport = { width: 1280, height: 800 }, scale = 1 }) => {
  const { chromium: launcher } = await import('playwright-core')
  const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync']
  const browser = await launcher.launch({
    executablePath: chromium,
    headless: true,
    args: ['--headless', ...flags, '--disable-background-networking', '--disable-component-update'],
  })
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale })
  const stop = () => browser.close().catch(() => undefined)
  return { page, stop }
}

/** The browser that the windows of this process have one after the other, and the port of their servers. */
let kept

/**
 * A page that has what it compiled for the window before, and nothing else of it. Its windows are to be served at `port`, as what is
 * compiled belongs to an address.
 */
export const borrowBrowser = async ({ chromium, viewport = { width: 1280, height: 800 } }) => {
  kept ??= { ...(await startBrowser({ chromium })), port: await freePort() }
  const { page, port } = kept
  await page.setViewportSize(viewport)
  const giveBack = async () => {
    page.removeAllListeners()
    const { origin } = new URL(page.url())
    // the window asks whether it may be left
    page.on('dialog', (dialog) => dialog.accept())
    await page.goto('about:blank')
    page.removeAllListeners()
    await page.context().clearPermissions()
    const session = await page.context().newCDPSession(page)
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    await session.detach()
  }
  return { page, port, stop: () => giveBack().catch(stopKeptBrowser) }
}

/** Ends the browser that is kept. */
export const stopKeptBrowser = async () => {
  const { stop } = kept ?? {}
  kept = undefined
  await stop?.()
}

/** A copy of a folder to work in. */
export const copyOf = (folder, name) => {
  const copy = tempFolder(name)
  cpSync(folder, copy.path, { recursive: true })
  return copy
}

/** There from the start: what happens in a new folder in its first moments, VS Code's watcher of a disk may never tell. */
const folders = ['orchard/ideas', 'programs/lfx-mentorship/2031/01 März & Mai']

/** A copy of the fixture, with those folders. */
export const listFolder = () => {
  const copy = copyOf(join(here, 'fixture'), 'list')
  for (const path of folders) mkdirSync(join(copy.path, path), { recursive: true })
  return copy
}
