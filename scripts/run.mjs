// Shared by the scripts: running commands, and installing the packages of a folder by its lock file.
import { spawn } from 'node:child_process'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** An error whose message is enough for the user. */
export class Refusal extends Error {}

/** Runs the body of a script; prints the message of a refusal, and the stack of any other error. */
export const script = async (body) => {
  try {
    await body()
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = 1
  }
}

/** Runs a command in the repository, its output on ours or handed to `say`; resolves to its exit code. */
export const run = (command, args, options = {}, say = undefined) =>
  new Promise((done, fail) => {
    const output = say === undefined ? 'inherit' : 'pipe'
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', output, output], ...options })
    if (say !== undefined) for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say)
    child.on('error', (error) => fail(new Refusal(`${command} could not be run: ${error.message}`)))
    child.on('close', (code, signal) => done(code ?? `signal ${signal}`))
  })

/** As run, but anything other than success is an error. */
export const must = async (command, args, options) => {
  const code = await run(command, args, options)
  if (code !== 0) throw new Refusal(`${[command, ...args].join(' ')} exited with code ${code}`)
}

const isWindows = process.platform === 'win32'

/** The arguments and options with which npm is started: only Windows needs a shell, for npm.cmd, and it splits a path at its spaces. */
export const npmCall = (args) => ({ args: isWindows ? args.map((arg) => `"${arg}"`) : args, shell: isWindows })

/** Runs npm. */
export const npm = (words, options) => {
  const { args, shell } = npmCall(words)
  return must('npm', args, { shell, ...options })
}

const modifiedAt = (file) => statSync(file).mtimeMs

// npm writes its own copy of the lock into node_modules when it has installed everything.
const isInstalled = (folder) => {
  const lock = join(folder, 'package-lock.json')
  const copy = join(folder, 'node_modules/.package-lock.json')
  return existsSync(copy) && modifiedAt(copy) + 2000 >= modifiedAt(lock)
}

// An npm that calls us (`npm install -g` of this repository, `npm pack --dry-run`) passes its own options on in the environment.
const localInstall = ['--global=false', '--location=project', '--dry-run=false', '--include=dev']

const isLinked = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true

/** Installs the packages of a folder if they are missing or older than its lock file. */
export const install = async (folder) => {
  if (isInstalled(folder)) return
  // npm ci first empties the folder, and would empty the target of the link, which others may use
  if (isLinked(join(folder, 'node_modules'))) {
    throw new Refusal(
      `${join(folder, 'node_modules')} is a link to packages that are not those of package-lock.json: please remove the link.`,
    )
  }
  console.log(`Installing dependencies in ${folder}`)
  await npm(['ci', ...localInstall, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
}
