import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TextEdit } from 'vscode-languageserver-types'
import { summarizeExport } from '../../../../server/src/workspace/exportSummary.ts'
import { type Asking, ask, checkCompletion, checkSilence, isStopAt, shownAt } from '../../../support/checkCompletion.ts'
import {
  boldParagraphs,
  headingLabels,
  iconItems,
  ideaRows,
  readForeign,
  rowsInIdeas,
  twoOnALine,
} from '../../../support/foreignLists.ts'

const asking: Asking = { read: readForeign }
const invoked: Asking = { ...asking, asked: 'invoked' }

/** A list in which `from` became `to`. */
const changed = (text: string, from: string, to: string): string => {
  assert.ok(text.includes(from), from)
  return text.replace(from, () => to)
}

test('completion in a learned list: the labels that the idea lacks, as the list writes them', () => {
  const begun = changed(boldParagraphs, '**Difficulty**: easy\n', '**Dif$0\n')
  assert.deepEqual(shownAt(begun, asking), ['Difficulty'])
  checkCompletion(begun, 'Difficulty', begun.replace('**Dif$0', '**Difficulty**: '), asking)
  const closed = changed(boldParagraphs, '**Difficulty**: easy\n', '**Dif$0**\n')
  checkCompletion(closed, 'Difficulty', closed.replace('**Dif$0**', '**Difficulty**: '), asking)
  const heading = changed(headingLabels, '#### Potential Mentors\n\n@leo-brook\n', '#### $0\n')
  assert.deepEqual(shownAt(heading, asking), ['Potential Mentors'])
  checkCompletion(heading, 'Potential Mentors', heading.replace('#### $0', '#### Potential Mentors'), asking)
  const item = changed(iconItems, '- 🧩 **Difficulty:** Hard\n', '- $0\n')
  checkCompletion(item, 'Difficulty', item.replace('- $0', '- 🧩 **Difficulty:** '), asking)
})

test('completion in a learned list: an idea that is just begun lacks all labels; on an empty line they come on request', () => {
  const begun = `${boldParagraphs}\n### Ring the bell\n\n$0\n`
  assert.deepEqual(shownAt(begun, asking), [])
  assert.deepEqual(
    shownAt(begun, invoked).filter((label) => /^[A-Z]/.test(label)),
    ['Skills', 'Size', 'Difficulty', 'Description', 'Mentors'],
  )
  const next = `${boldParagraphs}\n### Ring the bell\n\n**Skills**: Go\n\n**S$0\n`
  assert.deepEqual(shownAt(next, asking), ['Size'], 'which begins as what is typed')
})

test('completion in a learned list: the values that the list has for a label', () => {
  const difficulty = changed(boldParagraphs, '**Difficulty**: easy', '**Difficulty**: $0')
  assert.deepEqual(shownAt(difficulty, asking), ['medium', 'hard'])
  const size = changed(boldParagraphs, 'Medium (175 hours)\n\n**Difficulty**: easy', '$0\n\n**Difficulty**: easy')
  checkCompletion(size, 'Large (350 hours)', size.replace('$0', 'Large (350 hours)'), asking)
  const bar = changed(
    twoOnALine,
    '350 Stunden | **Schwierigkeitsgrad:** mittel\n\n**Kenntnisse:** Farbe',
    '17$0 | **Schwierigkeitsgrad:** mittel\n\n**Kenntnisse:** Farbe',
  )
  checkCompletion(bar, '175 Stunden', bar.replace('17$0', '175 Stunden'), asking)
  const cell = changed(ideaRows, '| Harbor | hard | Leo Brook |\n\n', '| Harbor | $0 | Leo Brook |\n\n')
  assert.deepEqual(shownAt(cell, asking), ['medium', 'hard'])
  const row = changed(rowsInIdeas, '| Difficulty | Easy  ', '| Difficulty | $0  ')
  assert.deepEqual(shownAt(row, asking), ['Medium', 'Hard'])
  const heading = changed(boldParagraphs.replace(/\*\*Difficulty\*\*: /g, '**Difficulty**\n\n'), 'easy', '$0')
  assert.deepEqual(shownAt(heading, asking), ['medium', 'hard'])
})

