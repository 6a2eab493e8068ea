import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSections } from '../../../server/src/model/blocks/sectionFacts.ts'
import { cutSections } from '../../../server/src/syntax/sections.ts'

const read = (text: string) => readSections(cutSections(text), new Map())

test('readSections: each of many blocks is read as if it were alone, whether the text repeats it or not', () => {
  const parts = Array.from({ length: 600 }, (_, index) => {
    if (index % 3 === 0) return `> ### Quoted ${index}\n> text\n\n`
    return index % 3 === 1 ? `<a name="same"></a>\n\n` : `- Mentors: <b>Ada ${index % 7}</b>\n\n`
  })
  const [section, ...more] = read(parts.join(''))
  assert.equal(more.length, 0)
  assert.equal(section!.facts.length, parts.length)
  for (const [index, part] of parts.entries()) assert.deepEqual(section!.facts[index], read(part)[0]!.facts[0], part)
})

test('readSections: a block that the text repeats is read once', () => {
  const [section] = read('> ### Quoted\n\nSee <b>it</b>.\n\n> ### Quoted\n\n')
  assert.equal(section!.facts[0], section!.facts[2])
})
