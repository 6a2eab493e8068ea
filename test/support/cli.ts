import assert from 'node:assert/strict'
import { cliCommands } from '../../server/src/cli/commands/index.ts'
import type { Candidate } from '../../server/src/cli/input/findFiles.ts'
import type { Io } from '../../server/src/cli/io/io.ts'
import { type TaskContext, taskChecker } from '../../server/src/cli/lists/checkTogether.ts'
import { run } from '../../server/src/cli/run.ts'
import { digestText } from '../../server/src/platform/digest.ts'
import { type Helpers, type SharedTasks, takeTasks } from '../../server/src/platform/helperThreads.ts'
import type { FolderEntry } from '../../server/src/protocol/protocol.ts'
import type { Store } from '../../server/src/workspace/results.ts'

/** Files by path, without a slash at the start; an `Error` in a file's place is what reading it fails with. */
export type Files = Readonly<Record<string, string | Uint8Array | Error>>

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const plain = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .replace(/^\/home\//, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

function memoryIo(
  files: Files,
  colours: boolean,
  say: (to: 'out' | 'err', text: string) => void,
  written: Map<string, Uint8Array>,
  stored: Store | null = null,
  helpers: Helpers | null = null,
): Io {
  const content = (path: string): string | Uint8Array => {
    const found = files[plain(path)]
    if (found === undefined) throw new Error('no such file or folder')
    if (found instanceof Error) throw found
    return found
  }
  const below = (path: string): readonly string[] => {
    const start = plain(path) === '' ? '' : `${plain(path)}/`
    return Object.keys(files)
      .filter((name) => name.startsWith(start))
      .map((name) => name.slice(start.length))
  }
  return {
    stdout: (text) => say('out', text),
    stderr: (text) => say('err', text),
    document: (text) => say('out', text),
    colors: colours,
    absolute: (path) => `/home/${plain(path)}`,
    realPath: (path) => `/home/${plain(path)}`,
    kind: async (path) => {
      if (Object.hasOwn(files, plain(path))) return 'file'
      if (below(path).length > 0) return 'folder'
      throw new Error('no such file or folder')
    },
    list: async (path) => {
      const names = below(path).map(
        (name): FolderEntry => ({ name: name.split('/')[0]!, kind: name.includes('/') ? 'folder' : 'file' }),
      )
      return names.filter(({ name }, index) => names.findIndex((other) => other.name === name) === index).toReversed()
    },
    read: async (path, most) => {
      const bytes = bytesOf(content(path))
      return { bytes: bytes.slice(0, most), size: bytes.length }
    },
    exists: async (path) => Object.hasOwn(files, plain(path)),
    write: async (path, bytes) => {
      if (path.includes('locked')) throw new Error('could not write (permission denied)')
      written.set(plain(path), bytes)
    },
    create: async (path, bytes) => {
      if (Object.hasOwn(files, plain(path))) throw new Error('already exists')
      written.set(plain(path), bytes)
    },
    createFolder: async () => {},
    online: {
      fetch: async () => {
        throw new Error('there is no network')
      },
      base: null,
      token: null,
    },
    git: async () => {
      throw new Error('git is not installed')
    },
    digest: digestText,
    stored,
    helpers,
    progress: () => {},
  }
}

/** Files in memory, and what is printed. */
export function ioOn(files: Files): { readonly io: Io; readonly said: { out: string; err: string } } {
  const said = { out: '', err: '' }
  const io = memoryIo(
    files,
    false,
    (to, text) => {
      said[to] += text
    },
    new Map(),
  )
  return { io, said }
}

/** Runs the command line on files in memory. */
export async function runOn(files: Files, argv: readonly string[], colours = false): Promise<Ran> {
  return (await runWriting(files, argv, colours)).ran
}

/** Where runs keep results, in memory. */
export function memoryStore(): Store & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    read: (name) => texts.get(name) ?? null,
    write: (name, text) => {
      assert.match(text, /^[^\u0080-\uffff]*$/)
      texts.set(name, text)
    },
  }
}

/** Helpers of a run on these files, in the same thread; `isLost` tells of each result whether it is lost, and its helper with it. */
export const helpersOn = (files: Files, isLost: () => boolean = () => false): Helpers => ({
  most: 2,
  minBytes: 1,
  start: async (given, answered) => {
    // a thread gets and sends copies
    const { context, ...shared } = structuredClone(given) as SharedTasks<readonly Candidate[], TaskContext>
    const work = await taskChecker(context, ioOn(files).io)
    for (const task of takeTasks(shared)) {
      const result = structuredClone(await work(task))
      if (isLost()) return
      answered(result)
    }
  },
})

/** As `runOn`, with the bytes of the files that it wrote. A file with `locked` in its path may not be written. */
export async function runWriting(
  files: Files,
  argv: readonly string[],
  colours = false,
  stored: Store | null = null,
  helpers: Helpers | null = null,
): Promise<{ readonly ran: Ran; readonly written: ReadonlyMap<string, Uint8Array> }> {
  const said = { out: '', err: '' }
  const written = new Map<string, Uint8Array>()
  const say = (to: 'out' | 'err', text: string): void => {
    said[to] += text
  }
  const code = await run(argv, memoryIo(files, colours, say, written, stored, helpers), cliCommands)
  return { ran: { code, ...said }, written }
}

/** A list with one defect of each level: an upstream issue without a URL, an address left out, one mentor where two are advised. */
export const faulty = `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go, Rust
- Mentor(s):
  - Ada Example (@ada)
- Upstream Issue: TBD
`

export const good = `### Harbor

#### Copy what is signed

- Description: Copies keep their signatures.
- Expected Outcome: They do.
- Recommended Skills: Go and Rust
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`

export const faultyPath = 'lfx-mentorship/2026/01-Mar-May/project_ideas.md'