test('completion in a learned list: people in the form of the list, without those of the idea', () => {
  const names = changed(boldParagraphs, '**Mentors**: Leo Brook', '**Mentors**: $0')
  assert.deepEqual(shownAt(names, asking), ['Mia Stone', 'Leo Brook'])
  const second = changed(boldParagraphs, '**Mentors**: Leo Brook', '**Mentors**: Leo Brook, $0')
  assert.deepEqual(shownAt(second, asking), ['Mia Stone'])
  const links = changed(
    iconItems,
    '[Leo Brook](https://github.com/leo-brook)\n- ⏳ **Length:** 350',
    'le$0\n- ⏳ **Length:** 350',
  )
  checkCompletion(
    links,
    '[Leo Brook](https://github.com/leo-brook)',
    links.replace('le$0', '[Leo Brook](https://github.com/leo-brook)'),
    asking,
  )
  const below = changed(
    headingLabels,
    'all day.\n\n#### Prerequisites\n\n* C\n\n#### Potential Mentors\n\n@mia-stone',
    'all day.\n\n#### Prerequisites\n\n* C\n\n#### Potential Mentors\n\n@mia-stone @$0',
  )
  assert.deepEqual(shownAt(below, asking), ['@leo-brook'])
})

test('completion in a learned list: people of an export come with their address and LF username', () => {
  const programs = ['Leo Brook', 'Ned Reed'].map((name) => {
    const handle = name.toLowerCase().replace(' ', '-')
    const person = { name, github_handle: handle, email: `${handle}@example.org`, lfid: `${handle}-lf`, role: 'primary' }
    return { cncf_project: 'Harbor', program_name_short: 'Ring', description: '', technologies: '', term: '', mentors: [person] }
  })
  const exported = summarizeExport('file:///lfx-export.json', JSON.stringify({ programs }))!
  const withExport: Asking = { ...asking, lists: [exported] }
  const documentationOf = (text: string, label: string): unknown =>
    ask(text, withExport).items.find((item) => item.label === label)?.documentation
  const links = changed(iconItems, '[Leo Brook](https://github.com/leo-brook)\n- ⏳ **Length:** 350', '$0\n- ⏳ **Length:** 350')
  for (const name of ['Leo Brook', 'Ned Reed']) {
    const handle = name.toLowerCase().replace(' ', '-')
    const said = JSON.stringify(documentationOf(links, `[${name}](https://github.com/${handle})`))
    assert.ok(said.includes(`${handle}@example.org\\nLFID ${handle}-lf\\n`), said)
  }
  // names alone: the same name is offered once
  const names = changed(boldParagraphs, '**Mentors**: Leo Brook', '**Mentors**: $0')
  assert.deepEqual(shownAt(names, withExport), ['Mia Stone', 'Leo Brook', 'Ned Reed'])
  assert.match(JSON.stringify(documentationOf(names, 'Leo Brook')), /LFID leo-brook-lf/)
  assert.equal(documentationOf(names, 'Mia Stone'), undefined)
  const second = changed(boldParagraphs, '**Mentors**: Leo Brook', '**Mentors**: Leo Brook, $0')
  assert.deepEqual(shownAt(second, withExport), ['Mia Stone', 'Ned Reed'])
})

test('completion in a learned list: skills', () => {
  const skills = changed(
    boldParagraphs,
    '**Skills**: Go\n\n**Size**: Medium (175 hours)\n\n**Difficulty**: easy',
    '**Skills**: Go, Ru$0\n\n**Size**: Medium (175 hours)\n\n**Difficulty**: easy',
  )
  assert.ok(shownAt(skills, asking).includes('Rust'))
  assert.ok(!shownAt(skills, asking).includes('Go'))
})

test('completion in a learned list: nothing in prose, and no label that is written in another way', () => {
  checkSilence(boldParagraphs.replace('The stairs are gray.', 'The $1stairs are$1 gray$0.'), asking)
  checkSilence(boldParagraphs.replace('# Harbor lights\n', '# Harbor lights\n\nSome **b$0old\n'), asking)
})

test('completion in a learned list: a whole idea, if the editor has no dialogue for it', () => {
  const text = `${boldParagraphs}\n$0\n`
  const after = `${boldParagraphs}\n### Title\n\n**Skills**: \n\n**Size**: Medium (175 hours)\n\n**Difficulty**: medium\n\n**Description**:\n\n\n**Mentors**: Name\n`
  checkCompletion(text, 'idea', after, invoked)
})

test('completion in a learned list: at the placeholder of New Idea all people come, and the choice goes on', () => {
  const text = changed(boldParagraphs, '**Mentors**: Leo Brook', '**Mentors**: Leo Brook, Name$0')
  assert.ok(isStopAt(text, readForeign))
  const labels = shownAt(text, asking)
  assert.ok(labels.includes('Mia Stone') && !labels.includes('Leo Brook'), labels.join())
  checkCompletion(text, 'Mia Stone', text.replace('Name$0', 'Mia Stone'), asking)
  assert.ok(!isStopAt(changed(boldParagraphs, '**Mentors**: Leo Brook', '**Mentors**: Leo Brook, Mia$0'), readForeign))
})

