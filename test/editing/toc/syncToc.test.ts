import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SyncOptions, syncToc } from '../../../server/src/editing/toc/syncToc.ts'
import { applyEdits, type Edit } from '../../../server/src/text/edits.ts'
import { read } from '../../support/checkRule.ts'

const path = 'programs/summerofcode/2022.md'

const idea = (title: string): string => `##### ${title}\n\n- Description: It should.\n- Mentor(s): Ada Example (@ada)\n\n`

const body = (projects: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(projects)
    .map(([project, ideas]) => `#### ${project}\n\n${ideas.map(idea).join('')}`)
    .join('')

const list = body({ etcd: ['Cache', 'Compact'], Harbor: ['Sign'] })

const edits = (text: string, options: SyncOptions = {}): readonly Edit[] => syncToc(read(text, path), options)

/** The table after the sync, in LF and in CRLF; a second sync must find nothing. */
function checkSync(toc: string, synced: string, headings = list, options: SyncOptions = {}): void {
  const whole = (table: string): string => `## Ideas\n\n${table}\n${headings}`
  for (const ends of [(text: string) => text, (text: string) => text.replaceAll('\n', '\r\n')]) {
    const text = ends(whole(toc))
    const after = applyEdits(text, edits(text, options))
    assert.equal(after, ends(whole(synced)))
    assert.deepEqual(edits(after, options), [])
  }
}

const good = `<!-- TOC -->
* [etcd](#etcd)
  * [Cache](#cache)
  * [Compact](#compact)
* [Harbor](#harbor)
  * [Sign](#sign)
<!-- TOC -->
`

test('syncToc: a table in order gets no edit', () => {
  for (const toc of [good, good.replaceAll('*', '-'), good.replaceAll('  *', '    +'), good.replaceAll('  *', '\t-')]) {
    assert.deepEqual(edits(`## Ideas\n\n${toc}\n${list}`), [])
  }
})

test('syncToc: texts and anchors are fixed in place, and nothing else is changed', () => {
  const text = `## Ideas\n\n${good.replace('[Cache]', '[Caches]').replace('#harbor', '#harbour')}\n${list}`
  assert.deepEqual(
    edits(text).map(({ span, newText }) => [text.slice(span.start, span.end), newText]),
    [
      ['Caches', 'Cache'],
      ['harbour', 'harbor'],
    ],
  )
})

const three = `### Harbor\n\n${['Sign copies', 'Copy it', 'Sign it'].map((title) => `#### ${title}\n\n- Description: x\n- Mentor(s): Ada Fern (@ada)\n`).join('\n')}`
const tangled: readonly (readonly [string, string])[] = [
  [
    '  - [Sign](#sign-it) (a second mentor is sought)\n- Harbor\n',
    '- Harbor\n  - [Sign copies](#sign-copies)\n  - [Copy it](#copy-it)\n  - [Sign it](#sign-it) (a second mentor is sought)\n',
  ],
  [
    '  - [Sign](#sign-it) (a second mentor is sought)\n- Harbor\n- \n',
    '- Harbor\n  - [Sign copies](#sign-copies)\n  - [Copy it](#copy-it)\n  - [Sign it](#sign-it) (a second mentor is sought)\n- \n',
  ],
]

for (const [table, synced] of tangled) {
  test(`syncToc: rows that are out of order next to new ones move at once: ${JSON.stringify(table)}`, () => {
    const whole = (rows: string): string => `## Table of Contents\n\n${rows}\n${three}`
    const after = applyEdits(whole(table), edits(whole(table)))
    assert.equal(after, whole(synced))
    assert.deepEqual(edits(after), [])
  })
}

for (const line of [
  '* [etcd](#etcd)\n',
  '  * [Cache](#cache)\n',
  '  * [Compact](#compact)\n',
  '* [Harbor](#harbor)\n',
  '  * [Sign](#sign)\n',
]) {
  test(`syncToc: an absent entry comes to its place: ${line.trim()}`, () => checkSync(good.replace(line, ''), good))
}

test('syncToc: a new entry has the bullet, the indentation and the spaces of its siblings', () => {
  for (const style of [
    (toc: string) => toc.replaceAll('  *', '\t-'),
    (toc: string) => toc.replaceAll('  *', '    +').replaceAll('* ', '*   '),
    (toc: string) => toc.replaceAll('  *', '*'),
    (toc: string) => toc.replaceAll('\n*', '\n\n*'),
  ]) {
    checkSync(style(good.replace('  * [Compact](#compact)\n', '')), style(good))
  }
})

test('syncToc: a whole project comes with its ideas', () =>
  checkSync(good.replace('* [etcd](#etcd)\n  * [Cache](#cache)\n  * [Compact](#compact)\n', ''), good))

test('syncToc: an entry too few is added only where the template asks for a table, or a person does', () => {
  const toc = good.replace('  * [Sign](#sign)\n', '')
  checkSync(toc, toc, list, { add: false })
})

test('syncToc: entries are put into the order of the headings, each with what is below it', () => {
  checkSync(
    `<!-- TOC -->
* [Harbor](#harbor)
  * [Sign](#sign)
* [etcd](#etcd)
  * [Compact](#compact)
  * [Cache](#cache)
<!-- TOC -->
`,
    good,
  )
})

test('syncToc: an idea under the wrong project goes to its own', () =>
  checkSync(
    `<!-- TOC -->
* [etcd](#etcd)
  * [Cache](#cache)
* [Harbor](#harbor)
  * [Sign](#sign)
  * [Compact](#compact)
<!-- TOC -->
`,
    good,
  ))

test('syncToc: a flat table stays flat', () => {
  const flat = good.replaceAll('  *', '*')
  checkSync(
    `<!-- TOC -->
* [Harbor](#harbor)
* [Sign](#sign)
* [Cache](#cache)
<!-- TOC -->
`,
    flat,
  )
})

test('syncToc: other entries of the table stay where they are', () =>
  checkSync(
    `<!-- TOC -->
* [Ideas](#ideas)
* [Harbor](#harbor)
  * see [the site](https://goharbor.io)
* plain words
* [etcd](#etcd)
  * [Compact](#compact)
  * [Gone](#gone)
  * [Cache](#cache)
* [Elsewhere](#elsewhere)
<!-- TOC -->
`,
    `<!-- TOC -->
* [Ideas](#ideas)
* [etcd](#etcd)
  * [Cache](#cache)
  * [Gone](#gone)
  * [Compact](#compact)
* plain words
* [Harbor](#harbor)
  * [Sign](#sign)
  * see [the site](https://goharbor.io)
* [Elsewhere](#elsewhere)
<!-- TOC -->
`,
  ))

test('syncToc: repeated titles get one entry and one anchor each', () => {
  const headings = body({ etcd: ['Tests'], Harbor: ['Tests'] })
  const synced = `<!-- TOC -->
* [etcd](#etcd)
  * [Tests](#tests)
* [Harbor](#harbor)
  * [Tests](#tests-1)
<!-- TOC -->
`
  checkSync(synced.replace('#tests-1', '#tests'), synced, headings)
  checkSync(synced.replace('  * [Tests](#tests-1)\n', ''), synced, headings)
})

test('syncToc: a text with marks, links and brackets is written so that it reads the same', () => {
  const headings = body({
    etcd: ['Use `get [x]` *now*', '[Linked](https://example.org) \\[draft\\]', 'a_b & <b>c</b>', 'ends with \\'],
  })
  const toc = '<!-- TOC -->\n* [etcd](#etcd)\n<!-- TOC -->\n'
  const text = `## Ideas\n\n${toc}\n${headings}`
  const after = applyEdits(text, edits(text))
  const file = read(after, path)
  assert.deepEqual(
    file.toc?.entries.map((entry) => entry.text),
    file.projects.flatMap(({ name, ideas }) => [name, ...ideas.map((one) => one.idea.heading?.text)]),
  )
  assert.deepEqual(edits(after), [])
})

test('syncToc: numbers are counted on', () =>
  checkSync(
    '## Contents\n\n1. [etcd](#etcd)\n   1. [Compact](#compact)\n2. [Harbor](#harbor)\n   1. [Sign](#sign)\n',
    '## Contents\n\n1. [etcd](#etcd)\n   1. [Cache](#cache)\n   2. [Compact](#compact)\n2. [Harbor](#harbor)\n   1. [Sign](#sign)\n',
  ))

test('syncToc: right below its parent an item begins with 1: with another number Markdown would read no item', () =>
  checkSync(
    '## Contents\n\n1. [etcd](#etcd)\n   1. [All](#ideas)\n   2. [Compact](#compact)\n   2. [More](#ideas)\n2. [Harbor](#harbor)\n   1. [Sign](#sign)\n',
    '## Contents\n\n1. [etcd](#etcd)\n   1. [Cache](#cache)\n   1. [All](#ideas)\n   2. [Compact](#compact)\n   2. [More](#ideas)\n2. [Harbor](#harbor)\n   1. [Sign](#sign)\n',
  ))

test('syncToc: what another link of a line, or a line above the items, lists is not listed once more', () => {
  for (const toc of [
    '## Contents\n\n* [etcd](#etcd): [Cache](#cache), [Compact](#compact)\n* [Harbor](#harbor): [Sign](#sign)\n',
    '## Contents\n\n**etcd**\n\n* [Cache](#cache)\n* [Compact](#compact)\n\n**Harbor**\n\n* [Sign](#sign)\n',
    '## Contents\n\n[etcd](#etcd)\n\n* [Cache](#cache)\n* [Compact](#compact)\n\n[Harbor](#harbor)\n\n* [Sign](#sign)\n',
    '## Contents\n\n* [etcd][e]\n* [Cache](#cache)\n* [Compact](#compact)\n* [Harbor](#harbor)\n* [Sign](#sign)\n\n[e]: #etcd\n',
  ])
    checkSync(toc, toc)
})

test('syncToc: two links, one below the other, are a table', () =>
  checkSync('* [etcd](#etcd)\n  * [Cache](#cash)\n', '* [etcd](#etcd)\n  * [Cache](#cache)\n', body({ etcd: ['Cache'] })))

test('syncToc: a number that grows takes along what is below it', () => {
  const names = Array.from({ length: 10 }, (_, index) => `P${index}`)
  const headings = names.map((name) => body({ [name]: [`Idea of ${name}`] })).join('')
  const toc = (all: readonly string[]): string =>
    `## Contents\n\n${all.map((name, index) => `${index + 1}. [${name}](#${name.toLowerCase()})\n${index > 8 ? ' ' : ''}   - [Idea of ${name}](#idea-of-${name.toLowerCase()})\n`).join('')}`
  checkSync(toc(names.slice(1)), toc(names), headings)
})

test('syncToc: items that share a line are not moved, but fixed', () => {
  const toc = '<!-- TOC -->\n* * [Harbor](#harbour)\n* [etcd](#etcd)\n<!-- TOC -->\n'
  checkSync(toc, toc.replace('#harbour', '#harbor'))
})

test('syncToc: anchors set by hand and links to the file’s other headings stay', () => {
  const toc = good.replace('#harbor', '#by-hand').replace('* [etcd]', '* [Ideas, all of them](#ideas)\n* [etcd]')
  checkSync(toc, toc, `<a name="by-hand"></a>\n\n${list}`)
})

test('syncToc: a table at the end of the file without a line end', () => {
  const text = `${list}## Contents\n\n* [etcd](#etcd)\n  * [Cache](#cache)\n  * [Compact](#compact)`
  assert.equal(applyEdits(text, edits(text)), `${text}\n* [Harbor](#harbor)\n  * [Sign](#sign)`)
})

test('syncToc: of two equal entries the one in its place is the heading’s; the other one stays as it is', () => {
  const table = `<!-- TOC -->
* [Sign](#sign)
* [etcd](#etcd)
  * [Cache](#cache)
  * [Compact](#compact)
* [Harbor](#harbor)
  * [Sign](#sign)
<!-- TOC -->
`
  checkSync(table, table)
})

test('syncToc: of equal entries the one that is out of place is taken for the heading that has none', () => {
  checkSync(
    `<!-- TOC -->
* [etcd](#etcd)
  * [Docs](#docs-1)
* [Docs](#harbor)
  * [Docs](#docs-1)
<!-- TOC -->
`,
    `<!-- TOC -->
* [etcd](#etcd)
  * [Docs](#docs)
* [Harbor](#harbor)
  * [Docs](#docs-1)
<!-- TOC -->
`,
    body({ etcd: ['Docs'], Harbor: ['Docs'] }),
  )
})

test('syncToc: a new entry is indented to the text of its parent, however wide the parent’s bullet is', () => {
  checkSync(
    good.replaceAll('* [', '*   [').replaceAll(/ {2}\* {3}.*\n/g, ''),
    good.replaceAll('* [', '*   [').replaceAll(/^ {2}\*/gm, '    *'),
  )
  checkSync(
    `<!-- TOC -->
*   [etcd](#etcd)
    * [Cache](#cache)
    * [Compact](#compact)
   - [Harbor](#harbor)
<!-- TOC -->
`,
    `<!-- TOC -->
*   [etcd](#etcd)
    * [Cache](#cache)
    * [Compact](#compact)
   - [Harbor](#harbor)
     * [Sign](#sign)
<!-- TOC -->
`,
  )
})

test('syncToc: a backtick of a heading does not pair with one after its link', () =>
  checkSync(
    '<!-- TOC -->\n* [etcd](#etcd)\n  * [Cache`](#cache)`\n<!-- TOC -->\n',
    '<!-- TOC -->\n* [etcd](#etcd)\n  * [Cache\\`](#cache)`\n<!-- TOC -->\n',
    body({ etcd: ['Cache`'] }),
  ))

test('syncToc: a table between marks below the fields of the last idea is kept in sync, and nothing else is changed', () => {
  const text = (rows: string): string =>
    `## Ideas\n\n${list}<!-- toc -->\n\n${rows}\n<!-- tocstop -->\n\nWords after the table.\n`
  const rows = '- [etcd](#etcd)\n  - [Cache](#cache)\n  - [Compact](#compact)\n- [Harbor](#harbor)\n'
  const synced = text(`${rows}  - [Sign](#sign)\n`)
  for (const stale of [text(rows), text(`${rows.replace('(#cache)', '(#cash)')}  - [Sign](#sign)\n`)]) {
    const after = applyEdits(stale, edits(stale, { add: true }))
    assert.equal(after, synced)
    assert.deepEqual(edits(after, { add: true }), [])
  }
})
