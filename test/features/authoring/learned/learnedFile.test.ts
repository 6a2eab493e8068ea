import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planNewIdea } from '../../../../server/src/features/authoring/newIdea.ts'
import { planPastedIdea } from '../../../../server/src/features/authoring/pasteIdea.ts'
import { oneIdeaAFile, readForeign } from '../../../support/foreignLists.ts'
import { planned } from '../../../support/plans.ts'

const plan = (text: string, path = 'ideas/lamp.md', title = 'Ring the bell') => {
  const read = (each: string) => readForeign(each, path)
  const made = planned(planNewIdea(read(text), { project: '', title, at: 0 }, read))
  assert.equal(made.edits.length, 1)
  assert.deepEqual(made.edits[0]!.span, { start: 0, end: 0 })
  return { name: made.newFile, text: made.edits[0]!.newText }
}

test('new idea: a file of its own, with the front matter and the headings of the file next to it', () => {
  const { name, text } = plan(oneIdeaAFile)
  assert.equal(name, 'ring-the-bell.md')
  assert.equal(
    text,
    `---
title: Ring the bell
difficulty: \${1:medium}
project_size:
 - \${2}
mentors:
 - \${3}
tags:
 - rust
---

## Description

\${4}
$0`,
  )
})

test('new idea: people who are objects keep their keys, and what is not about the idea stays', () => {
  const text = oneIdeaAFile
    .replace('tags:\n - rust\n', 'layout: idea\nyear: 2031\n')
    .replace(
      ' - mia-stone\n - leo-brook\n',
      '# who answers first\n  - name: Mia Stone\n    github: mia-stone\n  - name: Leo Brook\n    github: leo-brook\n',
    )
  assert.match(
    plan(text).text,
    /mentors:\n# who answers first\n {2}- name: \$\{3\}\n {4}github: \$\{4\}\nlayout: idea\nyear: 2031\n---\n/,
  )
})

test('new idea: a file whose title is a heading, in CRLF', () => {
  const text = `# Turn the lamp

## Overview

It turns too slowly.

## Skills / Technologies

* Rust

## Possible mentors

Mia Stone, Leo Brook

## Expected project size

Medium (175 hours)

## Difficulty

Hard
`
  assert.equal(
    plan(text.replaceAll('\n', '\r\n'), 'ideas/03_turn_the_lamp.md').text,
    `# Ring the bell

## Overview

\${1}

## Skills / Technologies

* \${2}

## Possible mentors

\${3:Name}

## Expected project size

\${4:Medium (175 hours)}

## Difficulty

\${5:Hard}
$0`.replaceAll('\n', '\r\n'),
  )
})

test('new idea: the name of the file is written as that of the file next to it, and a title that YAML would read otherwise is quoted', () => {
  assert.equal(plan(oneIdeaAFile, 'ideas/03_turn_the_lamp.md').name, '03_ring_the_bell.md')
  assert.equal(plan(oneIdeaAFile, 'ideas/Turn-Lamp.markdown').name, 'Ring-the-bell.markdown')
  assert.equal(plan(oneIdeaAFile, 'ideas/lamp.md', '«Läuten»: 1/2').name, 'läuten-1-2.md')
  assert.match(plan(oneIdeaAFile, 'ideas/lamp.md', 'Ring: the "bell"').text, /\ntitle: "Ring: the \\\\"bell\\\\""\n/)
})

/** A copied idea as the text of a new file next to one with this text. */
const pasted = (text: string, plain: string, path = 'ideas/lamp.md') => {
  const read = (each: string) => readForeign(each, path)
  const made = planned(planPastedIdea(read(text), { plain, html: '' }, 0, read))
  return { name: made.newFile, text: made.edits[0]!.newText }
}

const copied = `Ring the bell
Difficulty: hard
Description: Ships do not hear it.
It is rung by hand.
Mentors:
- Cy Moss (@cy-moss, cy@example.org)
- Di Holm (@di-holm, di@example.org)
Upstream Issue: https://example.org/$1
`

test('paste as idea: into a file of its own, with its front matter', () => {
  const { name, text } = pasted(oneIdeaAFile, copied)
  assert.equal(name, 'ring-the-bell.md')
  assert.match(text, /^---\ntitle: Ring the bell\ndifficulty: hard\nproject_size:\n - \$\{1\}\nmentors:\n - /)
  assert.match(
    text,
    /## Description\n\nShips do not hear it\.\nIt is rung by hand\.\n\n## Upstream Issue\n\nhttps:\/\/example\.org\/\\\$1\n\$0$/,
  )
  for (const word of ['cy-moss', 'cy@example.org', 'Di Holm', 'di@example.org'])
    assert.ok(text.includes(word), `${word} in ${text}`)
})

