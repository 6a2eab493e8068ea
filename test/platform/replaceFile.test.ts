import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readAtMost } from '../../server/src/platform/readFile.ts'
import { ChangedFileError, replaceFile } from '../../server/src/platform/replaceFile.ts'
import { withoutLinks, withoutModes } from '../support/links.ts'

const root = mkdtempSync(join(tmpdir(), 'idea-files-'))
after(() => rmSync(root, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A new folder with a file `2026.md` of this text. */
const fileWith = (text: string): { readonly folder: string; readonly path: string } => {
  const folder = mkdtempSync(join(root, 'case-'))
  const path = join(folder, '2026.md')
  writeFileSync(path, text)
  return { folder, path }
}

test('replaceFile: longer, shorter and empty texts; nothing else is left in the folder', async () => {
  const { folder, path } = fileWith('old')
  let before = 'old'
  for (const text of ['a longer text', 'short', '', 'again']) {
    await replaceFile(path, bytes(text), bytes(before))
    assert.equal(readFileSync(path, 'utf8'), text)
    before = text
  }
  assert.deepEqual(readdirSync(folder), ['2026.md'])
})

test('replaceFile: keeps the mode, whatever the umask', { skip: withoutModes }, async () => {
  const { path } = fileWith('old')
  for (const mode of [0o600, 0o640, 0o664, 0o777]) {
    chmodSync(path, mode)
    await replaceFile(path, bytes(`${mode}`), readFileSync(path))
    assert.equal(statSync(path).mode & 0o7777, mode)
  }
})

test('replaceFile: a symbolic link stays one, and its target gets the text', { skip: withoutLinks }, async () => {
  const { folder, path } = fileWith('old')
  const link = join(folder, 'link.md')
  symlinkSync('2026.md', link)
  await replaceFile(link, bytes('new'), bytes('old'))
  assert.ok(lstatSync(link).isSymbolicLink())
  assert.equal(readFileSync(path, 'utf8'), 'new')
  assert.deepEqual(readdirSync(folder), ['2026.md', 'link.md'])
})

test('replaceFile: all hard links of a file get the text, longer or shorter, and no copy is left', async () => {
  const { folder, path } = fileWith('old')
  const link = join(folder, 'link.md')
  linkSync(path, link)
  for (const text of ['a longer text', 'new']) {
    await replaceFile(link, bytes(text), readFileSync(path))
    assert.equal(readFileSync(path, 'utf8'), text)
    assert.equal(statSync(path).ino, statSync(link).ino)
  }
  assert.deepEqual(readdirSync(folder), ['2026.md', 'link.md'])
})

test('replaceFile: a file that has changed since it was read is left alone', async () => {
  for (const linked of [false, true]) {
    const { folder, path } = fileWith('saved by an editor')
    if (linked) linkSync(path, join(folder, 'link.md'))
    await assert.rejects(replaceFile(path, bytes('new'), bytes('old')), ChangedFileError)
    assert.equal(readFileSync(path, 'utf8'), 'saved by an editor')
    assert.deepEqual(readdirSync(folder), linked ? ['2026.md', 'link.md'] : ['2026.md'])
  }
})

test('replaceFile: a file that is gone is not written', async () => {
  const { folder, path } = fileWith('old')
  rmSync(path)
  await assert.rejects(replaceFile(path, bytes('new'), bytes('old')), /ENOENT/)
  assert.deepEqual(readdirSync(folder), [])
})

test('replaceFile: leaves no listener for signals', async () => {
  const { path } = fileWith('old')
  const listeners = () => ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => process.listenerCount(signal))
  const before = listeners()
  await replaceFile(path, bytes('new'), bytes('old'))
  assert.deepEqual(listeners(), before)
})

test('readAtMost: reads a file to its end, though its size says less', async (t) => {
  if (!existsSync('/proc/version')) return t.skip('needs a file whose size is not known before it is read')
  const { bytes: all, size } = await readAtMost('/proc/version', 10_000)
  assert.equal(Buffer.from(all).toString(), readFileSync('/proc/version', 'utf8'))
  assert.equal(size, all.length)
  assert.equal((await readAtMost('/proc/version', 5)).bytes.length, 5)
})

test('readAtMost: stops at the limit, and knows the size', async () => {
  const { path } = fileWith('x'.repeat(200_000))
  const { bytes: some, size } = await readAtMost(path, 100_001)
  assert.deepEqual([some.length, size], [100_001, 200_000])
  assert.equal((await readAtMost(path, 300_000)).bytes.length, 200_000)
})
