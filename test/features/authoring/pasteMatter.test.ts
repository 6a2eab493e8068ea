import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { planPastedIdea } from '../../../server/src/features/authoring/pasteIdea.ts'
import type { ReadEditedText } from '../../../server/src/features/authoring/plan.ts'
import { boldParagraphs, headingLabels, iconItems, ideaRows, oneIdeaAFile, readForeign } from '../../support/foreignLists.ts'
import { leftAlone, opened } from '../../support/plans.ts'

const gsoc = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')

/** The text after a paste, or that of the new file. */
const pasted = (list: string, plain: string, readAs: ReadEditedText = readForeign, html = ''): string => {
  const { file, read } = opened(list, 'programs/summerofcode/2026.md', readAs)
  const made = planPastedIdea(file, { plain, html }, 0, read)
  return leftAlone('newFile' in made && made.newFile !== undefined ? '' : list, made)
}

const oneFile = `---
title: Offline routing
mentors:
  - Bo Chen
skills: [C++, Python]
size: 175 hours
difficulty: medium
weight: 1
draft: false
---

# Offline routing

## Description

Make routing work on the device.

## Expected outcomes

- A thing that works
`

const peopleWithKeys = oneFile.replace(
  '  - Bo Chen\n',
  '  - name: Bo Chen\n    github: bochen\n  - name: Ana Lima\n    github: analima\n',
)

test('paste as idea: a file of a list with front matter comes out as it was', () => {
  for (const file of [
    oneFile,
    oneIdeaAFile,
    peopleWithKeys,
    peopleWithKeys.replace('mentors:\n', 'mentors:\n  # who answers first\n'),
    oneFile.replace('skills: [C++, Python]', 'skills:\n- C++\n- "Python: 3"'),
    oneFile.replace('mentors:\n  - Bo Chen', 'mentors: ["@bochen", "@analima"]'),
    oneFile.replace('size: 175 hours', 'size: 175').replace('weight: 1', 'weight: 2031-05-01'),
  ])
    for (const eol of ['\n', '\r\n']) {
      const [own, other] = [file, file.replaceAll(/Offline routing|Turn the lamp faster/g, 'Ring the bell')].map((text) =>
        text.replaceAll('\n', eol),
      ) as [string, string]
      assert.equal(pasted(own, other), other)
      assert.equal(pasted(own, `\n${other}`), other)
    }
})

const ringer = `---
title: "Ring: the bell"
mentors:
  - Cleo Diaz (@cleodiaz), Zed Young (@zed)
  - name: Ada Fern
    github: ada-fern
    email: ada@fern.example
skills: [C++, 'Go, the language']
size: 90 hours
version: 1.10
---

# Ring: the bell

It rings.

~~~yaml
---
skills: none
~~~

## Approach

Think.
`

test('paste as idea: front matter is read as fields in a list of any form, and is no text', () => {
  for (const [list, written] of [
    [
      boldParagraphs,
      '### Ring: the bell\n\n**Skills**: C++, Go, the language\n\n**Size**: 90 hours\n\n**Difficulty**: \n\n**Description**:\nIt rings.\n\n~~~yaml\n---\nskills: none\n~~~\n\n**Mentors**: Cleo Diaz (@cleodiaz), Zed Young (@zed), Ada Fern (@ada-fern, ada@fern.example)\n\n**version**: 1.10\n\n**Approach**: Think.\n',
    ],
    [headingLabels, '#### Prerequisites\n\n* C++\n* Go, the language\n'],
    [iconItems, '- ⏳ **Length:** 90 hours\n'],
    [
      oneFile,
      '---\ntitle: "Ring: the bell"\nmentors:\n  - Cleo Diaz (@cleodiaz)\n  - Zed Young (@zed)\n  - Ada Fern (@ada-fern, ada@fern.example)\nskills: [C++, "Go, the language"]\nsize: 90 hours\n',
    ],
  ] as const) {
    const after = pasted(list, ringer)
    assert.ok(after.includes(written), after.slice(-900))
    assert.equal(after.match(/^---$/gm)?.length, 1 + (list === oneFile ? 2 : 0))
  }
  const inProject = ringer.replace('size:', 'project: Longhorn\nsize:')
  assert.ok(
    pasted(gsoc, inProject, opened(gsoc, 'programs/summerofcode/2026.md').read).includes(
      '#### Longhorn\n\n##### Ring: the bell\n\n- Description: It rings.\n\n  ~~~yaml\n',
    ),
  )
  const row = pasted(ideaRows, ringer.replace(/~~~[\s\S]*~~~\n/, ''))
  assert.ok(row.includes('| 5 | **Ring: the bell**<br>'), row)
})

test('paste as idea: front matter that is no YAML is read line by line', () => {
  const after = pasted(boldParagraphs, ringer.replace("'Go, the language'", "'Go").replace('version', 'a b: ['))
  assert.ok(
    after.includes('Ada Fern') && after.includes('**Size**: 90 hours') && !after.includes('\n---\nskills: ['),
    after.slice(-900),
  )
  assert.equal(after.match(/^---$/gm)?.length, 1)
})

test('paste as idea: an editor copies front matter as HTML, too, which has lost its lines', () => {
  const html = `<div>${oneFile.replaceAll('Offline routing', 'Ring').replaceAll('\n', '<br>')}</div>`
  assert.match(
    pasted(oneFile, oneFile.replaceAll('Offline routing', 'Ring'), readForeign, html),
    /^---\ntitle: Ring\nmentors:\n {2}- Bo Chen\nskills: \[C\+\+, Python\]\n/,
  )
})

test('paste as idea: what is pasted into front matter is a list where the other file has one', () => {
  const copied =
    'Ring the bell\nSkills: Go, C++\nMentors: Ana Lima (@analima), Zed Young (@zed)\nDescription: It rings.\nSize: 90 hours\n'
  const made = (file: string): string => pasted(file, copied).split('---')[1]!
  assert.match(
    made(oneFile),
    /\nmentors:\n {2}- Ana Lima \(@analima\)\n {2}- Zed Young \(@zed\)\nskills: \[Go, C\+\+\]\nsize: 90 hours\n/,
  )
  assert.match(
    made(peopleWithKeys),
    /\nmentors:\n {2}- name: Ana Lima\n {4}github: analima\n {2}- name: Zed Young\n {4}github: zed\nskills/,
  )
  const block = oneFile.replace('[C++, Python]', '\n  - C++').replace('\n  - Bo Chen', ' [Bo Chen]')
  assert.match(made(block), /\nmentors: \[Ana Lima \(@analima\), Zed Young \(@zed\)\]\nskills: ?\n {2}- Go\n {2}- C\+\+\n/)
  // what has no key there is no part of an item
  const noAddress = copied.replace('(@zed)', '(@zed, zed@young.example)')
  assert.ok(pasted(peopleWithKeys, noAddress).includes('zed@young.example'))
})