/** Front matter with all that it knows on one line each, and a paragraph. */
const plainTopic = `---
title: Incremental index
mentors: Ada Byron (@adab)
size: 350 hours
skills: Rust, databases
difficulty: hard
---

The index is rebuilt at each start.
It should be kept.

And updated.
`

test('new idea: into a file of its own, without what only the other idea says', () => {
  assert.equal(
    plan(plainTopic, 'topics/incremental-index.md').text,
    `---
title: Ring the bell
mentors: \${1}
size: \${2:350 hours}
skills: \${3}
difficulty: \${4:hard}
---

\${5}
$0`,
  )
})

test('paste as idea: into a file of its own, with nothing of the other idea', () => {
  const { text } = pasted(
    plainTopic,
    'Zebra stripes\n\nDescription: Quagga runs.\nSkills: Go, C\nMentors: Tom Brown (@tomb)\nOutcome: okapi\n',
    'topics/incremental-index.md',
  )
  assert.equal(
    text,
    `---
title: Zebra stripes
mentors: Tom Brown (@tomb)
size: \${1}
skills: Go, C
difficulty: \${2}
---

Quagga runs.

Outcome: okapi
$0`,
  )
})

test('paste as idea: into a file of its own, with headings', () => {
  const text = `# Turn the lamp

## Overview

It turns too slowly.

## Skills / Technologies

* Rust

## Possible mentors

* Mia Stone
* Leo Brook

## Expected project size

Medium (175 hours)

## Difficulty

Hard
`
  const made = pasted(text, copied.replace('Description', 'Overview'), 'ideas/03_turn_the_lamp.md')
  assert.equal(made.name, '03_ring_the_bell.md')
  assert.match(made.text, /^# Ring the bell\n\n## Overview\n\nShips do not hear it\./)
  assert.match(
    made.text,
    /## Possible mentors\n\n\* Cy Moss[^\n]*\n\* Di Holm[^\n]*\n\n## Expected project size\n\n[^\n]*\n\n## Difficulty\n\nHard\n\n## Upstream Issue\n\nhttps:\/\/example\.org\/\\\$1\n\$0$/,
  )
})

const titledTwice = `---
title: Tide tables
---

# Tide tables

## Summary

Sailors want them.

## Skills

Python

## Difficulty

Medium

## Size

175 hours

## Mentors

- Finn Segel (@fsegel)
- Maja Kiel (@mkiel)
`

test('new idea: a title that front matter and a heading say is replaced in both', () => {
  const text = plan(titledTwice).text
  assert.match(text, /^---\ntitle: Ring the bell\n---\n\n# Ring the bell\n\n## Summary\n/)
  assert.match(plan(titledTwice.replace('Tide tables', '"Tide tables"')).text, /^---\ntitle: Ring the bell\n---\n/)
  assert.match(
    plan(titledTwice.replace('title: Tide tables', 'title: Ideas 2031')).text,
    /^---\ntitle: Ideas 2031\n---\n\n# Ring/,
  )
})

test('paste as idea: an address is kept in a list that has only handles', () => {
  const { text } = pasted(titledTwice, 'Ring the bell\nSummary: Ships hear it.\nMentors: John Smith, @jsmith, js@example.org\n')
  assert.ok(text.includes('- John Smith (@jsmith, js@example.org)'), text)
})

test('paste as idea: what a file of its own has no field for gets a label like the others', () => {
  const bold = titledTwice.replaceAll(/## (.*)\n\n/g, '**$1:** ')
  const text = 'Zebra stripes\n\nSummary: Quagga runs.\nSkills: Go, C\nUpstream Issue: https://example.org/1\nNote: It is long.\n'
  for (const [list, rest] of [
    [titledTwice, '\n\n## Upstream Issue\n\nhttps://example.org/1\n\n## Note\n\nIt is long.\n'],
    [bold, '\n\n**Upstream Issue:** https://example.org/1\n\n**Note:** It is long.\n'],
  ] as const)
    for (const eol of ['\n', '\r\n']) {
      const made = pasted(list.replaceAll('\n', eol), text.replaceAll('\n', eol), 'ideas/tide.md').text
      assert.ok(made.replace('$0', '').trimEnd().endsWith(rest.replaceAll('\n', eol).trimEnd()), made)
    }
})
