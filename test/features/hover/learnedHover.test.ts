import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { hover } from '../../../server/src/features/hover/hover.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { lineIndex } from '../../../server/src/text/lineIndex.ts'
import { withCursor } from '../../support/cursor.ts'

const idea = (title: string, size: string, mentors: string): string =>
  `### ${title}\n\nA lamp that turns.\n\n**Skills**: Rust, PCB design\n\n**Effort**: ${size}\n\n**Possible mentors**: ${mentors}\n`

const lamps = `# Lamps

- [Dim at dawn](#dim-at-dawn)
- [Turn back](#turn-back)
- [Lift it](#lift-it)

## Indoor

${idea('Dim at dawn', 'medium, 175 hours', '[Mia Stone](https://github.com/miast)')}
${idea('Turn back', '12 weeks', 'Mia Stone (@miast), Noor Haddad (GitHub: noorh)')}
## Outdoor

${idea('Lift it', '350 hours', '@miast')}`

/** The hover at `$0` of a place in the list; null if there is none. */
function hovered(place: string, text = lamps): string | null {
  const file = readIdeaFile(text, { path: 'docs/lamps.md', knowsProject: () => false })
  const lines = lineIndex(TextDocument.create('file:///docs/lamps.md', 'markdown', 1, text), 'utf-16')
  const found = hover(file, lines, withCursor(text, place).indexOf('$0'), { lists: [], findings: () => [], format: 'plaintext' })
  return found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : null
}

test('hover: a label of a learned list says how many ideas have it, and what it is for', () => {
  assert.equal(hovered('**Ski$0lls**: Rust'), 'Skills · in 3 of 3 ideas\n\nWhat a contributor should know, separated by commas.')
  assert.equal(hovered('**Possible men$0tors**'), 'Possible mentors · in 3 of 3 ideas\n\nWho will mentor the idea.')
  const [start, last] = [lamps.slice(0, lamps.lastIndexOf('**Effort**')), lamps.slice(lamps.lastIndexOf('**Possible'))]
  assert.equal(hovered('**Eff$0ort**: 12 weeks', start + last), 'Effort · in 2 of 3 ideas\n\nHow much work is involved.')
})

test('hover: a label of two ideas is not counted', () => {
  const two = lamps.slice(0, lamps.indexOf('## Outdoor'))
  assert.equal(hovered('**Eff$0ort**: 12 weeks', two), 'Effort\n\nHow much work is involved.')
})

test('hover: sizes, skills, and people of a learned list', () => {
  assert.equal(hovered('med$0ium, 175 hours'), 'medium · 175 hours')
  assert.equal(hovered('350 ho$0urs'), '350 hours')
  assert.equal(hovered('Ru$0st, PCB design'), 'Rust\n\nListed in 3 ideas here')
  assert.equal(
    hovered('Noor Had$0dad'),
    'Noor Haddad · mentor\n\n@noorh (https://github.com/noorh)\n\nIn this list:\n\n- Turn back (Indoor) · this idea',
  )
})

test('hover: ideas, groups, and entries of the contents of a learned list', () => {
  assert.equal(hovered('### Turn ba$0ck'), 'Ready: nothing is missing')
  assert.match(hovered('## In$0door')!, /^Indoor\n\n2 ideas in this list:/)
  assert.match(hovered('[Lift$0 it](#lift-it)', lamps.replace('## Outdoor\n\n', ''))!, /350 h/)
})

test('hover: each skill and mentor of front matter is one of its own', () => {
  const text = `---\ntitle: Dim at dawn\nskills: [C++, Python]\nmentors: [Mia Stone, Noor Haddad]\nsize: 90 hours\n---\n\nSlowly.\n`
  assert.match(hovered('[C$0++', text) ?? '', /^C\+\+\n/)
  assert.match(hovered('Pyth$0on', text) ?? '', /^Python\n/)
  assert.match(hovered('[Mia Sto$0ne', text) ?? '', /^Mia Stone/)
  assert.match(hovered('Noor Had$0dad', text) ?? '', /^Noor Haddad/)
})
