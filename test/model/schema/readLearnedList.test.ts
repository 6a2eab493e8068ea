import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile, updateIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { IdeaFile, Mentor } from '../../../server/src/model/types.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'

const read = (text: string, path = 'docs/ideas.md'): IdeaFile => readIdeaFile(text, { path, knowsProject: () => false })

const person = ({ name, handle, email, primary }: Mentor): string =>
  [name, handle && `@${handle}`, email, primary && 'primary'].filter((part) => part).join(' ')

/** `title: labels: people`, one for each idea. */
const shown = (text: string, path?: string): readonly string[] =>
  read(text, path).projects.flatMap(({ ideas }) =>
    ideas.map(
      ({ idea }) =>
        `${idea.heading?.text}: ${idea.fields.map(({ label }) => label).join(', ')}: ${idea.mentors.map(person).join(', ')}`,
    ),
  )

const problems = (text: string, path?: string): readonly string[] =>
  createLinter(rules)
    .lint(read(text, path))
    .map(({ code, severity, message, span }) => `${text.slice(0, span.start).split('\n').length} ${severity} ${code}: ${message}`)

/** Ideas as paragraphs with bold labels; `lacks` names labels that an idea does not have. */
const boldList = (...ideas: readonly { readonly title: string; readonly lacks?: string; readonly mentors?: string }[]): string =>
  `# Ideas\n\n${ideas
    .map(({ title, lacks, mentors = 'Mia Stone' }) =>
      [
        `## ${title}\n`,
        ...[
          ['Description', 'The lighthouse turns too slowly.'],
          ['Skills', 'Rust, PCB design'],
          ['Difficulty', 'medium'],
          ['Possible mentors', mentors],
        ].flatMap(([label, value]) => (label === lacks ? [] : [`**${label}**: ${value}\n`])),
      ].join('\n'),
    )
    .join('\n')}`

test('readLearnedList: bold labels in paragraphs, one idea lacks a label that the others have', () => {
  const text = boldList({ title: 'Turn faster' }, { title: 'Turn back', lacks: 'Difficulty' }, { title: 'Dim at dawn' })
  assert.deepEqual(shown(text)[1], 'Turn back: Description, Skills, Possible mentors: Mia Stone')
  assert.deepEqual(problems(text), [
    '13 warning missing-field: This idea is missing the "Difficulty" field, which 2 of 3 ideas have.',
  ])
})

test('readLearnedList: with two ideas nothing is asked for', () => {
  assert.deepEqual(problems(boldList({ title: 'Turn faster' }, { title: 'Turn back', lacks: 'Difficulty' })), [])
})

test('readLearnedList: a label on its own line, and headings as labels', () => {
  const idea = (title: string, label: (text: string) => string): string =>
    `### ${title}\n\n${label('Summary')}\n\nA lamp.\n\n${label('Effort')}\n\n175 hours\n\n${label('Supervisor')}\n\n- [Mia Stone](https://github.com/miast)\n`
  for (const label of [(text: string) => `**${text}**`, (text: string) => `#### ${text}`]) {
    const text = `# Lamps\n\n## Indoor\n\n${idea('Dim it', label)}\n${idea('Wire it', label)}`
    assert.deepEqual(shown(text), [
      'Dim it: Summary, Effort, Supervisor: Mia Stone @miast',
      'Wire it: Summary, Effort, Supervisor: Mia Stone @miast',
    ])
    assert.deepEqual(problems(text), [])
  }
})

test('readLearnedList: a label ends the field before it, known or not; list items below a bold label are its value', () => {
  const idea = (title: string): string =>
    `### ${title}\n\n**Length**: 90 hours\n\n**Mentors**: Mia Stone, Noor Haddad\n\n**Read first**:\n  - Wiring notes: https://example.org/wires\n  - Shop: https://example.org/shop\n`
  assert.deepEqual(shown(`# Lamps\n\n${idea('Dim it')}\n${idea('Wire it')}`), [
    'Dim it: Length, Mentors, Read first: Mia Stone, Noor Haddad',
    'Wire it: Length, Mentors, Read first: Mia Stone, Noor Haddad',
  ])
})

