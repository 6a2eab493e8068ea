import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hover } from '../../../server/src/features/hover/hover.ts'
import { definitions } from '../../../server/src/features/navigation/definitions.ts'
import { highlights } from '../../../server/src/features/navigation/highlights.ts'
import { references } from '../../../server/src/features/navigation/references.ts'
import { prepareRename, rename } from '../../../server/src/features/navigation/rename.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { runSteps } from '../../../server/src/text/runSteps.ts'
import { open } from '../../support/cursor.ts'
import { openOne, pathOf, read, shown } from '../../support/workspaceLists.ts'

type Texts = Readonly<Record<string, string>>

const row = (project: string, title: string): string => `| ${project} | ${title} | 175 hours | Go | Mia Stone (@miast) |\n`
const table = (...rows: readonly string[]): string =>
  `# Guild ideas\n\n| Project | Idea | Size | Skills | Mentors |\n|---|---|---|---|---|\n${rows.join('')}`
const rows = table(row('Lo$0om', 'Weave it'), row('loom', 'Dye it'), row('Anchor', 'Hold \\| it'))
const matter = (project: string, title: string): string =>
  `---\ntitle: ${title}\nproject: ${project}\nmentors: [Mia Stone]\nskills: [Go]\n---\n\n# ${title}\n\nIt is slow.\n`

/** The texts after a rename, by their paths, and how many places are doubtful; a refusal is a text. */
function renamed(texts: Texts, name: string): { readonly texts: Texts; readonly doubtful: number } | string | null {
  const { file, lists, offset } = openOne(texts)
  const path = pathOf(lists.own.uri)
  const answer = runSteps(rename(file, { ...lists, pages: [] }, offset, name, (text) => read(path, text)))
  if (answer === null || answer.refusal !== null) return answer?.refusal ?? null
  const edits = answer.changes.flatMap((change) => change.edits)
  const after = Object.entries(texts).map(([each, text]): [string, string] => {
    const own = answer.changes.find(({ list }) => pathOf(list.uri) === each)
    return [each, applyEdits(text.replace('$0', ''), own?.edits ?? [])]
  })
  return { texts: Object.fromEntries(after), doubtful: edits.filter(({ isDoubtful }) => isDoubtful).length }
}

const textAfter = (text: string, name: string): unknown => {
  const answer = renamed({ 'guild/list.md': text }, name)
  return answer === null || typeof answer === 'string' ? answer : answer.texts['guild/list.md']
}

test('stated names: a project in cells is renamed in all of them', () => {
  assert.equal(
    textAfter(rows, 'Weavers'),
    table(row('Weavers', 'Weave it'), row('Weavers', 'Dye it'), row('Anchor', 'Hold \\| it')),
  )
  assert.equal(
    textAfter(rows, 'Warp | Weft'),
    table(row('Warp \\| Weft', 'Weave it'), row('Warp \\| Weft', 'Dye it'), row('Anchor', 'Hold \\| it')),
  )
  const escaped = table(row('Warp $0\\| Weft', 'Weave it'), row('Warp \\| Weft', 'Dye it'))
  assert.equal(textAfter(escaped, 'Loom'), table(row('Loom', 'Weave it'), row('Loom', 'Dye it')))
  const linked = table(row('[Lo$0om](https://example.org)', 'Weave it'), row('**Loom**', 'Dye it'))
  assert.equal(
    textAfter(linked, 'Weavers'),
    table(row('[Weavers](https://example.org)', 'Weave it'), row('**Weavers**', 'Dye it')),
  )
})

test('stated names: a title in a cell', () => {
  const texts = table(row('Loom', 'Weave it'), row('Anchor', '**Ho$0ld \\| it**'))
  assert.equal(textAfter(texts, 'Keep | it'), table(row('Loom', 'Weave it'), row('Anchor', '**Keep \\| it**')))
  assert.equal(textAfter(texts, 'Keep **it'), 'Named "Keep **it", this would no longer be recognized as an idea.')
  assert.equal(textAfter(texts, ' '), 'Enter a name on a single line.')
})

