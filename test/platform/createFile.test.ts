import assert from 'node:assert/strict'
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createFileWith } from '../../server/src/platform/createFile.ts'
import { withoutLinks } from '../support/links.ts'

const root = mkdtempSync(join(tmpdir(), 'idea-files-create-'))
after(() => rmSync(root, { recursive: true, force: true }))

const folder = (): string => mkdtempSync(join(root, 'case-'))
const textBytes = new TextEncoder().encode('# Ideas\n')

test('createFile: a new file has the bytes and one name, and nothing else is left in the folder', async () => {
  const here = folder()
  await createFileWith(join(here, '2027.md'), textBytes)
  assert.deepEqual(readdirSync(here), ['2027.md'])
  assert.equal(readFileSync(join(here, '2027.md'), 'utf8'), '# Ideas\n')
  assert.equal(lstatSync(join(here, '2027.md')).nlink, 1)
})

test('createFile: a file of that name is left alone, and so is a link that leads nowhere', { skip: withoutLinks }, async () => {
  const here = folder()
  writeFileSync(join(here, 'old.md'), 'old')
  symlinkSync('nowhere.md', join(here, 'link.md'))
  for (const name of ['old.md', 'link.md']) await assert.rejects(createFileWith(join(here, name), textBytes), { code: 'EEXIST' })
  assert.deepEqual(readdirSync(here).sort(), ['link.md', 'old.md'])
  assert.equal(readFileSync(join(here, 'old.md'), 'utf8'), 'old')
})

test('createFile: without its folder nothing is created', async () => {
  const here = folder()
  await assert.rejects(createFileWith(join(here, 'none', '2027.md'), textBytes), { code: 'ENOENT' })
  assert.deepEqual(readdirSync(here), [])
})
