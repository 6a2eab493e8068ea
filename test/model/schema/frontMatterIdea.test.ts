import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Idea } from '../../../server/src/model/types.ts'
import { readForeign } from '../../support/foreignLists.ts'

interface Read {
  readonly text: string
  readonly idea: Idea
}

/** A file of one idea whose front matter has these lines. */
function read(matter: string, body = '## Description\n\nThe lamp turns too slowly.\n'): Read {
  const text = `---\ntitle: Turn the lamp\n${matter}\n---\n\n${body}`
  const ideas = readForeign(text, 'ideas/lamp.md').projects.flatMap((project) => project.ideas)
  assert.equal(ideas.length, 1)
  assert.equal(ideas[0]!.at, 0)
  return { text, idea: ideas[0]!.idea }
}

const people = 'mentors: [Mia Stone, Leo Brook]\ndifficulty: easy'

for (const [what, skills] of [
  ['in brackets', ' [C++, "machine learning", C#]'],
  ['in brackets over lines', ' [\n  C++,\n  machine learning,\n  C#\n]'],
  ['bullets', '\n  - C++ # fast\n  - "machine learning"\n  - C#'],
  ['one text', ' C++, machine learning, C#'],
  ['a quoted text', ' "C++, machine learning, C#"'],
  ['a block of text', ' >\n  C++, machine learning, C#'],
] as const) {
  test(`front matter: skills, ${what}`, () => {
    const { text, idea } = read(`skills:${skills}\n${people}`)
    const names = ['C++', 'machine learning', 'C#']
    assert.deepEqual(
      idea.skills.map(({ name }) => name),
      names,
    )
    assert.deepEqual(
      idea.skills.map(({ span }) => text.slice(span.start, span.end)),
      names,
    )
  })
}

test('front matter: links in quotation marks end before them', () => {
  const urls = ['https://github.com/lamps/lamp/issues/1', 'https://github.com/lamps/lamp/issues/2']
  for (const issues of [` ['${urls[0]}', ${urls[1]}]`, `\n - '${urls[0]}'\n - "${urls[1]}"`]) {
    const { idea } = read(`issues:${issues}\n${people}`)
    assert.deepEqual(
      idea.upstream.map(({ url }) => url),
      urls,
    )
  }
})

test('front matter: the size is the first of its texts', () => {
  const { text, idea } = read(`size: ["175 hours", 350 hours]\n${people}`)
  assert.equal(idea.size?.hours, 175)
  assert.equal(text.slice(idea.size.span.start, idea.size.span.end), '175 hours')
})

for (const [what, mentors, places] of [
  ['in brackets', ' [Mia Stone, "Leo Brook (@leo)"]', ['Mia Stone', 'Leo Brook (@leo)']],
  ['bullets', '\n- Mia Stone # first\n- leo', ['Mia Stone', 'leo']],
  ['one text', ' Mia Stone, Leo Brook', ['Mia Stone', 'Leo Brook']],
  [
    'keys',
    '\n - name: Mia Stone\n   github: mia\n   years: 3\n - name: Leo Brook',
    ['Mia Stone\n   github: mia\n   years: 3', 'Leo Brook'],
  ],
] as const) {
  test(`front matter: each mentor has a place, ${what}`, () => {
    const { text, idea } = read(`mentors:${mentors}\nskills: [Go]\ndifficulty: easy`)
    assert.deepEqual(
      idea.mentors.map(({ span }) => text.slice(span.start, span.end)),
      places,
    )
  })
}

test('front matter: a first heading that repeats the title is not a field', () => {
  const body = '# Turn the lamp\n\nIt is slow.\n\n## Steps\n\nThe spring first.\n\n## Milestones\n\n- It turns\n'
  const { idea } = read(`skills: [Go]\n${people}`, body)
  assert.deepEqual(
    idea.fields.map(({ label }) => label),
    ['title', 'skills', 'mentors', 'difficulty', 'Steps', 'Milestones'],
  )
})