test('readLearnedList: icons, no-break spaces, and several labels on a line', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n- 🔦\u00a0**Skills:**\u00a0C\n- ⏱️ **Length:** 90 h | **Difficulty:** easy\n- 🧑‍🏫 **Mentor(s):** [Mia](https://github.com/miast) | [Noor](https://github.com/noorh)\n`
  assert.deepEqual(shown(`# Lamps\n\n${idea('Dim it')}\n${idea('Wire it')}`), [
    'Dim it: Skills, Length, Difficulty, Mentor(s): Mia @miast, Noor @noorh',
    'Wire it: Skills, Length, Difficulty, Mentor(s): Mia @miast, Noor @noorh',
  ])
})

test('readLearnedList: roles in front of people, and nested items below a role', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n### Size\n\nsmall\n\n### Mentors\n\n- **Primary:** Mia (@miast)\n- **Backups:**\n  - Noor (@noorh)\n  - Tove (@tove)\n`
  assert.deepEqual(
    shown(`# Lamps\n\n${idea('Dim it')}\n${idea('Wire it')}`)[0],
    'Dim it: Size, Mentors: Mia @miast primary, Noor @noorh, Tove @tove',
  )
})

test('readLearnedList: a table with an idea in each row', () => {
  const text = `# Lamps\n\n| Nr | Idea | Hours | Mentors |\n|---|---|---|---|\n| 1 | **Dim it**<br>now | 90 | Mia Stone, Noor Haddad |\n| 2 | Wire it | 175 | |\n| 3 | Sell it | 175 | Tove Lind |\n`
  assert.deepEqual(shown(text), [
    'Dim it: Nr, Hours, Mentors: Mia Stone, Noor Haddad',
    'Wire it: Nr, Hours, Mentors: ',
    'Sell it: Nr, Hours, Mentors: Tove Lind',
  ])
  assert.deepEqual(problems(text), ['6 warning empty-field: "Mentors" is empty, unlike in 2 of 3 ideas.'])
})

test('readLearnedList: a table with two columns in each idea', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n| What | Which |\n|---|---|\n| Difficulty | hard |\n| Skills | C, PCB |\n| Mentors | @miast |\n`
  assert.deepEqual(shown(`# Lamps\n\n${idea('Dim it')}\n${idea('Wire it')}`), [
    'Dim it: Difficulty, Skills, Mentors: @miast',
    'Wire it: Difficulty, Skills, Mentors: @miast',
  ])
})

test('readLearnedList: front matter, with handles or with objects', () => {
  const text =
    '---\ntitle: Dim it\ndifficulty: easy\nmentors:\n  # write to them first\n  - miast\n  - noor-h\n---\n\n## Why\n\nToo bright.\n'
  assert.deepEqual(shown(text), ['Dim it: title, difficulty, mentors, Why: @miast, @noor-h'])
  const people =
    'title: Dim it\nduration: 90\nproject_mentors:\n  - first_name: Mia\n    last_name: Stone\n    email: mia@example.org'
  assert.deepEqual(shown(`---\n${people}\nmentor_avail: yes\n---\n\n## Why\n\nToo bright.\n`), [
    'Dim it: title, duration, project_mentors, mentor_avail, Why: Mia Stone mia@example.org',
  ])
})

test('readLearnedList: groups, a shared prefix of titles, a template with placeholders', () => {
  const idea = (title: string, level = '###', size = '90 h', mentor = 'Mia Stone'): string =>
    `${level} Task: ${title}\n\n- Size: ${size}\n- Difficulty: ${size === '???' ? '...' : 'easy'}\n- Mentor: ${mentor}\n`
  const text = `# Lamps\n\n## Indoor\n\n${idea('Dim it')}\n## Outdoor\n\n${idea('Wire it')}\n${idea('Sell it')}\n${idea('Your title', '###', '???', 'Your name and link ...')}`
  const file = read(text)
  assert.deepEqual(
    file.projects.map(({ name, ideas }) => [name, ideas.map(({ idea }) => idea.heading?.text)]),
    [
      ['Indoor', ['Dim it']],
      ['Outdoor', ['Wire it', 'Sell it']],
    ],
  )
  assert.deepEqual(problems(text), [])
})

