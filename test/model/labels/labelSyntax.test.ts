import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayBeIdeaList } from '../../../server/src/model/profiles/mayBeIdeaList.ts'
import { laterIdea, read } from '../../support/idea.ts'

const fieldOf = (line: string) => {
  const { file, placed } = laterIdea(`- Description: some text\n${line}\n- LFX URL: none`)
  const field = placed.idea.fields[1]
  const value = field && file.text.slice(placed.at + field.valueSpan.start, placed.at + field.valueSpan.end)
  return field && [field.key, field.label, field.colon, value]
}

const dressed = [
  'L: Ann (@ann)',
  '🚀 L: Ann (@ann)',
  '👩‍💻 **L**: Ann (@ann)',
  '**🚀 L:** Ann (@ann)',
  ':rocket: L: Ann (@ann)',
  '[x] L: Ann (@ann)',
  '[ ] **L**: Ann (@ann)',
  '`L`: Ann (@ann)',
  '`L:` Ann (@ann)',
  '**`L`**: Ann (@ann)',
  '<b>L</b>: Ann (@ann)',
  '<strong>L:</strong> Ann (@ann)',
]

test('labelSyntax: a label is read in every dress, and the cheap look passes it', () => {
  for (const form of dressed)
    for (const label of ['Mentor(s)', 'Mentors', 'Potential mentors', 'Mentors (GitHub handle)']) {
      const line = form.replace('L', label)
      assert.deepEqual(fieldOf(`- ${line}`), ['mentors', label, true, 'Ann (@ann)'], line)
      assert.ok(mayBeIdeaList(`# a\n- ${line}\n`, 'ideas.md'), line)
    }
})

test('labelSyntax: an emphasized label may be above its value without a colon', () => {
  assert.deepEqual(fieldOf('- `Skills`\n  - Go'), ['recommendedSkills', 'Skills', false, '- Go'])
  assert.deepEqual(fieldOf('- 🛠 Skills needed\n  - Go'), ['recommendedSkills', 'Skills needed', false, '- Go'])
})

test('labelSyntax: what is no label without its dress is none in it', () => {
  assert.deepEqual(fieldOf('- 🎉 News: we have a mascot')?.[0], 'lfxUrl')
  assert.deepEqual(fieldOf('- [x] Write the tests: all of them')?.[0], 'lfxUrl')
  assert.deepEqual(fieldOf('- `size` of the cache: 3')?.[0], 'lfxUrl')
  assert.deepEqual(fieldOf('- [Mentors](#mentors)')?.[0], 'lfxUrl')
})

test('labelSyntax: a link that is called as its field is label and value', () => {
  const { idea } = laterIdea('- Description: text\n- [Issue](https://github.com/a/b/issues/1)').placed
  assert.deepEqual(
    idea.fields.map(({ key, label, colon }) => [key, label, colon]),
    [
      ['description', 'Description', true],
      ['upstreamIssue', 'Issue', true],
    ],
  )
  assert.deepEqual(
    idea.upstream.map(({ url }) => url),
    ['https://github.com/a/b/issues/1'],
  )
})

test('labelSyntax: such a link is no field if the field exists, and no sign of a list', () => {
  const issue = '- Upstream Issue: https://github.com/a/b/issues/1'
  const { idea } = laterIdea(`- Description: text\n${issue}\n- [Issues](https://github.com/a/b/issues)`).placed
  assert.deepEqual(
    idea.fields.map(({ label }) => label),
    ['Description', 'Upstream Issue'],
  )
  assert.equal(read('# Tool\n\n- [Issues](https://github.com/a/b/issues)\n- Mentors: Ann\n').ideaList, false)
})

test('labelSyntax: an item that ends with a colon introduces the skills below it', () => {
  const { idea } = laterIdea(
    '- Skills:\n  - Languages:\n    - Go\n    - C\n  - **Tools:**\n    - Git\n- Mentors: Ann (@ann)',
  ).placed
  assert.deepEqual(
    idea.skills.map(({ name }) => name),
    ['Go', 'C', 'Git'],
  )
})
