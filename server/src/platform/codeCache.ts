import { readFileSync } from 'node:fs'
import { createRequire, wrap } from 'node:module'
import { basename, dirname } from 'node:path'
import { performance } from 'node:perf_hooks'
import { cachedDataVersionTag } from 'node:v8'
import { Script } from 'node:vm'
import { version } from '../../../package.json'
import { type DigestParts, digestText } from './digest.ts'
import { isHelper } from './helperThreads.ts'
import { readStoredFile, storedPath, writeStoredFile } from './storedFile.ts'

/** A module of this program that runs with the code that V8 compiled of it in an earlier run. */
export interface CachedModule {
  readonly file: string
  /** The folder for such code; null for none. */
  readonly folder: string | null
  /** What it is run for: each use compiles other functions. */
  readonly use: string
  /** Sets V8's switches, for which it compiles. */
  readonly setFlags: () => void
}

/** After a run of this many milliseconds, code is stored again if there is more of it. */
const longRun = 1000
/** How much more code makes it worth storing again. */
const growth = 1.1
/** A server stores its code so many milliseconds after its start: what an editor asks for first is compiled by then. */
const settled = 15_000

/** Modules of Node that everything needs: Node brings compiled code for them, which V8 takes only before its switches are set. */
const modulesOfNode = ['child_process', 'fs/promises', 'net', 'util']

/**
 * Runs a module. The first run stores its code when its work is done. Code that does not fit any more (another version of Node, another
 * file) is compiled as usual, and replaced.
 */
export function runWithCodeCache({ file, folder, use, setFlags }: CachedModule): void {
  const source = readFileSync(file)
  const require = createRequire(file)
  for (const name of modulesOfNode) require(`node:${name}`)
  setFlags()
  const tag = cachedDataVersionTag()
  const key: DigestParts = [version, process.version, process.arch, String(tag), digestText(source)]
  const path = folder && storedPath(folder, `${basename(file, '.js')}-${use}-${tag.toString(16)}`)
  const stored = path && readStoredFile(path, key)
  const script = new Script(wrap(source.toString()), { filename: file, ...(stored && { cachedData: stored }) })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, require, module, file, dirname(file))
  // the thread that this one helps has compiled as much
  if (!path || isHelper) return
  storeWhenDone(script, {
    stored: stored && !script.cachedDataRejected ? stored.length : 0,
    // with other switches, V8 would not take it: threads that work together have some
    fits: () => cachedDataVersionTag() === tag,
    store: (code) => writeStoredFile(path, key, code),
  })
}

interface CodeStore {
  /** The length of the code that is stored; 0 for none. */
  readonly stored: number
  /** Whether code of this moment would be taken by the next run. */
  readonly fits: () => boolean
  readonly store: (code: Uint8Array) => void
}

/** Stores the code of a script once, at the end of the run or when a server has settled, unless as much is stored. */
function storeWhenDone(script: Script, { stored, fits, store }: CodeStore): void {
  let isDone = false
  const finish = (): void => {
    if (isDone || !fits() || (stored > 0 && performance.now() < longRun)) return
    isDone = true
    const code = script.createCachedData()
    if (code.length > stored * growth) store(code)
  }
  setTimeout(finish, settled).unref()
  process.on('exit', finish)
}
