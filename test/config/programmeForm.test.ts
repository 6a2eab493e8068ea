import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '../../server/src/config/readConfig.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { rules } from '../../server/src/rules/index.ts'
import { readConfigured } from '../support/configured.ts'
import { foreignFindings } from '../support/foreignLists.ts'

const configured = (programme: object): string =>
  JSON.stringify({ programs: { lights: { title: 'Lights', files: ['ideas.md'], ...programme } } })

const readAs = (programme: object, text: string): IdeaFile => readConfigured(configured(programme), 'ideas.md')(text)

const shown = ({ projects }: IdeaFile): readonly string[] =>
  projects.flatMap(({ name, ideas }) =>
    ideas.map(({ idea }) => `${name}/${idea.heading?.text}: ${idea.fields.map(({ label }) => label).join(', ')}`),
  )

const problems = (programme: object, text: string): readonly string[] =>
  foreignFindings(readAs(programme, text)).map(({ code, message }) => `${code}: ${message}`)

const fields = [
  { label: 'Treasure', key: 'expectedOutcome' },
  { label: 'Keepers', key: 'mentors' },
]

const oneIdea = `# Harbor

## Lamp

### Turn the lamp faster

**Treasure**: It turns in a minute.

**Keepers**: Mia Stone
`

test('form: one idea with labels that no word list knows is read, and its fields are what the configuration says', () => {
  const file = readAs({ form: { label: '**Label**: ' }, fields }, oneIdea)
  assert.deepEqual(shown(file), ['Lamp/Turn the lamp faster: Treasure, Keepers'])
  const [placed] = file.projects[0]!.ideas
  assert.deepEqual(
    placed!.idea.fields.map(({ key }) => key),
    ['expectedOutcome', 'mentors'],
  )
  assert.deepEqual(
    placed!.idea.mentors.map(({ name }) => name),
    ['Mia Stone'],
  )
})

test('form: what is asked for holds from the first idea on', () => {
  const asked = { form: { label: '**Label**: ', mentor: 'Name (@handle)' }, fields }
  assert.deepEqual(problems(asked, oneIdea), ['mentor-format: "Mia Stone" has no handle.'])
  assert.deepEqual(
    problems(asked, oneIdea.replace('**Treasure**: It turns in a minute.\n\n', '').replace('Mia Stone', 'Mia Stone (@mia)')),
    ['missing-field: This idea is missing the "Treasure" field.'],
  )
  assert.deepEqual(problems(asked, oneIdea.replace('It turns in a minute.', '').replace('Mia Stone', 'Mia Stone (@mia)')), [
    'empty-field: "Treasure" is required but empty.',
  ])
  assert.deepEqual(problems(asked, oneIdea.replace('**Treasure**', 'Treasure').replace('Mia Stone', 'Mia Stone (@mia)')), [
    'field-form: The label "Treasure" should be emphasized in this list.',
  ])
})

test('form: an example with "email" asks for an address, with the old spelling too', () => {
  const addressProblems = (mentor: string): readonly string[] =>
    problems({ form: { label: '**Label**: ', mentor }, fields }, oneIdea)
  assert.match(addressProblems('Name <email>').join(), /"Mia Stone" has no email address|Mia Stone has no email address/)
  assert.deepEqual(addressProblems('Name <e-mail>'), addressProblems('Name <email>'))
})

test('form: numbers of mentors and sizes are asked for if the program says them', () => {
  const asked = {
    form: {},
    fields: [...fields, { label: 'Size', key: 'size', required: false }],
    mentors: { min: 2, handle: false },
    sizes: [{ word: 'short' }, { word: 'long' }],
  }
  assert.deepEqual(problems(asked, `${oneIdea}\n**Size**: huge\n`).toSorted(), [
    'invalid-size: "huge" is not one of the available sizes; expected short or long.',
    'mentor-count: 1 mentor is listed; expected at least 2.',
  ])
})

