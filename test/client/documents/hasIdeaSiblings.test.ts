import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasIdeaSiblings } from '../../../client/src/documents/hasIdeaSiblings.ts'

const ideas = new Set(['bell.md', 'clock.md', 'tower.md'])

/** The answer, and the files that were read for it. */
async function ask(names: readonly string[]): Promise<readonly [boolean, readonly string[]]> {
  const read: string[] = []
  const found = await hasIdeaSiblings(names, (name) => {
    read.push(name)
    return Promise.resolve(ideas.has(name))
  })
  return [found, read]
}

test('hasIdeaSiblings: two files that look like ideas are enough, and no more is read', async () =>
  assert.deepEqual(await ask(['stairs.md', 'tower.md', 'clock.md', 'bell.md', 'README.md']), [true, ['bell.md', 'clock.md']]))

test('hasIdeaSiblings: one idea among other files, and too few files', async () => {
  assert.deepEqual(await ask(['bell.md', 'roof.md', 'stairs.md', 'logo.png']), [false, ['bell.md', 'roof.md', 'stairs.md']])
  assert.deepEqual(await ask(['bell.md', 'clock.md', '_index.md', 'idea-template.md']), [false, []])
})

test('hasIdeaSiblings: of a large folder only the first files are read', async () => {
  const names = Array.from({ length: 500 }, (_, index) => `page-${index + 100}.md`)
  assert.deepEqual(await ask([...names, 'tower.md', 'zbell.md']), [false, names.slice(0, 8)])
})
