import assert from 'node:assert/strict'
import { test } from 'node:test'
import { earlierPeers } from '../../server/src/workspace/peers.ts'
import { folderFiles, germanIdea, headedIdea } from '../support/folderList.ts'
import { MemoryWorkspace, uriOf } from '../support/memoryFiles.ts'

const withoutMentors = germanIdea({ title: 'Zeiger', lacks: ['Betreuer'] })

test('folderIndex: files that are lists only together appear with the third, and go with it', async () => {
  const memory = new MemoryWorkspace({ ...folderFiles('/w/ideen', 2, germanIdea), '/w/ideen/4.md': withoutMentors })
  await memory.load('/w')
  assert.deepEqual(memory.shown, [])
  await memory.write({ '/w/ideen/3.md': germanIdea({ title: 'Wind clock 3' }) })
  assert.deepEqual(memory.shown, [
    '/w/ideen/1.md: Wind clock 1',
    '/w/ideen/2.md: Wind clock 2',
    '/w/ideen/3.md: Wind clock 3',
    '/w/ideen/4.md: Zeiger',
  ])
  await memory.write({ '/w/ideen/1.md': null })
  assert.deepEqual(memory.shown, [])
})

test('folderIndex: an open document counts as it is in the editor', async () => {
  const memory = new MemoryWorkspace(folderFiles('/w/ideen', 3, germanIdea))
  await memory.load('/w')
  assert.equal(memory.shown.length, 3)
  memory.open('/w/ideen/3.md', '# Nothing\n')
  assert.deepEqual(memory.shown, [])
  memory.open('/w/ideen/3.md', germanIdea({ title: 'Offen' }))
  assert.equal(memory.shown.at(-1), '/w/ideen/3.md: Offen')
  assert.equal(memory.shown.length, 3)
})

test('folderIndex: siblings are the same array until one of them says something else', async () => {
  const memory = new MemoryWorkspace(folderFiles('/w/ideas', 4))
  await memory.load('/w')
  const { workspace } = memory
  const uri = uriOf('/w/ideas/1.md')
  const before = workspace.siblings(uri)
  assert.equal(before.length, 3)
  memory.open('/w/ideas/1.md', 'x')
  assert.equal(workspace.siblings(uri), before)
  await memory.write({ '/w/ideas/2.md': headedIdea({ title: 'Other', lacks: ['Skills'] }) })
  assert.notEqual(workspace.siblings(uri), before)
})

test('folderIndex: the list is named after its folder, and later files are compared with earlier ones', async () => {
  const memory = new MemoryWorkspace({ ...folderFiles('/w/gsoc/2031', 3), ...folderFiles('/w/ideas', 3) })
  await memory.load('/w')
  const lists = memory.workspace.lists()
  assert.deepEqual(
    [...new Set(lists.map(({ programme: { label, year } }) => `${label} ${year}`))],
    ['gsoc/2031 2031', 'ideas null'],
  )
  const peers = earlierPeers(uriOf('/w/ideas/3.md'), lists)
  assert.deepEqual(
    peers.map(({ uri }) => uri),
    ['/w/ideas/1.md', '/w/ideas/2.md'].map(uriOf),
  )
})

test('folderIndex: files without a mentors label are read only where the folder may be a list', async () => {
  const notes = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`/w/notes/${index}.md`, withoutMentors]))
  const memory = new MemoryWorkspace(notes)
  await memory.load('/w')
  assert.deepEqual(memory.shown, [])
  assert.equal(memory.workspace.siblings(uriOf('/w/notes/1.md')).length, 0)
})
