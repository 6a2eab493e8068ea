import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choicesFor } from '../../../server/src/features/authoring/choices.ts'
import { planNewIdea } from '../../../server/src/features/authoring/newIdea.ts'
import { type Carry, nextYear } from '../../../server/src/features/authoring/nextYear.ts'
import type { IdeaFile } from '../../../server/src/model/types.ts'
import { exportedFile } from '../../../server/src/report/exportedFile.ts'
import { staleYear } from '../../../server/src/rules/staleYear.ts'
import { lint } from '../../support/checkRule.ts'
import { readForeign } from '../../support/foreignLists.ts'
import { leftAlone } from '../../support/plans.ts'

const path = 'guild/ideas-2027.md'
const read = (text: string): IdeaFile => readForeign(text, path)

const head = `| Project | Idea | Description | Skills | Size | Mentors |
| --- | --- | --- | --- | --- | --- |
`
const weave = '| Loom | Weave in parallel | Use all cores. | Go | 175 hours | Ada Example (@ada) |\n'
const keep = '| Loom | Keep the seasons of 2026 | By 3 March 2026. | Rust | 350 hours | Bo Example (@bo) |\n'
const hold = '| Anchor | Hold the ship | It should not move. | C | 90 hours | Cem Example (@cem) |\n'
const ending = '\n## Questions\n\nAsk.\n'
const table = `# Guild ideas 2026\n\nApply by 3 March 2026.\n\n## Projects\n\n${head}${weave}${keep}${hold}${ending}`
const before = '# Guild ideas 2027\n\nApply by TBD.\n\n## Projects\n\n'
const mark = ' <!-- TBD: an idea of 2026 that shows the form; replace it -->'
const marked = hold.replace(' | It', `${mark} | It`)

function made(text: string, carry: Carry = 'none'): string {
  const next = nextYear(readForeign(text, 'guild/ideas-2026.md'), { year: null, carry }, read)
  if ('refusal' in next) assert.fail(next.refusal)
  return next.text
}

const titles = (text: string): readonly string[] =>
  read(text).projects.flatMap(({ name, ideas }) => ideas.map(({ idea }) => `${name}: ${idea.heading?.text}`))

const withNewIdea = (text: string, project: string): string =>
  leftAlone(text, planNewIdea(read(text), { project, title: 'Draw the line' }, read))

test('next: of a table one row stays as an example, and its mark is in the row', () => {
  const text = made(table)
  assert.equal(text, before + head + marked + ending)
  assert.deepEqual(titles(text), ['Anchor: Hold the ship'])
  assert.deepEqual(
    exportedFile(path, read(text)).projects.flatMap(({ ideas }) => ideas),
    [],
  )
  assert.deepEqual(
    lint(text, { rules: [staleYear], read }).map(({ span, message }) => [text.slice(span.start, span.end), message]),
    [[mark.trim(), 'This row only shows the form of this list. Replace it, and remove this comment.']],
  )
  assert.equal(made(table.replaceAll('\n', '\r\n')), text.replaceAll('\n', '\r\n'))
})

test('next: rows that are carried stay to the byte', () => {
  assert.equal(made(table, ['Keep the seasons of 2026']), before + head + keep + ending)
  assert.equal(made(table, 'open'), before + head + weave + keep + hold + ending)
  assert.deepEqual(titles(made(table, ['Weave in parallel'])), ['Loom: Weave in parallel'])
})

test('next: a new idea goes into the table that is left, also of another project', () => {
  for (const text of [made(table), made(table, ['Hold the ship'])]) {
    assert.deepEqual(
      [choicesFor(read(text)).grouping, choicesFor(read(text)).titleOf, choicesFor(read(text)).here.map(({ name }) => name)],
      ['groups', 'row', ['Anchor']],
    )
    for (const project of ['Anchor', 'Loom'])
      assert.deepEqual(titles(withNewIdea(text, project)), ['Anchor: Hold the ship', `${project}: Draw the line`])
    assert.ok(withNewIdea(text, 'Loom').includes(`|\n| Loom | Draw the line |`))
  }
})

test('next: where one row does not make a list, two stay', () => {
  const bare = table.replaceAll(/ \| (?:Skills \| Size|Go|Rust|C|\d+ hours)(?= \|)/g, '').replace(' | --- | ---', '')
  const text = made(bare)
  assert.equal(text.split(mark).length, 3)
  assert.equal(titles(text).length, 2)
})

test('next: the mark of an example that stays is that of the year before, and a dropped example leaves none', () => {
  assert.equal(made(table.replace(hold, marked.replaceAll('2026', '2025'))), before + head + marked + ending)
  assert.equal(made(table.replace(hold, marked), ['Hold the ship']), before + head + hold + ending)
  const ideas = ['Count', 'Sort'].map(
    (title) => `## ${title}\n\n**Size:** 350 hours\n\n**Difficulty:** hard\n\n**Mentors:** Ana (@ana)\n`,
  )
  const headings = `# Ideas of 2026\n\n<!-- TBD: an idea of 2025 that shows the form; replace it -->\n\n${ideas.join('\n')}`
  assert.equal(made(headings, ['Sort']), `# Ideas of 2027\n\n${ideas[1]}`)
  assert.equal(made(headings), `# Ideas of 2027\n\n${mark.trim()}\n\n${ideas[1]}`)
})
