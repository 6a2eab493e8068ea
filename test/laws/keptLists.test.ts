import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { germanIdea, headedIdea } from '../support/folderList.ts'
import { good } from '../support/goodList.ts'
import { list } from '../support/list.ts'
import { type Content, listOf, MemoryWorkspace } from '../support/memoryFiles.ts'
import { runs } from '../support/runs.ts'

const paths = [
  '/w/a.md',
  '/w/summerofcode/2026.md',
  '/w/one/1.md',
  '/w/one/2.md',
  '/w/one/3.md',
  '/w/one/4.md',
  '/w/lfx-export.json',
]
const contents: readonly Content[] = [
  listOf('One'),
  listOf('One', 'Two'),
  list,
  good,
  '# No list\n\n[One](a.md#one)\n',
  headedIdea({ title: 'Wind' }),
  headedIdea({ title: 'Sund', lacks: ['Possible mentors'] }),
  germanIdea({ title: 'Zeiger' }),
  '[]',
]
const configurations = [
  '{ "labels": { "recommendedSkills": ["Size"] } }',
  '{ "profiles": [{ "files": "*.md", "profile": "gsoc" }] }',
]

type SessionFiles = Readonly<Record<string, Content>>

const session: fc.Arbitrary<SessionFiles> = fc
  .record({
    files: fc.array(fc.tuple(fc.constantFrom(...paths), fc.constantFrom(...contents)), { minLength: 3, maxLength: 8 }),
    configuration: fc.option(fc.constantFrom(...configurations)),
  })
  .map(({ files, configuration }) => ({
    ...Object.fromEntries(files),
    ...(configuration !== null && { '/w/.idea-files.json': configuration }),
  }))

async function indexOf(files: SessionFiles, kept: Map<string, string> | null) {
  const memory = new MemoryWorkspace(files, kept === null ? undefined : keptIn(kept))
  await memory.load('/w')
  return { lists: memory.workspace.lists(), pages: memory.workspace.pages() }
}

const keptIn = (kept: Map<string, string>) => ({
  digest: (...parts: readonly string[]) => JSON.stringify(parts),
  get: (key: string) => kept.get(key) ?? null,
  set: (key: string, json: string) => void kept.set(key, json),
})

test('law: an index is the same with what earlier sessions read as without', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(session, { minLength: 2, maxLength: 4 }), async (sessions) => {
      const kept = new Map<string, string>()
      for (const files of sessions) {
        assert.deepEqual(await indexOf(files, kept), await indexOf(files, null))
        const known = kept.size
        // what this session has read is found
        assert.deepEqual(await indexOf(files, kept), await indexOf(files, null))
        assert.equal(kept.size, known)
      }
    }),
    runs(40),
  )
})
