import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { lint, read } from './checkRule.ts'
import { makeList } from './generatedList.ts'

const bytes = (text: string): number => new TextEncoder().encode(text).length

for (const wanted of [3_000, 38_000, 160_000, 1_000_000]) {
  test(`generatedList: a generated list of ${wanted} bytes is about that long and has no more findings than asked for`, () => {
    const findingsAtMost = wanted / 2_000
    const text = makeList({ bytes: wanted, seed: 1, findingsAtMost })
    assert.ok(Math.abs(bytes(text) - wanted) < 1_500 + wanted * 0.02, `${bytes(text)} bytes`)
    const findings = lint(text)
    assert.ok(findings.length <= findingsAtMost, `${findings.length} findings`)
    assert.ok(findings.length >= Math.floor(findingsAtMost * 0.8), `${findings.length} findings`)
    const { projects } = read(text)
    assert.equal(projects.flatMap(({ ideas }) => ideas).length, text.match(/^##### /gm)!.length - 1)
  })
}

test('generatedList: a generated list has no findings where none are asked for', () => {
  for (let seed = 0; seed < 10; seed++) assert.deepEqual(lint(makeList({ bytes: 20_000, seed, findingsAtMost: 0 })), [])
})

test('generatedList: the same options give the same list, another seed another one', () => {
  const options = { bytes: 20_000, seed: 5, findingsAtMost: 10 }
  assert.equal(makeList(options), makeList(options))
  assert.notEqual(makeList(options), makeList({ ...options, seed: 6 }))
})

test('generatedList: the sample list shows each of the first rules once, the sample term is clean, the README of both is not a list', () => {
  const codes = (path: string): string[] => {
    const text = readFileSync(`examples/${path}`, 'utf8')
    return lint(text, { path: `examples/${path}` }).map(({ code }) => code)
  }
  assert.deepEqual(codes('programs/summerofcode/2026.md'), [
    'toc-broken-link',
    'missing-field',
    'empty-field',
    'mentor-primary',
    'mentor-email',
    'invalid-size',
    'mentor-handle',
    'toc-entry-missing',
    'mentor-count',
    'upstream-url',
  ])
  assert.deepEqual(codes('programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'), [])
  assert.equal(read(readFileSync('examples/README.md', 'utf8'), 'examples/README.md').ideaList, false)
})
