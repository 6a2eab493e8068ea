// What the scripts share: running a command, and having the packages of a folder as its lock file says.
import { spawn } from 'node:child_process'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** An error whose message is all that a person needs. */
export class Refusal extends Error {}

/** Runs the body of a script; a refusal is told in its own words, and anything else as the bug that it is. */
export const script = async (body) => {
  try {
    await body()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = 1
  }
}

/** Runs a command in the repository, its output on ours; resolves to its exit code. */
export const run = (command, args, options = {}) =>
  new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
    child.on('error', (error) => fail(new Refusal(`${command} could not be run: ${error.message}`)))
    child.on('close', (code, signal) => done(code ?? `signal ${signal}`))
  })

/** As run, but anything other than success is an error. */
export const must = async (command, args, options) => {
  const code = await run(command, args, options)
  if (code !== 0) throw new Refusal(`${[command, ...args].join(' ')} ended with ${code}`)
}

/** npm, as it was called by or is found on the PATH; a shell is needed for npm.cmd on Windows alone. */
export const npm = (args, options) => must('npm', args, { shell: process.platform === 'win32', ...options })

const changed = (file) => statSync(file).mtimeMs

// npm writes its own copy of the lock into node_modules when it has installed everything.
const isInstalled = (folder) => {
  const lock = join(folder, 'package-lock.json')
  const copy = join(folder, 'node_modules/.package-lock.json')
  return existsSync(copy) && changed(copy) + 2000 >= changed(lock)
}

// An npm that calls us (`npm install -g` of this repository, `npm pack --dry-run`) hands on in the environment what it was told itself.
const here = ['--global=false', '--location=project', '--dry-run=false', '--include=dev']

const isLinked = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true

/** Installs the packages of a folder where they are missing or older than its lock file. */
export const install = async (folder) => {
  if (isInstalled(folder)) return
  // npm ci begins by emptying the folder, and would empty the one that the link leads to: others may be using it
  if (isLinked(join(folder, 'node_modules'))) {
    throw new Refusal(
      `${join(folder, 'node_modules')} is a link to packages that are not those of package-lock.json: please remove the link.`,
    )
  }
  console.log(`Installing the packages of ${folder}`)
  await npm(['ci', ...here, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
}
