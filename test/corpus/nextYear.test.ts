import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { nextYear } from '../../server/src/features/authoring/nextYear.ts'
import { read } from '../support/idea.ts'
import { skip } from './corpus.ts'

const corpus = resolve(process.env.IDEA_FILES_CORPUS ?? '../shared/corpus')

test('corpus: next keeps the lines of a GSoC list that are not about its year or ideas, to the byte', { skip }, () => {
  const path = 'programs/summerofcode/2025.md'
  const source = readFileSync(join(corpus, path), 'utf8')
  const file = read(source, path)
  const next = nextYear(file, { year: null, carry: 'none' }, (text) => read(text, path))
  assert.ok('text' in next)
  assert.ok(!/2024/.test(next.text))
  assert.deepEqual(next.text.match(/.*2025.*/g), ['You can find the project ideas from previous year [here](./2025.md).'])
  // without the two lines of the year, the rows and the ideas, the lists are the same
  const [table, firstIdea] = [
    source.indexOf('<!-- TOC -->') + 13,
    source.indexOf('<!-- TOC -->', source.indexOf('<!-- TOC -->') + 1),
  ]
  const kept = `${source.slice(0, table)}${source.slice(firstIdea, file.projects[0]!.span.start)}`
  assert.equal(next.text, `${kept.trimEnd()}\n`.replace('GSoC 2025 cycle', 'GSoC 2026 cycle').replace('./2024.md', './2025.md'))
  const all = nextYear(file, { year: null, carry: 'open' }, (text) => read(text, path))
  assert.ok('text' in all)
  assert.equal(all.text, source.replace('GSoC 2025 cycle', 'GSoC 2026 cycle').replace('./2024.md', './2025.md'))
})
