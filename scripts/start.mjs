// usage: node scripts/start.mjs   Opens the samples in a VS Code with the extension: the desktop's, otherwise one in the browser.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { layTools, layVsCode, node24 } from '../test/editor/setup.mjs'
import { installVsix, startServer, tempFolder } from '../test/editor/workbench.mjs'
import { install, must, Refusal, root, run, script } from './run.mjs'

const samples = join(root, 'examples')
const first = join(samples, 'programs/summerofcode/2026.md')

const names = process.platform === 'win32' ? ['code.cmd'] : ['code']
const desktop = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))

/** Windows needs a shell to run code.cmd, which would split a path at its spaces. */
const quoteForShell = (word) => `"${word}"`

const openDesktop = async (code) => {
  await must(process.execPath, ['scripts/build.mjs'])
  console.log('Opening the sample lists in VS Code')
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', samples, first]
  const ended =
    process.platform === 'win32'
      ? await run(quoteForShell(code), args.map(quoteForShell), { shell: true })
      : await run(code, args)
  if (ended !== 0) throw new Refusal(`${code} exited with code ${ended}.`)
}

const asked = () =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, done)
  })

const openBrowser = async () => {
  await layTools()
  const [vscodeDir, node] = [await layVsCode(), node24()]
  const vsix = join(root, 'build/start.vsix')
  await must(process.execPath, ['scripts/package.mjs', '--out', vsix])
  const [data, extensions] = ['start-data', 'start-extensions'].map(tempFolder)
  // Without a secret in the address any page in the same browser could reach this VS Code, and its terminal.
  const token = randomBytes(16).toString('hex')
  try {
    installVsix({ node, vscodeDir, extensions: extensions.path, vsix })
    const stopped = asked()
    const server = await startServer({ node, vscodeDir, data: data.path, extensions: extensions.path, token })
    const payload = JSON.stringify([['openFile', `vscode-remote://${server.authority}${first}`]])
    const address = `http://${server.authority}/?${new URLSearchParams({ tkn: token, folder: samples, payload })}`
    console.log(`\nVS Code is running with the sample lists at\n\n${address}\n\nPress Ctrl+C to stop.`)
    await stopped
    await server.stop()
    console.log('Stopped.')
  } finally {
    for (const each of [data, extensions]) each.remove()
  }
}

await script(async () => {
  await install(root)
  const code = desktop()
  await (code ? openDesktop(code) : openBrowser())
})
