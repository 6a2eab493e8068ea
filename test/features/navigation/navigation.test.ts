import assert from 'node:assert/strict'
import { test } from 'node:test'
import { definitions } from '../../../server/src/features/navigation/definitions.ts'
import { headingSpan } from '../../../server/src/features/navigation/headingInFile.ts'
import { highlights } from '../../../server/src/features/navigation/highlights.ts'
import { references } from '../../../server/src/features/navigation/references.ts'
import { runSteps } from '../../../server/src/text/runSteps.ts'
import { withCursor } from '../../support/cursor.ts'
import { list } from '../../support/list.ts'
import { openOne, shown } from '../../support/workspaceLists.ts'

const newer = 'summerofcode/2026.md'
const older = 'summerofcode/2025.md'
const accepted = 'lfx-mentorship/2026/01 März/README.md'

/** A list of another year: some of the people, projects and skills of `list`, written otherwise. */
const other = `# Ideas of last year

Compare [the tide](./2026.md#show-the-tide), [the logs](2026.md "Logs"), [Harbor](<../summerofcode/2026.md#harbor>) and [none](./2026.md#nothing).
See [tide] or <a href="2026.md#show-the-tide">this</a>, not \`[x](2026.md#show-the-tide)\`. Ask @Ada-Fern, or @ada-fern-bot.

[tide]: ./2026.md#show-the-tide "Tide"

- [HARBOR](#harbor)
  - [Weigh the anchor](#weigh-the-anchor)

### HARBOR

#### Weigh the anchor

- Description: Her profile is https://github.com/Ada-Fern, her code is in https://github.com/ada-fern/anchors.
- Recommended Skills: golang, CSS 3
- Mentor(s):
  - Ada Fern-Moss ([@ada-fern](https://github.com/ada-fern), ada@example.org)
  - Gil Home (gil@example.org)
  - Gil Home (Gil@Example.org)
`

const terms = `### Harbor and Jaeger

#### Count what comes

- Description: Mirrors [the tide](../../../summerofcode/2026.md#show-the-tide).
- Recommended Skills: Go
- Mentor(s):
  - Bo Reed (@bo-reed, bo@example.org)
  - Ada (@ADA-fern)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`

const texts = { [newer]: list, [older]: other, [accepted]: terms }

function referencesAt(path: keyof typeof texts, place: string, includeDeclaration = true): readonly string[] {
  const { file, lists, offset } = openOne({ ...texts, [path]: withCursor(texts[path]!, place) })
  return runSteps(references(file, lists, offset, includeDeclaration)).map(({ uri, span }) => shown(lists, uri, span))
}

const ofTheTide = [
  `${newer}:   - [Show the tide](«#show-the-tide»)`,
  `${accepted}: - Description: Mirrors [the tide](«../../../summerofcode/2026.md#show-the-tide»).`,
  `${older}: Compare [the tide](«./2026.md#show-the-tide»), [the logs](2026.md "Logs"), [Harbor](<../summerofcode/2026.md#harbor>) and [none](./2026.md#nothing).`,
  `${older}: See [tide] or <a href="«2026.md#show-the-tide»">this</a>, not \`[x](2026.md#show-the-tide)\`. Ask @Ada-Fern, or @ada-fern-bot.`,
  `${older}: [tide]: «./2026.md#show-the-tide» "Tide"`,
]
const tide = `${newer}: «#### Show the tide»`

test('navigation: of an idea: its heading, and every link to it in any list, from the heading and from the table alike', () => {
  assert.deepEqual(new Set(referencesAt(newer, '#### Show $0the tide')), new Set([tide, ...ofTheTide]))
  assert.deepEqual(new Set(referencesAt(newer, '[Show$0 the tide]')), new Set([tide, ...ofTheTide]))
  assert.deepEqual(new Set(referencesAt(newer, '[Show the tide](#show$0-the')), new Set([tide, ...ofTheTide]))
  assert.deepEqual(new Set(referencesAt(newer, '#### Show $0the tide', false)), new Set(ofTheTide))
})

test('navigation: of a project: its headings in all lists under any of its names, and what links to them', () => {
  const elsewhere = [
    `${accepted}: «### Harbor and Jaeger»`,
    `${older}: «### HARBOR»`,
    `${older}: - [HARBOR](«#harbor»)`,
    `${older}: Compare [the tide](./2026.md#show-the-tide), [the logs](2026.md "Logs"), [Harbor](<«../summerofcode/2026.md#harbor»>) and [none](./2026.md#nothing).`,
    `${newer}: - [Harbor](«#harbor»)`,
  ]
  assert.deepEqual(new Set(referencesAt(newer, '### Har$0bor')), new Set([`${newer}: «### Harbor»`, ...elsewhere]))
  assert.deepEqual(new Set(referencesAt(newer, '### Har$0bor', false)), new Set(elsewhere))
})

test('navigation: of a mentor: entries and mentions of the handle, whatever its letter case, and nothing of others', () => {
  assert.deepEqual(referencesAt(newer, '- Ada F$0ern (@ada-fern'), [
    `${newer}:   - «Ada Fern (@ada-fern, ada@example.org) - primary»`,
    `${accepted}:   - «Ada (@ADA-fern)»`,
    `${older}: See [tide] or <a href="2026.md#show-the-tide">this</a>, not \`[x](2026.md#show-the-tide)\`. Ask @«Ada-Fern», or @ada-fern-bot.`,
    `${older}: - Description: Her profile is https://github.com/«Ada-Fern», her code is in https://github.com/ada-fern/anchors.`,
    `${older}:   - «Ada Fern-Moss ([@ada-fern](https://github.com/ada-fern), ada@example.org)»`,
  ])
})