test('readLearnedList: one idea at another level, one without the contacts of the others', () => {
  const link = (name: string): string => `[${name}](https://github.com/${name.toLowerCase()})`
  const text = boldList(
    { title: 'Turn faster', mentors: link('Mia') },
    { title: 'Turn back', mentors: `${link('Noor')}, ${link('Mia')}` },
    { title: 'Dim at dawn', mentors: 'Tove Lind' },
    { title: 'Ring a bell', mentors: link('Mia') },
  ).replace('## Ring a bell', '### Ring a bell')
  assert.deepEqual(problems(text), [
    '31 information mentor-format: "Tove Lind" has no handle; in 3 of 4 ideas all mentors have one.',
    '33 warning heading-level: "Ring a bell" is at heading level 3, but 3 of 4 ideas are at level 2 (##).',
  ])
})

const silent: readonly (readonly [string, string])[] = [
  [
    'a changelog',
    '# Changelog\n\n## 2.0\n\n**Description**: faster.\n\n**Authors**: Mia Stone\n\n## 1.0\n\n**Description**: first.\n\n**Authors**: Noor\n',
  ],
  [
    'notes whose mentors are sentences',
    '# Notes\n\n## Monday\n\n**Goals:** places\n\n**Mentors:** who has time?\n\n## Tuesday\n\n**Goals:** read\n\n**Mentors:** we ask again on the list and decide on Friday, as nobody answered the last mail.\n',
  ],
  [
    'a proposal',
    '# Proposal: dim it\n\n## Personal information\n\n- **Name:** Emil\n- **University:** Harbor College\n\n## Mentors\n\nMia Stone\n\n## Deliverables\n\n- a dimmer\n\n## Project size\n\n350 hours\n',
  ],
  [
    'a report',
    '# Report\n\nMy project under Mia Stone.\n\n**Mentors:** Mia Stone\n\n**Project length:** 350 hours\n\n## Deliverables\n\nI dimmed it.\n',
  ],
  [
    'a table of results',
    '# Fellows\n\n| Contributor | Project | Mentors |\n|---|---|---|\n| Emil | Dim it | Mia |\n| Fay | Wire it | Noor |\n',
  ],
  ['an index', '# Projects\n\n* [Dim it](dim.md)\n* [Wire it](wire.md)\n\n# Apply?\n\nAsk the mentors.\n'],
]

for (const [name, text] of silent) {
  test(`readLearnedList: ${name} is not an idea list`, () => {
    assert.equal(read(text).ideaList, false)
    assert.deepEqual(problems(text), [])
  })
}

test("readLearnedList: a program's path, not the nearest profile, decides what is asked for", () => {
  const text = '# L\n\n### Harbor\n\n#### Sign copies\n\n- Description: x\n- Mentor(s):\n  - Ann (@ann)\n'
  assert.deepEqual(problems(text, 'docs/ideas.md'), [])
  assert.ok(problems(text, 'summerofcode/2026.md').length > 3)
})

test('readLearnedList: an edit in one idea leaves the others the same objects, and is read as a fresh text is', () => {
  const text = boldList({ title: 'Turn faster' }, { title: 'Turn back' }, { title: 'Dim at dawn' }, { title: 'Ring a bell' })
  const options = { path: 'docs/ideas.md', knowsProject: () => false }
  const before = readIdeaFile(text, options)
  const at = text.indexOf('slowly')
  const edited = text.replace('slowly', 'very slowly')
  const after = updateIdeaFile(before, edited, { start: at, oldEnd: at, newEnd: at + 5 }, options)
  const [ideas, old] = [after, before].map(({ projects }) => projects.flatMap((project) => project.ideas.map(({ idea }) => idea)))
  assert.deepEqual(
    ideas!.map((idea, index) => idea === old![index]),
    [false, true, true, true],
  )
  assert.equal(after.template, before.template)
  const fresh = readIdeaFile(edited, options)
  assert.deepEqual([after.projects, after.headings, after.template], [fresh.projects, fresh.headings, fresh.template])
})

