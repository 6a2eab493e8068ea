import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { readIdeaFile, readIdeaFileInSteps } from '../../server/src/model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../server/src/model/incremental/readState.ts'
import { summarizeList } from '../../server/src/workspace/listSummary.ts'
import { germanIdea, headedIdea } from '../support/folderList.ts'
import { list } from '../support/list.ts'
import { type Content, listOf, MemoryFiles, MemoryWorkspace, uriOf } from '../support/memoryFiles.ts'
import { runs } from '../support/runs.ts'
import { nearlyIdeaList } from './texts.ts'

const paths = [
  '/w/a.md',
  '/w/b c.md',
  '/w/in/a.md',
  '/w/in/deep/ä.md',
  '/w/out/a.md',
  '/v/a.md',
  '/w/in/.gitignore',
  '/w/.gitignore',
  '/w/one/1.md',
  '/w/one/2.md',
  '/w/one/3.md',
  '/w/one/4.md',
]
const oneIdeas: readonly Content[] = [
  headedIdea({ title: 'Wind' }),
  germanIdea({ title: 'Zeiger' }),
  germanIdea({ title: 'Glocke', lacks: ['Betreuer'] }),
]
const lists: readonly Content[] = [
  listOf('One'),
  listOf('One', 'Two'),
  '# No list\n',
  new Error('it may not be read'),
  ...oneIdeas,
]
const ignores: readonly Content[] = ['out/\n', '*.md\n!a.md\n', 'deep\n', '']

type Step =
  | { readonly kind: 'write'; readonly path: string; readonly content: Content | null; readonly wait: boolean }
  | { readonly kind: 'open' | 'close'; readonly path: string; readonly text: string }
  | { readonly kind: 'folders'; readonly folders: readonly string[] }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }

const path = fc.constantFrom(...paths)
const contentFor = (at: string): fc.Arbitrary<Content | null> =>
  at.endsWith('.gitignore')
    ? fc.constantFrom(...ignores, null)
    : fc.constantFrom(...(at.startsWith('/w/one/') ? oneIdeas : lists), null)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: path.chain((at) =>
      fc.record({ kind: fc.constant('write' as const), path: fc.constant(at), content: contentFor(at), wait: fc.boolean() }),
    ),
  },
  fc.record({
    kind: fc.constantFrom('open' as const, 'close' as const),
    path: fc.constantFrom(...paths.filter((each) => each.endsWith('.md'))),
    text: fc.constantFrom(listOf('Open'), '# Nothing\n', germanIdea({ title: 'Offen' })),
  }),
  fc.record({ kind: fc.constant('folders' as const), folders: fc.subarray(['/w', '/v', '/w/in', '/w/out']) }),
  fc.constantFrom(
    { kind: 'rename' as const, from: '/w/in', to: '/w/moved' },
    { kind: 'rename' as const, from: '/w/moved', to: '/w/in' },
    { kind: 'rename' as const, from: '/w/in/deep', to: '/w/deeper' },
  ),
)

/** Does a step; what it starts to load continues after it. */
async function take(next: Step, memory: MemoryWorkspace): Promise<void> {
  switch (next.kind) {
    case 'write': {
      const written = memory.write({ [next.path]: next.content })
      if (next.wait) await written
      return
    }
    case 'open':
      return memory.open(next.path, next.text)
    case 'close':
      if (memory.opened.has(next.path)) void memory.close(next.path)
      return
    case 'folders':
      return memory.workspace.setFolders(next.folders.map(uriOf))
    case 'rename': {
      const { files } = memory.files
      const moved = [...files].filter(([each]) => each.startsWith(`${next.from}/`))
      for (const [each, content] of moved) {
        files.delete(each)
        files.set(next.to + each.slice(next.from.length), content)
      }
      memory.workspace.filesChanged([
        { uri: uriOf(next.from), deleted: true },
        { uri: uriOf(next.to), deleted: false },
      ])
    }
  }
}

test('workspace: after any series of events the index equals one loaded from scratch', () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const memory = new MemoryWorkspace({
        '/w/a.md': listOf('One'),
        '/w/in/deep/ä.md': listOf('Deep'),
        '/v/a.md': listOf('V'),
        '/w/one/1.md': germanIdea({ title: 'Eins' }),
      })
      let folders: readonly string[] = ['/w', '/v']
      await memory.load(...folders)
      for (const next of steps) {
        await take(next, memory)
        if (next.kind === 'folders') ({ folders } = next)
      }
      await memory.workspace.whenLoaded()
      const fresh = new MemoryWorkspace(new MemoryFiles(Object.fromEntries(memory.files.files)))
      for (const [at, text] of memory.opened) fresh.open(at, text)
      await fresh.load(...folders)
      assert.deepEqual(memory.shown, fresh.shown)
    }),
    runs(120),
  ))

const options = { path: 'summerofcode/2026.md', knowsProject }

/** Takes all steps. */
function inSteps(text: string, other: ParsedIdeaFile | null, path = options.path): ParsedIdeaFile {
  const steps = readIdeaFileInSteps(text, { ...options, path }, other)
  for (;;) {
    const next = steps.next()
    if (next.done) return next.value
  }
}

function isWhole(text: string, other: ParsedIdeaFile | null): void {
  const [read, whole] = [inSteps(text, other), readIdeaFile(text, options)]
  assert.deepEqual(summarizeList('a', read), summarizeList('a', whole))
  for (const part of ['toc', 'template', 'templateBlock', 'headings', 'tocHeadings', 'sections', 'unread'] as const)
    assert.deepEqual(read[part], whole[part])
  assert.deepEqual(read.tocMatch?.missing, whole.tocMatch?.missing)
}

test('workspace: a text that is read step by step is read as the whole of it is', () => {
  isWhole(list, null)
  fc.assert(
    fc.property(nearlyIdeaList, (text) => isWhole(text, null)),
    runs(120),
  )
})

test('workspace: tables of contents in another order in another list change nothing', () => {
  const table = (bullet: string): string => `## Contents\n\n${bullet} [Harbor](#harbor)\n  ${bullet} [One](#one)\n\n`
  const [dashed, starred] = [table('-'), table('*')]
  isWhole(starred + dashed + listOf('One'), inSteps(dashed + starred + listOf('One'), null))
})

test('workspace: what another list says in the same words changes nothing', () => {
  const others = ['lfx-mentorship/2026/01-Mar-May/README.md', 'notes.md', options.path]
  /** Pieces of both in the order that `order` says, some of them twice. */
  const mixed = (texts: readonly string[], order: readonly number[]): string => {
    const pieces = texts.flatMap((text) => text.split(/^(?=#)/m))
    return order.map((index) => pieces[index % pieces.length]).join('')
  }
  for (const path of others) isWhole(`${list}\n${list}`, inSteps(list, null, path))
  fc.assert(
    fc.property(
      nearlyIdeaList,
      fc.array(fc.nat(40), { maxLength: 30 }),
      fc.array(fc.nat(40), { maxLength: 30 }),
      fc.constantFrom(...others),
      (text, one, two, path) => {
        const other = inSteps(mixed([list, text], one), null, path)
        isWhole(mixed([list, text], two), other)
        isWhole(text, other)
      },
    ),
    runs(120),
  )
})
