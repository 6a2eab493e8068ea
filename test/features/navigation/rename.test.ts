import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prepareRename, rename } from '../../../server/src/features/navigation/rename.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { runSteps } from '../../../server/src/text/runSteps.ts'
import { openOne, pathOf, read } from '../../support/workspaceLists.ts'

const newer = 'summerofcode/2026.md'
const older = 'summerofcode/2025.md'

type Texts = Readonly<Record<string, string>>

/** Renames the symbol at `$0`: the texts after it, or the refusal; null if there is nothing to rename. */
function renamed(texts: Texts, name: string): Texts | string | null {
  const { file, lists, offset } = openOne(texts)
  const path = pathOf(lists.own.uri)
  const answer = runSteps(rename(file, { ...lists, pages: [] }, offset, name, (text) => read(path, text)))
  if (answer === null || answer.refusal !== null) return answer?.refusal ?? null
  const plain = Object.entries(texts).map(([each, text]): [string, string] => [each, text.replace('$0', '')])
  const edits = new Map(answer.changes.map((change) => [pathOf(change.list.uri), change.edits]))
  return Object.fromEntries(plain.map(([each, text]) => [each, applyEdits(text, edits.get(each) ?? [])]))
}

/** Holds the whole texts after a rename against what they are to be. */
function checkRename(texts: Texts, name: string, expected: Texts): void {
  assert.deepEqual(renamed(texts, name), expected)
}

/** What an editor shows as the name to be changed, with its place in `«»`; null where there is nothing to rename. */
function offered(text: string): string | null {
  const { file, lists, offset } = openOne({ [newer]: text })
  const renaming = prepareRename(file, lists, offset)
  if (renaming === null) return null
  const { start, end } = renaming.span
  const line = `${file.text.slice(0, start)}«${file.text.slice(start, end)}»${file.text.slice(end)}`
  return `${renaming.kind} ${renaming.name}: ${line.split(/\r?\n/).find((each) => each.includes('«'))}`
}

const idea = (mentors = '- Ada Fern (@ada-fern, ada@example.org)'): string =>
  `- Description: All of it. See [above](#show-the-tide).\n- Mentor(s):\n  ${mentors}\n`

test('rename: an idea: heading, entry and anchor, and every link to it in any list', () => {
  const text = (marked: string, title: string, anchor: string): string =>
    `## Contents\n\n- [Harbor](#harbor)\n  - [${title}](#${anchor} "Tide")\n\n### Harbor\n\n#### ${marked}\n\n${idea().replace('show-the-tide', anchor)}`
  const other = (anchor: string): string =>
    `See <a href="./2026.md#${anchor}">it</a>, [here](./2026.md#user-content-${anchor}), [there](<2026.md#${anchor}>) and [not](#show-the-tide).\n\n[tide]: 2026.md#${anchor}\n\n### Harbor\n\n#### Show the tides\n\n${idea('- Bo (@bo)').replace('#show', './2026.md#harbor#show')}`
  checkRename(
    { [newer]: text('Show $0the tide', 'Show the tide', 'show-the-tide'), [older]: other('show-the-tide') },
    ' Draw *the* tide 🌊 ',
    {
      [newer]: text('Draw *the* tide 🌊', 'Draw *the* tide 🌊', 'draw-the-tide-'),
      [older]: other('draw-the-tide-'),
    },
  )
})

test('rename: from the table of contents, in a list with CRLF, a byte-order mark and a heading under a line', () => {
  const text = (marked: string, title: string, anchor: string): string =>
    `\ufeff- [Harbor](#harbor)\n\t* [${marked}](#${anchor})\n- [x](#x)\n\nHarbor\n======\n\n${title}\n-----\n\n${idea().replace('show-the-tide', anchor)}`.replaceAll(
      '\n',
      '\r\n',
    )
  checkRename({ [newer]: text('Show $0the tide', 'Show the tide', 'show-the-tide') }, 'Ebb & flow', {
    [newer]: text('Ebb & flow', 'Ebb & flow', 'ebb--flow'),
  })
})

