import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createFolderAt } from '../../server/src/platform/createFolder.ts'

const root = mkdtempSync(join(tmpdir(), 'idea-files-folder-'))
after(() => rmSync(root, { recursive: true, force: true }))

test('createFolder: a folder, those around it, and one that is there', async () => {
  const path = join(root, 'a/b/c')
  await createFolderAt(path)
  await createFolderAt(path)
  await createFolderAt(`${root}/d/`)
  assert.ok(statSync(path).isDirectory() && statSync(join(root, 'd')).isDirectory())
})

test('createFolder: a file in the way is an error', async () => {
  writeFileSync(join(root, 'file'), '')
  await assert.rejects(createFolderAt(join(root, 'file')), { code: 'EEXIST' })
  await assert.rejects(createFolderAt(join(root, 'file/below')), { code: 'EEXIST' })
})

test('createFolder: where there can be no folder that is an error, and not a loop', {
  skip: !existsSync('/proc/self') && 'there is no /proc',
}, async () => {
  await assert.rejects(createFolderAt('/proc/idea-files/below'), { code: 'ENOENT' })
})