test('stated names: a project in front matter, as YAML needs it', () => {
  assert.equal(textAfter(matter('An$0chor', 'Hold it'), 'Loom'), matter('Loom', 'Hold it'))
  assert.equal(textAfter(matter('An$0chor', 'Hold it'), 'C # D'), matter('"C # D"', 'Hold it'))
  assert.equal(textAfter(matter('"An$0chor"', 'Hold it'), 'The "D"'), matter('"The \\"D\\""', 'Hold it'))
  assert.equal(textAfter(matter("'An$0chor'", 'Hold it'), "D's"), matter("'D''s'", 'Hold it'))
  assert.match(String(textAfter(matter('An$0chor', 'Hold it'), 'https://example.org')), /no longer be recognized as a project/)
})

test('stated names: other lists follow where the user says so', () => {
  const texts = { 'guild/2026.md': rows, 'guild/2025.md': table(row('Loom', 'Spin it'), row('Anchor', 'Drop it')) }
  assert.deepEqual(renamed(texts, 'Weavers'), {
    texts: {
      'guild/2026.md': table(row('Weavers', 'Weave it'), row('Weavers', 'Dye it'), row('Anchor', 'Hold \\| it')),
      'guild/2025.md': table(row('Weavers', 'Spin it'), row('Anchor', 'Drop it')),
    },
    doubtful: 1,
  })
})

test('stated names: what is offered, referred to, declared and highlighted', () => {
  const older = { 'guild/2025.md': table(row('Loom', 'Spin it'), row('Anchor', 'Drop it')) }
  const { file, lists, offset } = openOne({ 'guild/2026.md': rows, ...older })
  assert.equal(prepareRename(file, lists, offset)?.name, 'Loom')
  const places = runSteps(references(file, lists, offset, false)).map(({ uri, span }) => shown(lists, uri, span))
  const rest = ' | 175 hours | Go | Mia Stone (@miast) |'
  assert.deepEqual(places, [
    `guild/2026.md: | «Loom» | Weave it${rest}`,
    `guild/2026.md: | «loom» | Dye it${rest}`,
    `guild/2025.md: | «Loom» | Spin it${rest}`,
  ])
  assert.deepEqual(
    definitions(file, lists, offset).map((each) => each.kind === 'list' && shown(lists, each.list.uri, each.span)),
    [`guild/2026.md: | «Loom» | Weave it${rest}`],
  )
  assert.equal(highlights(file, lists, offset).length, 2)
  // the title of another row
  const title = file.text.indexOf('Dye')
  assert.equal(prepareRename(file, lists, title)?.name, 'Dye it')
  assert.equal(runSteps(references(file, lists, title, true)).length, 1)
  assert.deepEqual(runSteps(references(file, lists, title, false)), [])
  assert.equal(prepareRename(file, lists, file.text.indexOf('175')), null)
})

test('stated names: headings of the project elsewhere are references, and from there so is the cell', () => {
  const heading = '### Loom\n\n#### Spin it\n\n- Description: Faster.\n- Mentor(s): @miast\n'
  const from = (texts: Texts): readonly string[] => {
    const { file, lists, offset } = openOne(texts)
    return runSteps(references(file, lists, offset, true)).map(({ uri }) => pathOf(uri))
  }
  assert.deepEqual(from({ 'guild/2026.md': rows, 'summerofcode/2025.md': heading }), [
    'guild/2026.md',
    'guild/2026.md',
    'summerofcode/2025.md',
  ])
  const cells = rows.replace('$0', '')
  assert.deepEqual(from({ 'summerofcode/2026.md': heading.replace('Loom', 'Lo$0om'), 'guild/2025.md': cells }), [
    'summerofcode/2026.md',
    'guild/2025.md',
    'guild/2025.md',
  ])
})

test('stated names: a project in a cell or in front matter has a card', () => {
  const cardOf = (text: string): string => {
    const { file, offset } = openOne({ 'guild/list.md': text })
    const found = hover(file, open(file.text).lines, offset, { lists: [], findings: () => [], format: 'markdown' })
    return JSON.stringify(found?.contents ?? null)
  }
  assert.match(cardOf(rows), /Loom.*2 ideas in this list.*Weave it.*Dye it/)
  assert.match(cardOf(matter('An$0chor', 'Hold it')), /Anchor.*1 idea in this list.*Hold it/)
})
