import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryStore, runWriting } from '../../support/cli.ts'
import { makeWorkspace } from '../../support/generatedWorkspace.ts'

const files = Object.fromEntries([...makeWorkspace(1)].filter(([path]) => path.includes('/2025')))
const check = async (changed: Readonly<Record<string, string>>, stored: ReturnType<typeof memoryStore>) =>
  (await runWriting(changed, ['check', '--format', 'json', '.'], false, stored)).ran

test('results: a run on unchanged lists keeps nothing new', async () => {
  const stored = memoryStore()
  const first = await check(files, stored)
  const kept = new Map(stored.texts)
  assert.equal(kept.size, 2)
  for (const text of kept.values()) assert.ok(text.length > 10_000)
  const writes: string[] = []
  const second = await check(files, { ...stored, write: (name) => void writes.push(name) })
  assert.deepEqual(second, first)
  assert.deepEqual(writes, [])
})

test('results: what a run finds comes from what is kept', async () => {
  const stored = memoryStore()
  await check(files, stored)
  for (const [name, text] of stored.texts) stored.texts.set(name, text.replaceAll('"line":', '"line":1000'))
  const { out } = await check(files, stored)
  assert.match(out, /"line": 1000\d/)
})

test('results: one changed list leaves the results of those that it is no peer of', async () => {
  const stored = memoryStore()
  await check(files, stored)
  const before = [...stored.texts.values()].join('').split('\n')
  const [path = ''] = Object.keys(files).filter((each) => each.includes('03-Sep-Nov/project_ideas'))
  await check({ ...files, [path]: `${files[path]}\n` }, stored)
  const fresh = [...stored.texts.values()]
    .join('')
    .split('\n')
    .filter((line) => !before.includes(line))
  const kinds = fresh.map((line) => line.charAt(0)).sort()
  // its reading, summary and report; the report of the list after it, if it is an earlier peer of one
  assert.ok(fresh.length > 0 && fresh.length <= 7, kinds.join(' '))
})

test('results: --fix keeps none', async () => {
  const stored = memoryStore()
  await runWriting(files, ['check', '--fix', '.'], false, stored)
  assert.equal(stored.texts.size, 0)
})