test('levels: ideas are at the level that the program says; a project level of null, or no groups, is a flat list', () => {
  const two = `${oneIdea}\n#### Count the ships\n\n**Treasure**: A number.\n\n**Keepers**: Leo Brook\n`
  assert.deepEqual(problems({ form: {}, levels: { idea: 3 }, fields }, two), [
    'heading-level: "Count the ships" is at heading level 4, but ideas in this list are at level 3 (###).',
  ])
  for (const flat of [{ form: {}, levels: { project: null } }, { form: { groups: false } }]) {
    const file = readAs({ ...flat, fields }, oneIdea)
    assert.deepEqual(shown(file), ['/Turn the lamp faster: Treasure, Keepers'])
    assert.equal(file.projects[0]!.heading, null)
  }
})

test('levels: a level at which no idea is leaves the file without ideas, which is reported', () => {
  assert.deepEqual(problems({ form: {}, levels: { idea: 5 }, fields: [{ label: 'Other' }] }, oneIdea), [
    'no-ideas: This file belongs to "lights" in .idea-files.json, but no ideas were found in it.',
  ])
})

test('no-ideas: a program with the usual form, too; an empty file is not reported', () => {
  const usual = { fields: [{ label: 'Goal' }] }
  assert.deepEqual(problems(usual, '# Notes\n\nNothing here.\n'), [
    'no-ideas: This file belongs to "lights" in .idea-files.json, but no ideas were found in it.',
  ])
  assert.deepEqual(problems(usual, '\n'), [])
})

test('form: several fields of mentors with roles, a prefix of titles, one label with icons', () => {
  const programme = {
    form: { label: '- **Label:** ', titlePrefix: 'Idea: ' },
    levels: { project: null, idea: 2 },
    fields: [
      { label: 'Lead', key: 'mentors', role: 'primary' },
      { label: 'Helpers', key: 'mentors', role: 'backup', required: false },
      { label: 'Gain', key: 'expectedOutcome', written: '- 🎯 **Gain:** ' },
    ],
  }
  const file = readAs(
    programme,
    '# Ideas\n\n## Idea: Turn the lamp\n\n- **Lead:** Mia Stone\n- **Helpers:** Leo Brook\n- 🎯 **Gain:** Light.\n',
  )
  const [placed] = file.projects[0]!.ideas
  assert.equal(placed!.idea.heading?.text, 'Turn the lamp')
  assert.deepEqual(
    placed!.idea.mentors.map(({ name, primary }) => [name, primary]),
    [
      ['Mia Stone', true],
      ['Leo Brook', false],
    ],
  )
})

test('form: one idea a file, with keys of front matter', () => {
  const programme = {
    form: { oneIdeaAFile: true },
    fields: [
      { label: 'keepers', key: 'mentors', frontMatter: true },
      { label: 'Treasure', key: 'expectedOutcome' },
    ],
  }
  const text = '---\ntitle: Turn the lamp\nkeepers:\n - mia-stone\n---\n\n## Treasure\n\nLight.\n'
  const file = readAs(programme, text)
  assert.deepEqual(shown(file), ['/Turn the lamp: title, keepers, Treasure'])
  assert.deepEqual(
    file.projects[0]!.ideas[0]!.idea.mentors.map(({ handle }) => handle),
    ['mia-stone'],
  )
  assert.deepEqual(problems(programme, text), [])
  assert.deepEqual(problems(programme, text.replace('## Treasure\n\nLight.\n', 'Text.\n')), [
    'missing-field: This idea is missing the "Treasure" field.',
  ])
})

test('form: what a program may not say is reported at its place', () => {
  const reported = (programme: object): readonly string[] => {
    const text = configured(programme)
    return readConfig(text, rules).problems.map(({ span, message }) => `${text.slice(span.start, span.end)} ${message}`)
  }
  assert.deepEqual(reported({ fields, form: { label: 'Lable: ' } }), [
    '"Lable: " "Lable: " is not allowed here; expected a line with the word "Label".',
  ])
  assert.deepEqual(reported({ fields, form: { mentors: '@handle' } }), [
    '"mentors" Unknown key "mentors". Did you mean "mentor"?',
  ])
  assert.deepEqual(reported({ fields: [{ label: 'a: b' }] }).length, 1)
  assert.deepEqual(reported({ form: {}, fields: [{ label: 'What | why' }] }).length, 1)
})
