import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { test } from 'node:test'

test('laws: each law is tried with a fixed seed and as often as LAWS says', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.test.ts'))
  const count = (text: string, word: RegExp): number => text.match(word)?.length ?? 0
  const random = files.filter((path) => {
    const text = readFileSync(join('test', path), 'utf8')
    return path !== 'structure/laws.test.ts' && count(text, /\bfc\.(?:assert|check|sample)\(/g) > count(text, /\bruns\(/g)
  })
  assert.deepEqual(random, [])
})
