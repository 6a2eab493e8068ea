import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { readStoredFile, storedPath, writeStoredFile } from '../../server/src/platform/storedFile.ts'

const top = mkdtempSync(join(tmpdir(), 'idea-files-'))
after(() => rmSync(top, { recursive: true, force: true }))
const folder = join(top, 'kept')
const path = storedPath(folder, 'one')
const bytes = Buffer.from('some bytes')
const text = (found: Uint8Array | null): string | null => found && Buffer.from(found).toString()

beforeEach(() => rmSync(folder, { recursive: true, force: true }))

test('stored file: is read with its own key only', () => {
  assert.equal(readStoredFile(path, ['a']), null)
  writeStoredFile(path, ['a', 'b'], bytes)
  assert.equal(text(readStoredFile(path, ['a', 'b'])), 'some bytes')
  for (const key of [['a'], ['ab'], ['a', 'b', ''], ['b', 'a']]) assert.equal(readStoredFile(path, key), null, key.join())
})

test('stored file: a damaged one is none', () => {
  writeStoredFile(path, ['a'], bytes)
  const whole = readFileSync(path)
  for (let at = 0; at < whole.length; at++) {
    const damaged = Buffer.from(whole)
    damaged[at] = damaged[at]! ^ 1
    writeFileSync(path, damaged)
    assert.equal(readStoredFile(path, ['a']), null, `byte ${at}`)
    writeFileSync(path, whole.subarray(0, at))
    assert.equal(readStoredFile(path, ['a']), null, `cut at ${at}`)
  }
})

test('stored file: the last one replaces those before, and leaves nothing else', () => {
  writeStoredFile(path, ['a'], Buffer.from('older'))
  writeStoredFile(path, ['b'], bytes)
  assert.equal(text(readStoredFile(path, ['b'])), 'some bytes')
  assert.deepEqual(readdirSync(folder), ['one.idea-files'])
})

test('stored file: the oldest are removed when there are too many, other files never', () => {
  writeStoredFile(path, ['a'], bytes)
  writeFileSync(join(folder, 'notes.txt'), '')
  utimesSync(path, 1, 1)
  for (let count = 0; count < 30; count++) writeStoredFile(storedPath(folder, `more-${count}`), ['a'], bytes)
  assert.equal(readStoredFile(path, ['a']), null)
  assert.equal(text(readStoredFile(storedPath(folder, 'more-29'), ['a'])), 'some bytes')
  assert.equal(readdirSync(folder).length, 25)
})

test('stored file: what cannot take its place leaves nothing', () => {
  mkdirSync(join(path, 'in the way'), { recursive: true, mode: 0o700 })
  writeStoredFile(path, ['a'], bytes)
  assert.equal(readStoredFile(path, ['a']), null)
  assert.deepEqual(readdirSync(folder), ['one.idea-files'])
})

test('stored file: where nothing can be stored, nothing happens', () => {
  const nowhere = storedPath(join(top, 'file/below'), 'one')
  writeFileSync(join(top, 'file'), '')
  writeStoredFile(nowhere, ['a'], bytes)
  assert.equal(readStoredFile(nowhere, ['a']), null)
})