test('readLearnedList: what a label is for is told by its values if its words do not say', () => {
  const idea = (title: string, ...[estimate, level, ticket]: readonly string[]): string =>
    `## ${title}\n\n**Skills**: C\n\n**Estimate**: ${estimate}\n\n**Class**: ${level}\n\n**Ticket**: ${ticket}\n\n**Mentors**: Mia Stone\n\n`
  const issue = 'https://github.com/lamps/lamp/issues/'
  const ideas = [
    idea('Dim it', '175 hours', 'Medium', `${issue}1`),
    idea('Wire it', '90 or 175 h', 'easy', `[Wires](${issue}2)`),
    idea('Turn it', '~350 hours', 'Hard', `${issue}3`),
  ]
  const keys = (text: string) =>
    read(text).projects.flatMap(({ ideas: all }) => all.map(({ idea: each }) => each.fields.map(({ key }) => key).join(' ')))
  const asRead = 'recommendedSkills size difficulty upstreamIssue mentors'
  assert.deepEqual(keys(`# Lamps\n\n${ideas.join('')}`), [asRead, asRead, asRead])
  // two values prove nothing, nor do values of which some are others
  assert.ok(keys(`# Lamps\n\n${ideas.slice(1).join('')}`).every((each) => each === 'recommendedSkills other other other mentors'))
  const mixed = [...ideas.slice(1), idea('Hang it', 'see below', 'our own', 'none')].join('')
  assert.ok(keys(`# Lamps\n\n${mixed}`).every((each) => each === 'recommendedSkills other other other mentors'))
})

test('readLearnedList: one idea that is being written does not end what the others are asked for; two do', () => {
  const whole = (title: string) => ({ title })
  const lacking = (title: string) => ({ title, lacks: 'Difficulty' })
  const list = boldList(
    ...['Turn on', 'Turn off', 'Dim', 'Hang', 'Wire', 'Paint', 'Count'].map(whole),
    ...['Clean', 'Fix', 'Sell'].map(lacking),
  )
  const asked = (text: string): number => problems(text).filter((each) => each.includes('missing the "Difficulty" field')).length
  assert.equal(asked(list), 3)
  // `Glow` lacks two more labels of four
  const glow = (title: string): string => `\n## ${title}\n\n**Possible mentors**: Mia Stone\n`
  assert.equal(asked(list + glow('Glow')), 4)
  assert.deepEqual(
    problems(list + glow('Glow')).filter((each) => each.includes('missing the "Difficulty" field'))[0],
    '73 warning missing-field: This idea is missing the "Difficulty" field, which 7 of 11 ideas have.',
  )
  assert.equal(asked(list + glow('Glow') + glow('Gleam')), 0)
  // an idea that has most labels votes like any other
  assert.equal(
    asked(
      boldList(...['A b', 'C d', 'E f', 'G h', 'I j', 'K l', 'M n'].map(whole), ...['O p', 'Q r', 'S t', 'U v'].map(lacking)),
    ),
    0,
  )
})

/** Ideas in groups; `own` is the size line of the last one. */
const groupedList = (first: string, second: string, own = ''): string => {
  const idea = (title: string, size = ''): string =>
    `### ${title}\n\nA lamp.\n\n**Skills**: Rust\n\n${size}**Mentors**: [Mia Stone](https://github.com/miast)\n`
  return `# Lamps\n\n## ${first}\n\n${idea('Dim it')}\n${idea('Turn it')}\n## ${second}\n\n${idea('Lift it', own)}`
}

const sizes = (file: IdeaFile): readonly string[] =>
  file.projects.flatMap(({ ideas }) => ideas.map(({ idea: { size } }) => (size ? `${size.word} ${size.hours}` : 'none')))

test('readLearnedList: a group names the size of its ideas, unless they have one of their own', () => {
  assert.deepEqual(sizes(read(groupedList('small (90 hours)', 'Large projects'))), ['small 90', 'small 90', 'large null'])
  assert.deepEqual(sizes(read(groupedList('175 h', 'Medium', '**Size**: 350 hours\n\n'))), ['null 175', 'null 175', 'null 350'])
  assert.deepEqual(sizes(read(groupedList('Large language models', 'Small lamps'))), ['none', 'none', 'none'])
})

test('readLearnedList: the size of a group stays while its ideas are edited, and follows its heading', () => {
  const text = groupedList('small (90 hours)', 'large (350 hours)')
  const file = readIdeaFile(text, { path: 'docs/ideas.md', knowsProject: () => false })
  for (const [from, to] of [
    ['A lamp.', 'A bright lamp.'],
    ['small (90', 'medium (175'],
  ] as const) {
    const start = text.indexOf(from)
    const next = text.replace(from, to)
    const change = { start, oldEnd: start + from.length, newEnd: start + to.length }
    assert.deepEqual(sizes(updateIdeaFile(file, next, change, file.options)), sizes(read(next)))
  }
})