test('navigation: of a mentor without a handle: the entries with the address', () => {
  assert.deepEqual(referencesAt(older, 'Gil Home (gil@ex$0ample'), [
    `${older}:   - «Gil Home (gil@example.org)»`,
    `${older}:   - «Gil Home (Gil@Example.org)»`,
  ])
})

test('navigation: of a skill: wherever an idea asks for it, under any of its names', () => {
  assert.deepEqual(referencesAt(newer, 'Skills: G$0o, TypeScript and CSS'), [
    `${newer}: - Recommended Skills: «Go», TypeScript and CSS`,
    `${accepted}: - Recommended Skills: «Go»`,
    `${older}: - Recommended Skills: «golang», CSS 3`,
  ])
})

test('navigation: of anything else: none', () => {
  for (const place of ['## How $0to apply', '- Descr$0iption: The', 'The lamp sh$0ows', '### Project n$0ame', '$0# Ideas for'])
    assert.deepEqual(referencesAt(newer, place), [], place)
})

/** Where a place leads; a file of which nothing is known as its URI. */
function definitionsAt(path: keyof typeof texts, place: string): readonly string[] {
  const { file, lists, offset } = openOne({ ...texts, [path]: withCursor(texts[path]!, place) })
  return definitions(file, lists, offset).map((found) =>
    found.kind === 'list' ? shown(lists, found.list.uri, found.span) : `${found.uri} ${found.anchor}`,
  )
}

test('navigation: an entry of the table leads to its idea or project, and those to their entry', () => {
  const entry = `${newer}:   - [«Show the tide»](#show-the-tide)`
  const heading = `${newer}: #### «Show the tide»`
  assert.deepEqual(definitionsAt(newer, '[Show$0 the tide]'), [heading])
  assert.deepEqual(definitionsAt(newer, '(#show$0-the-tide)'), [heading])
  assert.deepEqual(definitionsAt(newer, '  - $0[Show the tide]'), [heading])
  assert.deepEqual(definitionsAt(newer, '#### Show$0 the tide'), [entry])
  assert.deepEqual(definitionsAt(newer, '### Harb$0or'), [`${newer}: - [«Harbor»](#harbor)`])
  assert.deepEqual(definitionsAt(accepted, '### Harb$0or'), [])
})

test('navigation: a relative link leads to its list and heading, one to an unknown file to that file', () => {
  const heading = `${newer}: #### «Show the tide»`
  assert.deepEqual(definitionsAt(older, '(./2026.md#sh$0ow-the-tide)'), [heading])
  assert.deepEqual(definitionsAt(older, '[tide]: ./2026.md#sh$0ow'), [heading])
  assert.deepEqual(definitionsAt(older, '<../summer$0ofcode/2026.md#harbor>'), [`${newer}: ### «Harbor»`])
  assert.deepEqual(definitionsAt(older, '(2026$0.md "Logs")'), [`${newer}: «»# Ideas for the summer`])
  assert.deepEqual(definitionsAt(older, '(./2026.md#noth$0ing)'), [`${newer}: «»# Ideas for the summer`])
  const away = `${list}\n[a](../a%20b/notes.md#x), [b](#none), [c](https://example.org/a.md), [d](mailto:a@b.c), [e](picture.png)\n`
  const at = (place: string): readonly string[] => {
    const { file, lists, offset } = openOne({ [newer]: withCursor(away, place) })
    return definitions(file, lists, offset).map((found) => (found.kind === 'file' ? `${found.uri} ${found.anchor}` : '?'))
  }
  assert.deepEqual(at('notes$0.md'), ['file:///w/programs/a%20b/notes.md x'])
  for (const place of ['#no$0ne', 'org/a$0.md', 'mailto:a$0@b', 'pic$0ture.png']) assert.deepEqual(at(place), [], place)
})

test('navigation: in a file that is not a list a heading is found by its anchor, else its start', () => {
  const text = '\ufeffNotes\n=====\n\n## One\n\n## One\n\n```\n## One\n```\n\n## Ünder *it*\n'
  const at = (anchor: string | null): string => {
    const { start, end } = headingSpan(text, anchor)
    return `${text.slice(0, start).split('\n').length} ${text.slice(start, end)}`
  }
  assert.deepEqual(['notes', 'one', 'one-1', 'one-2', '%C3%BCnder-it', null].map(at), [
    '1 Notes',
    '4 One',
    '6 One',
    '1 ',
    '12 Ünder *it*',
    '1 ',
  ])
})

function highlightsAt(path: keyof typeof texts, place: string): readonly string[] {
  const { file, lists, offset } = openOne({ [path]: withCursor(texts[path]!, place) })
  return highlights(file, lists, offset).map(
    ({ span, declares }) => `${declares ? '! ' : ''}${shown(lists, lists.own.uri, span).slice(path.length + 2)}`,
  )
}

test('navigation: lights up a heading with its entry, and mentors and skills of this list', () => {
  const both = ['! #### «Show the tide»', '  - [«Show the tide»](#show-the-tide)']
  assert.deepEqual(highlightsAt(newer, '#### Show$0 the tide'), both)
  assert.deepEqual(highlightsAt(newer, '[Show$0 the tide]'), both)
  assert.deepEqual(highlightsAt(older, 'golan$0g'), ['- Recommended Skills: «golang», CSS 3'])
  assert.deepEqual(highlightsAt(older, '(gil@ex$0ample.org'), [
    '  - «Gil Home (gil@example.org)»',
    '  - «Gil Home (Gil@Example.org)»',
  ])
  assert.deepEqual(highlightsAt(newer, 'The lamp sh$0ows'), [])
})
