import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentSymbols, flatSymbols } from '../../server/src/features/documentSymbols.ts'
import { open, outlineOf } from '../support/cursor.ts'
import { readForeign } from '../support/foreignLists.ts'
import { list } from '../support/list.ts'

test('documentSymbol: shows projects, their ideas and the fields of these', () => {
  assert.equal(
    outlineOf(list),
    `Harbor (2 ideas)
  Show the tide (large · 2 mentors)
    Description
    Expected Outcome
    Recommended Skills (3 skills)
    Expected project size (large · 350 h)
    Mentor(s) (2 mentors)
    Upstream Issue (URL)
  Read old logs (small · 2 mentors)
    Description
    Expected Outcome
    Recommended Skills (1 skill)
    Expected project size (small · 90 h)
    Mentor(s) (2 mentors)
    Upstream Issue (URL)
Jaeger (1 idea)
  Ring the bell 🔔 (medium · 2 mentors)
    Description
    Expected Outcome
    Recommended Skills (1 skill)
    Expected project size (medium · 175 h)
    Mentor(s) (2 mentors)
    Upstream Issue (URL)`,
  )
})

test('documentSymbol: names what has no name of its own', () => {
  assert.match(outlineOf(list.replace('#### Show the tide', '####')), /^\S/)
  assert.match(outlineOf(list.replace('### Harbor', '###')), /^\S/)
  assert.match(outlineOf(list.replace('#### Show the tide\n', '')), /^\S/)
})

test('documentSymbol: flattens with the name of what holds it', () => {
  const { file, lines } = open(list)
  const symbols = flatSymbols(file, lines, 'file:///ideas/list.md')
  const description = symbols.find(({ name }) => name === 'Description')
  assert.equal(description?.containerName, 'Show the tide')
  assert.equal(symbols.length, 2 + 3 + 18)
})

test('documentSymbol: shows nothing of a file that is not a list', () => {
  assert.equal(outlineOf('# A readme\n\n- Description: none\n'), '')
})

test('documentSymbol: the project that an idea names, if no heading does', () => {
  const outline = (text: string): readonly string[] => {
    return documentSymbols(readForeign(text), open(text).lines).map(
      ({ name, detail, range, children = [] }) =>
        `${name} (${detail}), ${range.start.line}-${range.end.line}: ${children.map((child) => child.name).join(', ')}`,
    )
  }
  const matter = '---\ntitle: Night mode\nproject: Anchor\nmentors: [Mia Stone]\ndifficulty: easy\n---\n\nDark.\n'
  assert.deepEqual(outline(matter), ['Anchor (1 idea), 0-7: Night mode'])
  assert.deepEqual(outline(matter.replace('project: Anchor\n', '')), ['Ideas without a project (1 idea), 0-6: Night mode'])
  const idea = (title: string, project: string): string =>
    `# ${title}\n\n**Project**: ${project}\n\n**Size**: small\n\n**Mentors**: Mia Stone\n`
  const texts = [idea('Dim it', 'Lamp'), idea('Wire it', 'Lamp'), idea('Ring it', 'Bell')]
  assert.deepEqual(outline(texts.join('\n')), ['Lamp (2 ideas), 0-14: Dim it, Wire it', 'Bell (1 idea), 16-22: Ring it'])
})
