import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestOfBytes, type StoredFiles, StoredTexts } from '../../../client/src/server/storedTexts.ts'

/** A folder in memory, the newest file first. */
function memoryFolder() {
  const contents = new Map<string, Uint8Array>()
  const files: StoredFiles = {
    read: async (name) => contents.get(name) ?? Promise.reject(new Error('missing')),
    write: async (name, bytes) => {
      contents.delete(name)
      contents.set(name, bytes)
    },
    remove: async (name) => void contents.delete(name),
    names: async () => [...contents.keys()].reverse(),
  }
  return { files, contents }
}

const programOf = (code: string) => async (): Promise<Uint8Array> => digestOfBytes(new TextEncoder().encode(code))

test('stored texts: a text is read as it was stored', async () => {
  const { files } = memoryFolder()
  const texts = new StoredTexts(files, programOf('one'))
  assert.equal(await texts.read('index-a'), null)
  await texts.store('index-a', 'Jürgen 🌲\n')
  assert.equal(await texts.read('index-a'), 'Jürgen 🌲\n')
  assert.equal(await new StoredTexts(files, programOf('one')).read('index-a'), 'Jürgen 🌲\n')
})

test('stored texts: neither what other code stored nor a damaged one is read', async () => {
  const { files, contents } = memoryFolder()
  const texts = new StoredTexts(files, programOf('one'))
  await texts.store('index-a', 'text')
  assert.equal(await new StoredTexts(files, programOf('two')).read('index-a'), null)
  const [[name, bytes] = assert.fail()] = contents
  for (const damaged of [bytes.subarray(0, -1), bytes.subarray(0, 8), new Uint8Array(), bytes.with(40 % bytes.length, 0)]) {
    contents.set(name, damaged)
    assert.equal(await texts.read('index-a'), null, `${damaged.length} bytes`)
  }
})

test('stored texts: the oldest go, and a name leads nowhere else', async () => {
  const { files, contents } = memoryFolder()
  const texts = new StoredTexts(files, programOf('one'))
  for (let index = 0; index < 30; index++) await texts.store(`index-${index}`, `${index}`)
  assert.equal(contents.size, 24)
  assert.equal(await texts.read('index-5'), null)
  assert.equal(await texts.read('index-29'), '29')
  await texts.store('../outside', 'x')
  assert.equal(contents.size, 24)
  assert.equal(await texts.read('../outside'), null)
})

test('stored texts: a folder that refuses to store is no failure', async () => {
  const { files } = memoryFolder()
  const texts = new StoredTexts({ ...files, write: () => Promise.reject(new Error('full')) }, programOf('one'))
  await texts.store('index-a', 'text')
  assert.equal(await texts.read('index-a'), null)
})
