import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isPrivateFolder, userCacheFolder } from '../../server/src/platform/cacheFolder.ts'
import { withoutLinks, withoutModes } from '../support/links.ts'

const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const cases = [
  { env: { HOME: '/home/ada' }, expected: '/home/ada/.cache/idea-files' },
  { env: { HOME: '/home/ada', XDG_CACHE_HOME: '/var/cached' }, expected: '/var/cached/idea-files' },
  { env: { HOME: '/home/ada', XDG_CACHE_HOME: 'cached' }, expected: '/home/ada/.cache/idea-files' },
  { env: { HOME: 'ada' }, expected: null },
  { env: { HOME: '/home/ada', IDEA_FILES_CACHE: 'off' }, expected: null },
  { env: { HOME: '/home/ada', IDEA_FILES_CACHE: '/kept' }, expected: '/kept' },
  { env: { HOME: '/Users/ada' }, system: 'darwin', expected: '/Users/ada/Library/Caches/idea-files' },
  { env: {}, system: 'win32', expected: null },
  { env: { HOME: '/home/ada' }, args: ['check', '--no-cache', 'a'], expected: null },
  { env: { HOME: '/home/ada' }, args: ['check', '--', '--no-cache'], expected: '/home/ada/.cache/idea-files' },
] as const

for (const { env, expected, ...rest } of cases) {
  const { args, system } = { args: ['check', 'a'], system: 'linux' as const, ...rest }
  test(`cache folder: ${JSON.stringify(env)}, ${system}, ${args.join(' ')} → ${expected}`, () =>
    assert.equal(userCacheFolder(args, env, system), expected))
}

test('cache folder: a folder that is missing is made for this user alone', { skip: withoutModes }, () => {
  const path = join(folder, 'new/below')
  assert.equal(isPrivateFolder(path), true)
  assert.equal(statSync(path).mode & 0o777, 0o700)
})

test('cache folder: a folder that others may write to, a link, a file and a place below a file are not used', {
  skip: withoutModes || withoutLinks,
}, () => {
  const path = join(folder, 'open')
  mkdirSync(path)
  chmodSync(path, 0o777)
  assert.equal(isPrivateFolder(path), false)
  mkdirSync(join(folder, 'own'), { mode: 0o700 })
  symlinkSync('own', join(folder, 'link'))
  assert.equal(isPrivateFolder(join(folder, 'link')), false)
  writeFileSync(join(folder, 'file'), '')
  assert.equal(isPrivateFolder(join(folder, 'file')), false)
  assert.equal(isPrivateFolder(join(folder, 'file/below')), false)
  assert.equal(existsSync(join(folder, 'file/below')), false)
})
