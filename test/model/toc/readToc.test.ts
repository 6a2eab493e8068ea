import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { read } from '../../support/idea.ts'

const list =
  '### Kubernetes\n\n#### One\n\n- Description: text\n- Mentors: Ann (@ann)\n\n#### One\n\n- Description: text\n- Mentors: Ann (@ann)\n'
const entries = (toc: string) =>
  read(`${toc}\n${list}`).toc?.entries.map(({ text, anchor, depth, bullet }) => [text, anchor, depth, bullet]) ?? null

test('readToc: a table of contents is found between marks, under a heading that says so, or by its looks', () => {
  const two = [
    ['Kubernetes', 'kubernetes', 0, '*'],
    ['One', 'one', 1, '*'],
  ]
  assert.deepEqual(entries('<!-- TOC -->\n* [Kubernetes](#kubernetes)\n  * [One](#one)\n<!-- TOC -->\n'), two)
  assert.deepEqual(entries('## Table of Contents\n\n* [Kubernetes](#kubernetes)\n  * [One](#one)\n'), two)
  assert.deepEqual(entries('## Ideas\n\n* [Kubernetes](#kubernetes)\n  * [One](#one)\n  * [One](#one-1)\n'), [
    ...two,
    ['One', 'one-1', 1, '*'],
  ])
})

test('readToc: other lists are none', () => {
  assert.equal(entries('## Links\n\n- [A](https://example.org)\n- [B](./2024.md)\n- [C](#one)\n'), null)
  assert.equal(entries('## Links\n\n- [A](#one)\n- text\n'), null)
})

test('readToc: marks come before a title, and that before links alone; links to other parts of the page are no table', () => {
  const navigation = '# GSoC\n\n- [How to apply](#how-to-apply)\n- [Timeline](#timeline)\n- [Ideas](#ideas)\n\n'
  const anchors = (text: string) => entries(text)?.map(([, anchor]) => anchor) ?? null
  assert.equal(anchors(`${navigation}## Ideas\n`), null)
  assert.deepEqual(anchors(`${navigation}## Ideas\n\n<!-- TOC -->\n* [Kubernetes](#kubernetes)\n<!-- TOC -->\n`), ['kubernetes'])
  assert.deepEqual(anchors(`${navigation}<!-- TOC -->\n* [Kubernetes](#kubernetes)\n<!-- TOC -->\n`), ['kubernetes'])
  assert.deepEqual(anchors(`${navigation}**Contents**\n\n* [One](#one)\n`.replace('# GSoC', '## Pages')), [
    'how-to-apply',
    'timeline',
    'ideas',
    'one',
  ])
  assert.deepEqual(anchors(`${navigation}## Contents\n\n* [One](#one)\n`), ['one'])
  const links = '* [Kubernetes](#kubernetes)\n  * [One](#one)\n  * [Two](#one-1)\n'
  assert.deepEqual(anchors(`## Start\n\n- [A](#start)\n- [B](#b)\n- [One](#one)\n\n## Ideas\n\n${links}`), [
    'kubernetes',
    'one',
    'one-1',
  ])
})

test('readToc: a link after emphasis or a checkbox is an entry; items without a link are kept by their text', () => {
  assert.deepEqual(entries('## Contents\n\n- **[Kubernetes](#kubernetes)**\n  - [ ] [One](#one)\n  - [x] *[One](#one-1)*\n'), [
    ['Kubernetes', 'kubernetes', 0, '-'],
    ['One', 'one', 1, '-'],
    ['One', 'one-1', 1, '-'],
  ])
  const { toc } = read(
    `<!-- TOC -->\n- **Kubernetes:**\n- [Site](https://example.org)\n- see [One](#one)\n<!-- TOC -->\n\n${list}`,
  )
  assert.deepEqual(toc?.entries, [])
  assert.deepEqual(
    toc?.items.map(({ text }) => text),
    ['Kubernetes', 'Site', 'see One'],
  )
})

test('readToc: numbers, marks inside the text and escapes are read', () => {
  assert.deepEqual(entries('## Contents\n\n1. [**Kubernetes**](#kubernetes)\n    - [`One`](#one "title")\n'), [
    ['Kubernetes', 'kubernetes', 0, '1.'],
    ['One', 'one', 1, '-'],
  ])
})

test('readToc: entries have their position', () => {
  const text = `intro\n\n<!-- TOC -->\n- [Kubernetes](#kubernetes)\n  - [One](#one)\n<!-- /TOC -->\n\n${list}`
  const { toc } = read(text)
  const source = (span: { start: number; end: number }) => text.slice(toc!.at + span.start, toc!.at + span.end)
  assert.deepEqual(
    toc!.entries.map((entry) => [source(entry.span), source(entry.textSpan), source(entry.anchorSpan)]),
    [
      ['- [Kubernetes](#kubernetes)', 'Kubernetes', 'kubernetes'],
      ['- [One](#one)', 'One', 'one'],
    ],
  )
  assert.equal(source(toc!.span), '<!-- TOC -->\n- [Kubernetes](#kubernetes)\n  - [One](#one)\n<!-- /TOC -->')
})

test('readToc: anchors are those of GitHub, repeats numbered', () => {
  assert.deepEqual(
    read(`## C/C++ & *Go*: done?\n\n${list}`).headings.map(({ anchor }) => anchor),
    ['cc--go-done', 'kubernetes', 'one', 'one-1'],
  )
})

test('readToc: a list whose one project is its title has a table without marks if seven of ten ideas are in it, in order', () => {
  const idea = (title: string) => `## ${title}\n\n**Description**: ${title}.\n\n**Skills**: Go\n\n**Mentors**: Ann (@ann)\n\n`
  const ideas = ['Otters', 'Rivers', 'Fish', 'Keys', 'Lamps'].map(idea).join('')
  const count = (titles: readonly string[]) => {
    const links = titles.map((title) => `- [${title}](#${title.toLowerCase()})\n`).join('')
    const text = `# Ideas of 2026\n\n${links}\n${ideas}`
    return readIdeaFile(text, { path: 'docs/ideas.md', knowsProject: () => false }).toc?.entries.length ?? null
  }
  assert.equal(count(['Otters', 'Rivers', 'Fish', 'Keys']), 4)
  assert.equal(count(['Otters', 'Rivers', 'Keys']), null, 'a choice of ideas')
  assert.equal(count(['Keys', 'Otters', 'Fish', 'Rivers']), null, 'in another order')
})