test('rename: an entry with words of its own keeps them, and a text with brackets is escaped in the table', () => {
  const text = (marked: string, anchor: string, entry: string): string =>
    `- [Harbor](#harbor)\n  - [The tide, in short](#${anchor})\n  - [${entry}](#read)\n\n### Harbor\n\n#### ${marked}\n\n${idea().replace('show-the-tide', anchor)}\n#### Read\n\n${idea('- Bo (@bo)').replace('show-the-tide', anchor)}`
  checkRename({ [newer]: text('Show the ti$0de', 'show-the-tide', 'Read') }, 'Draw it', {
    [newer]: text('Draw it', 'draw-it', 'Read'),
  })
  const brackets = (marked: string, entry: string, anchor: string): string =>
    `## Contents\n\n- [Harbor](#harbor)\n  - [${entry}](#${anchor})\n\n### Harbor\n\n#### ${marked}\n\n${idea()}`
  checkRename({ [newer]: brackets('Read $0it', 'Read it', 'read-it') }, 'Read [RFC 1](https://example.org)', {
    [newer]: brackets('Read [RFC 1](https://example.org)', 'Read RFC 1', 'read-rfc-1'),
  })
})

/** Three equal headings; `anchors` are what their entries and another list's links lead to. */
const equal = (titles: readonly string[], anchors: readonly string[]): Texts => ({
  [newer]: `${titles.map((title, at) => `- [${title.replace('$0', '')}](#${anchors[at]})`).join('\n')}\n\n### Harbor\n\n${titles.map((title) => `#### ${title}\n\n- Description: All of it.\n- Mentor(s):\n  - Ada (@ada)\n`).join('\n')}`,
  [older]: `${anchors.map((anchor) => `[a](2026.md#${anchor})`).join(' ')}\n\n### Harbor\n\n#### One\n\n${idea('- Bo (@bo)')}`,
})

test('rename: a link that says the heading to the letter says the new one, in any list and outside a table of contents', () => {
  const text = (marked: string, title: string, anchor: string): string =>
    `See [${title}](#${anchor}), [show the tide](#${anchor}) and [Show the tide](#harbor).\n\n### Harbor\n\n#### ${marked}\n\n${idea().replace('show-the-tide', anchor)}`
  const other = (title: string, anchor: string): string =>
    `[${title}](2026.md#${anchor}) and [Show the tide](#show-the-tide)\n\n### Harbor\n\n#### Show the tide\n\n${idea('- Bo (@bo)')}`
  checkRename(
    { [newer]: text('Show $0the tide', 'Show the tide', 'show-the-tide'), [older]: other('Show the tide', 'show-the-tide') },
    'Draw it',
    { [newer]: text('Draw it', 'Draw it', 'draw-it'), [older]: other('Draw it', 'draw-it') },
  )
})

test('rename: the remaining equal headings are renumbered, and the links to them follow', () => {
  checkRename(
    equal(['$0Sign', 'Sign', 'Sign'], ['sign', 'sign-1', 'sign-2']),
    'Seal',
    equal(['Seal', 'Sign', 'Sign'], ['seal', 'sign', 'sign-1']),
  )
  checkRename(
    equal(['Sign', 'Si$0gn', 'Sign'], ['sign', 'sign-1', 'sign-2']),
    'Seal',
    equal(['Sign', 'Seal', 'Sign'], ['sign', 'seal', 'sign-1']),
  )
  checkRename(
    equal(['Sea$0l', 'Sign', 'Sign'], ['seal', 'sign', 'sign-1']),
    'Sign',
    equal(['Sign', 'Sign', 'Sign'], ['sign', 'sign-1', 'sign-2']),
  )
  checkRename(
    equal(['Sea$0l', 'Sign', 'Sign'], ['seal', 'sign', 'sign-1']),
    'Sign 1',
    equal(['Sign 1', 'Sign', 'Sign'], ['sign-1', 'sign', 'sign-2']),
  )
})

test('rename: a project, and of two of the same name the one that is meant', () => {
  const text = (first: string, second: string, anchors: readonly [string, string]): string =>
    `- [${first.replace('$0', '')}](#${anchors[0]})\n- [${second.replace('$0', '')}](#${anchors[1]})\n- [One](#one)\n\n### ${first}\n\n#### One\n\n${idea()}\n### ${second}\n\n#### Two\n\n${idea('- Bo (@bo)')}`
  checkRename({ [newer]: text('Har$0bor', 'Jaeger', ['harbor', 'jaeger']) }, 'Thanos', {
    [newer]: text('Thanos', 'Jaeger', ['thanos', 'jaeger']),
  })
  checkRename({ [newer]: text('Harbor', 'Har$0bor', ['harbor', 'harbor-1']) }, 'Thanos', {
    [newer]: text('Harbor', 'Thanos', ['harbor', 'thanos']),
  })
})

test('rename: a handle: in every entry, mention and profile, and in nothing that is another', () => {
  const text = (handle: string, marked = handle): string =>
    `### Harbor\n\n#### One\n\n- Description: Ask @${handle}, not @ada-fern-bot or ada-fern@example.org; see https://github.com/${handle} and https://github.com/ada-fern/code.\n- Mentor(s):\n  - Ada Fern (@${marked}, ada-fern@example.org)\n  - [ada-fern](https://github.com/${handle})\n  - Ada (@@${handle})\n`
  const other = (handle: string): string =>
    `### Harbor\n\n#### One\n\n- Description: All.\n- Mentor(s): Ada Fern (${handle}, ada@example.org), Bo (@bo)\n`
  checkRename({ [newer]: text('ada-fern', 'ada$0-fern'), [older]: other('ada-fern') }, '@fern2', {
    [newer]: text('fern2'),
    [older]: other('fern2'),
  })
})

test('rename: an address: wherever it is written', () => {
  const text = (address: string, marked = address): string =>
    `### Harbor\n\n#### One\n\n- Description: Write to <${address}>, not to x.ada@example.org or ada@example.org.uk.\n- Mentor(s):\n  - Ada Fern (@ada, ${marked})\n  - Ada ([mail](mailto:${address}))\n`
  checkRename({ [newer]: text('ada@example.org', 'ada@exa$0mple.org'), [older]: text('ada@example.org') }, 'fern@example.com', {
    [newer]: text('fern@example.com'),
    [older]: text('fern@example.com'),
  })
})

test('rename: the same name changes nothing', () => {
  const text = `- [Sign](#sign)\n- [x](#a)\n- [y](#b)\n\n### Harbor\n\n#### Sign$0\n\n${idea()}`
  checkRename({ [newer]: text }, 'Sign', { [newer]: text.replace('$0', '') })
})

test('rename: prepareRename answers the range and the text', () => {
  const text = `- [Harbor](#harbor)\n  - [\`Sign\` it](#sign-it)\n- [a](#b)\n\n### Harbor\n\n#### \`Sign\` it ####\n\n${idea('- Ada Fern (@@ada-fern, ada@example.org)')}\n## Notes\n\nText.\n`
  const at = (place: string): string | null => offered(text.replace(place.replace('$0', ''), () => place))
  assert.equal(at('#### `Si$0gn`'), 'heading `Sign` it: #### «`Sign` it» ####')
  assert.equal(at('$0#### `Sign'), 'heading `Sign` it: #### «`Sign` it» ####')
  assert.equal(at('[`Si$0gn` it]'), 'heading `Sign` it:   - [«`Sign` it»](#sign-it)')
  assert.equal(at('(#sign$0-it)'), 'heading `Sign` it:   - [`Sign` it](#«sign-it»)')
  assert.equal(at('See [ab$0ove]'), null)
  assert.equal(
    offered('See [a$0bove](#sign).\n\n### Harbor\n\n#### Sign\n\n- Description: a\n- Mentor(s): Bo (@bo)\n'),
    'heading Sign: See [«above»](#sign).',
  )
  assert.equal(at('### Harbor$0\n'), 'heading Harbor: ### «Harbor»')
  assert.equal(at('@@ada$0-fern'), 'handle ada-fern:   - Ada Fern (@@«ada-fern», ada@example.org)')
  assert.equal(at('ada@$0example'), 'address ada@example.org:   - Ada Fern (@@ada-fern, «ada@example.org»)')
  assert.equal(at('Ada$0 Fern'), 'name Ada Fern:   - «Ada Fern» (@@ada-fern, ada@example.org)')
  for (const place of ['Descr$0iption', 'All o$0f', '[a$0](#b)', '## No$0tes', 'Tex$0t']) assert.equal(at(place), null, place)
})

const refusals: readonly (readonly [string, string, string])[] = [
  ['#### Si$0gn', ' ', 'A heading cannot be empty.'],
  ['### Har$0bor', '', 'A heading cannot be empty.'],
  ['#### Si$0gn', 'a\nb', 'A heading must be a single line.'],
  ['#### Si$0gn', '🔔', '"🔔" contains no letters or digits, so no link could point to it.'],
  ['#### Si$0gn', 'C #', '"C #" contains Markdown that would change the heading.'],
  ['#### Si$0gn', '#', '"#" contains Markdown that would change the heading.'],
  ['@ad$0a', 'a b', '"a b" is not a valid GitHub handle. Handles have up to 39 letters, digits and single hyphens.'],
  ['@ad$0a', '-a', '"-a" is not a valid GitHub handle. Handles have up to 39 letters, digits and single hyphens.'],
  ['ada@exa$0mple', 'ada AT example', '"ada AT example" is not a valid email address.'],
]

test('rename: a name that cannot be is refused with a sentence', () => {
  const text = '### Harbor\n\n#### Sign\n\n- Description: All.\n- Mentor(s):\n  - Ada (@ada, ada@example.org)\n'
  for (const [place, name, sentence] of refusals)
    assert.equal(renamed({ [newer]: text.replace(place.replace('$0', ''), () => place) }, name), sentence, name)
  const underlined = 'Harbor\n===\n\nSi$0gn\n---\n\n- Description: All.\n- Mentor(s):\n  - Ada (@ada)\n'
  assert.equal(renamed({ [newer]: underlined }, '- Sign'), 'Named "- Sign", this would no longer be recognized as an idea.')
  assert.equal(renamed({ [newer]: underlined }, '```'), 'Named "```", this would no longer be recognized as an idea.')
})

test('rename: a place next to another name is doubtful, all others with the handle are not', () => {
  const at = (mentors: string): string => `### Harbor\n\n#### Show the tide\n\n${idea(mentors)}`
  const { file, lists, offset } = openOne({
    [newer]: at('- Ada Fern (@ada$0-fern, ada@example.org)\n  - Zed Pond (@ada-fern)'),
    [older]: at('- A. Fern (@Ada-Fern)\n  - Bo Reed (@bo-reed)\n\nAsk @ada-fern.'),
  })
  const answer = runSteps(rename(file, { ...lists, pages: [] }, offset, 'fern', (text) => read(newer, text)))
  assert.ok(answer !== null && answer.refusal === null)
  const edits = answer.changes.flatMap(({ list, edits: all }) => all.map((edit) => ({ list, edit })))
  const lineAround = (text: string, start: number): string =>
    text.slice(text.lastIndexOf('\n', start) + 1, text.indexOf('\n', start))
  const shown = edits.map(({ list, edit }) => `${lineAround(list.text, edit.span.start).trim()}${edit.isDoubtful ? ' ?' : ''}`)
  assert.deepEqual(shown, [
    '- Ada Fern (@ada-fern, ada@example.org)',
    '- Zed Pond (@ada-fern) ?',
    '- A. Fern (@Ada-Fern)',
    'Ask @ada-fern.',
  ])
})

const ideaPage = (title: string, heading: string): string =>
  `---\ntitle: ${title}\nsize: 175h\ndifficulty: hard\nmentors:\n  - Mia Stone (@mia)\nskills: [Go, SQL]\n---\n\n# ${heading}\n\nIt is slow.\n\n## Expected outcomes\n\n- It turns\n`
const page = 'ideas/lamp.md'

test('rename: a title in front matter and the heading that repeats it change together, from both', () => {
  const cases: readonly (readonly [from: string, name: string, title: string])[] = [
    ['Turn the lamp', 'Dim the lamp', 'Dim the lamp'],
    ['"Turn the lamp"', 'Say "on"', '"Say \\"on\\""'],
    ["'Turn the lamp' # of all", "Leo's lamp", "'Leo''s lamp' # of all"],
    ['Turn the lamp', 'Lamp: on # off', '"Lamp: on # off"'],
  ]
  for (const [from, name, title] of cases) {
    const expected = ideaPage(title, name)
    for (const text of [ideaPage(from.replace('the', 't$0he'), 'Turn the lamp'), ideaPage(from, 'Turn $0the lamp')])
      checkRename({ [page]: text }, name, { [page]: expected })
    const windows = (text: string): string => text.replaceAll('\n', '\r\n')
    checkRename({ [page]: windows(ideaPage(from, 'Turn the lamp$0')) }, name, { [page]: windows(expected) })
  }
  const other =
    'See [it](lamp.md#turn-the-lamp).\n\n### Harbor\n\n#### Show the tides\n\n- Mentor(s):\n  - Bo (@bo)\n- Description: x\n'
  assert.deepEqual(renamed({ [page]: ideaPage('Turn the lamp', 'Turn $0the lamp'), 'ideas/2025.md': other }, 'Dim it'), {
    [page]: ideaPage('Dim it', 'Dim it'),
    'ideas/2025.md': other.replace('turn-the-lamp', 'dim-it'),
  })
})

test('rename: a title in front matter and another heading are two names', () => {
  checkRename({ [page]: ideaPage('Turn$0 the lamp', 'About') }, 'Dim', { [page]: ideaPage('Dim', 'About') })
  assert.equal(renamed({ [page]: ideaPage('Turn the lamp', 'Ab$0out') }, 'Dim'), null)
  assert.equal(renamed({ [page]: ideaPage('Turn$0 the lamp', 'Turn the lamp') }, ' '), 'A heading cannot be empty.')
})

test('rename: the mark before a handle is the handle', () => {
  for (const mentors of [
    '- Ada Fern ($0@ada-fern, ada@example.org)',
    '- Ada Fern ($0[@ada-fern](https://github.com/ada-fern))',
  ]) {
    const text = `### Harbor\n\n#### Show the tide\n\n${idea(mentors)}`
    checkRename({ [newer]: text }, '@ada', { [newer]: text.replace('$0', '').replaceAll('ada-fern', 'ada') })
  }
})

test("rename: a mentor's name in all entries of the person, in other lists, too; not in those of others", () => {
  const text = (name: string): string =>
    `### Harbor\n\n#### Show the tide\n\n${idea(`- ${name} (@ada-fern, ada@example.org)\n  - Ada Fern (@ada-other)`)}`
  const list = (name: string): string => `### Harbor\n\n#### Read logs\n\n${idea(`- [${name}](https://github.com/ada-fern)`)}`
  checkRename({ [newer]: text('Ada $0Fern'), [older]: list('Ada Fern') }, ' Ada Fern-Holm ', {
    [newer]: text('Ada Fern-Holm'),
    [older]: list('Ada Fern-Holm'),
  })
  assert.equal(offered(text('Ada $0Fern')), 'name Ada Fern:   - «Ada Fern» (@ada-fern, ada@example.org)')
  assert.equal(
    renamed({ [newer]: text('Ada $0Fern') }, 'Fern, Ada'),
    '"Fern, Ada" is not a name. Leave out commas, brackets and @.',
  )
})

test('rename: a handle in front matter, and in the address of a profile', () => {
  const matter = (handle: string): string =>
    `---\ntitle: Ring the bell\nskills: [Go]\nsize: medium\nmentors:\n  - ${handle}\n  - bo-reed\n---\n\nIt is heard from afar.\n`
  const links = (handle: string): string =>
    `### Harbor\n\n#### Read logs\n\n${idea(`- [Ada Fern](https://github.com/${handle})`)}`
  const texts = { 'ideas/ring.md': matter('ada-fern'), [older]: links('ada-fern') }
  const expected = { 'ideas/ring.md': matter('ada-holm'), [older]: links('ada-holm') }
  checkRename({ ...texts, 'ideas/ring.md': matter('ada$0-fern') }, 'ada-holm', expected)
  const inUrl = links('ada-fern').replace('https://git', 'https://$0git')
  checkRename({ [older]: inUrl, 'ideas/ring.md': matter('ada-fern') }, 'ada-holm', expected)
})