test('completion in a learned list: a person of New Idea leaves the tab stops of the entry, and the choice goes on', () => {
  const links = iconItems.replace(
    '[Leo Brook](https://github.com/leo-brook)\n- ⏳ **Length:** 350',
    '[Le$0](https://github.com/handle)\n- ⏳ **Length:** 350',
  )
  const { items, text } = ask(links, { ...asking, options: { suggest: true } })
  const item = items.find(({ label }) => label === '[Leo Brook](https://github.com/leo-brook)')!
  const edits = [item.textEdit as TextEdit, ...(item.additionalTextEdits ?? [])]
  const lines = text.split('\n')
  assert.deepEqual(
    edits.map(({ range, newText }) => [lines[range.start.line]!.slice(range.start.character, range.end.character), newText]),
    [
      ['Le', 'Leo Brook'],
      ['handle', 'leo-brook'],
    ],
  )
  assert.deepEqual([item.command?.command, item.command?.arguments], ['ideaFiles.nextLineStop', undefined])
})

test('completion in a learned list: marks around a name belong to the form of its mentors', () => {
  const bold = boldParagraphs.replace(/\*\*Mentors\*\*: (Mia Stone|Leo Brook)\b/g, '**Mentors**: **$1**')
  const next = changed(bold, '**Mentors**: **Leo Brook**', '**Mentors**: $0')
  checkCompletion(next, '**Mia Stone**', next.replace('$0', '**Mia Stone**'), asking)
})

test('completion in a learned list: at a value that New Idea left to be chosen all values come, and each goes on', () => {
  const text = changed(boldParagraphs, '**Difficulty**: easy', '**Difficulty**: hard$0')
  assert.ok(isStopAt(text, readForeign))
  const labels = shownAt(text, invoked)
  assert.deepEqual(labels, ['hard', 'medium'])
  const { items } = ask(text, { ...invoked, options: { suggest: true } })
  assert.deepEqual([...new Set(items.map(({ command }) => command?.command))], ['jumpToNextSnippetPlaceholder'])
  // who has typed it has chosen
  assert.deepEqual(shownAt(text, asking), [])
  const partly = changed(boldParagraphs, '**Difficulty**: easy', '**Difficulty**: har$0')
  assert.ok(!isStopAt(partly, readForeign))
  assert.deepEqual(shownAt(partly, invoked), ['hard'])
})

const ideasWithSkills = `# Ideas of the lighthouse

| Idea | Description | Skills | Size | Mentors |
| --- | --- | --- | --- | --- |
| Turn the lamp faster | It turns too slowly. | Rust, Tokio | 350 hours | Mia Stone (@mia-stone) |
| Count the ships | Nobody counts them. | TypeScript | 175 hours | Leo Brook (@leo-brook), Mia Stone (@mia-stone) |
| Dim the lamp | It is too bright. | Rust | 90 hours | Leo Brook (@leo-brook) |
`

test('completion in a learned list: in a table nothing replaces more than a part of its cell, wherever the cursor is', () => {
  let count = 0
  for (const table of [ideasWithSkills, ideaRows, rowsInIdeas]) {
    for (let at = table.indexOf('| ---'); at < table.length; at++) {
      if (table[table.lastIndexOf('\n', at - 1) + 1] !== '|') continue
      const asked = ask(`${table.slice(0, at)}$0${table.slice(at)}`, invoked)
      for (const item of asked.items) {
        assert.ok(item.textEdit && 'range' in item.textEdit)
        const { start, end } = item.textEdit.range
        const replaced = asked.text.slice(asked.offsetAt(start), asked.offsetAt(end))
        assert.doesNotMatch(replaced, /\|/, `${item.label} in place of ${replaced}`)
        count++
      }
    }
  }
  assert.ok(count > 1000, 'many are offered')
})

test('completion in a learned list: a skill that is added to a row leaves the rest of the row', () => {
  const before = changed(ideasWithSkills, '| Rust | 90 hours', '| Rust, Ty$0 | 90 hours')
  checkCompletion(before, 'TypeScript', before.replace('Ty$0', 'TypeScript'), asking)
})

test('completion in a learned list: a cell of a table whose rows are ideas, too', () => {
  const text = changed(ideaRows, '| medium |', '| medium$0 |')
  assert.ok(isStopAt(text, readForeign))
  assert.ok(shownAt(text, invoked).length > 1)
  // Enter would end the row
  for (const typed of ['medium', 'moderate', 'as it comes'])
    assert.deepEqual(shownAt(changed(ideaRows, '| medium |', `| ${typed}$0 |`), asking), [typed])
})
