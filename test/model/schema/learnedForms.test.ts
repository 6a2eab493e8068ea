import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'

const read = (text: string) => readIdeaFile(text, { path: 'docs/ideas.md', knowsProject: () => false })

/** `title: people`, one for each idea. */
const ideasIn = (text: string): readonly string[] =>
  read(text).projects.flatMap(({ ideas }) =>
    ideas.map(({ idea }) => `${idea.heading?.text}: ${idea.mentors.map(({ name, handle }) => name ?? `@${handle}`).join(', ')}`),
  )

/** `label: value` of all fields of the first idea. */
const firstFields = (text: string): readonly string[] => {
  const { idea, at } = read(text).projects[0]!.ideas[0]!
  return idea.fields.map(({ label, valueSpan: { start, end } }) => `${label}: ${text.slice(at + start, at + end)}`)
}

const problems = (text: string): readonly string[] =>
  createLinter(rules)
    .lint(read(text))
    .map(({ code, severity, message }) => `${severity} ${code}: ${message}`)

const list = (idea: (title: string, index: number) => string, titles: readonly string[]): string =>
  `# Lamps\n\n${titles.map(idea).join('\n')}`

test('readLearnedList: the paragraph after a list of labels is not the value of the last of them', () => {
  const text = list(
    (title) =>
      `## ${title}\n\n - Language: C\n - Difficulty: easy\n - Possible mentors: Mia Stone, Noor Haddad\n\nThe lamp, and its shade, are old.\n`,
    ['Dim it', 'Wire it'],
  )
  assert.deepEqual(ideasIn(text), ['Dim it: Mia Stone, Noor Haddad', 'Wire it: Mia Stone, Noor Haddad'])
})

test('readLearnedList: values of a list item on lines of their own, nested or next to it', () => {
  const text = list(
    (title) =>
      `## ${title}\n\n- **Size**: small\n- **Mentors**:\n- Mia Stone\n- Noor Haddad\n- **Outcome**: A lamp\n  that dims.\n\n  Slowly.\n`,
    ['Dim it', 'Wire it'],
  )
  assert.deepEqual(ideasIn(text), ['Dim it: Mia Stone, Noor Haddad', 'Wire it: Mia Stone, Noor Haddad'])
  assert.deepEqual(firstFields(text).at(-1), 'Outcome: A lamp\n  that dims.\n\n  Slowly.')
})

test('readLearnedList: emphasized words below an empty label are its value, however often they recur', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n**Effort**<br>\n\n**350** hours\n\n**Difficulty**<br>\n\n**Hard**<br>\n\n**Mentors**<br>\nMia Stone<br>\n`
  const text = list(idea, ['Dim it', 'Wire it', 'Sell it'])
  assert.deepEqual(firstFields(text), ['Effort: **350** hours', 'Difficulty: **Hard**', 'Mentors: Mia Stone'])
  assert.deepEqual(problems(text), [])
})

test('readLearnedList: a short value below its label does not hide the label', () => {
  const text = list(
    (title) => `## ${title}\n\nMentors:\nMia\n\nRating:\neasy\n\nHistory:\nIt was dark.\n`,
    ['Dim it', 'Wire it', 'Sell it'],
  )
  assert.deepEqual(firstFields(text), ['Mentors: Mia', 'Rating: easy', 'History: It was dark.'])
  assert.deepEqual(problems(text), [])
})

test('readLearnedList: an item of words that recurs is a label only if something is below it', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n**Skills**\n\n- Experience with C\n\n**Size**: small\n\n**Mentors**: Mia Stone\n`
  assert.deepEqual(firstFields(list(idea, ['Dim it', 'Wire it', 'Sell it'])), [
    'Skills: - Experience with C',
    'Size: small',
    'Mentors: Mia Stone',
  ])
})

test('readLearnedList: what begins a list of sentences is no label', () => {
  const idea = (title: string): string =>
    `## ${title}\n\n**Size**: small\n\n**Mentors**: Mia Stone\n\nThe new parts aim to:\n- dim.\n`
  assert.deepEqual(firstFields(list(idea, ['Dim it', 'Wire it'])), ['Size: small', 'Mentors: Mia Stone'])
})

test('readLearnedList: an idea with mentors only, next to others at its level', () => {
  const idea = (title: string, index: number): string =>
    `### ${title}\n\nA lamp.\n\n${index === 0 ? '' : 'Rating: easy\n\n'}Possible mentors:\n- [@miast](https://github.com/miast)\n`
  assert.deepEqual(ideasIn(list(idea, ['Dim it', 'Wire it', 'Sell it'])), [
    'Dim it: @miast',
    'Wire it: @miast',
    'Sell it: @miast',
  ])
})

test('readLearnedList: label headings at the level of their idea', () => {
  const idea = (title: string): string =>
    `### ${title}\n\nA lamp.\n\n#### Expected outcomes\n\n- Light\n\n#### Skills\n\n- C\n\n### Difficulty and project length\n\n- Medium, 175 hours\n\n### Mentors\n\n- [Mia Stone](https://example.org/mia)\n`
  const text = `# Lamps\n\n## Projects\n\n${idea('Dim it')}\n${idea('Wire it')}`
  assert.deepEqual(ideasIn(text), ['Dim it: Mia Stone', 'Wire it: Mia Stone'])
})

test('readLearnedList: several tables; a table ahead of the ideas that lists them is none of them', () => {
  const table = (...titles: readonly string[]): string =>
    `| Project | Size | Mentor |\n|---|---|---|\n${titles.map((title) => `| ${title} | small | Mia |\n`).join('')}`
  assert.deepEqual(
    ideasIn(`# Lamps\n\n## Accepted\n\n${table('Dim it', 'Wire it')}\n## Drafts\n\n${table('Sell it', 'Sink it')}`),
    ['Dim it: Mia', 'Wire it: Mia', 'Sell it: Mia', 'Sink it: Mia'],
  )
  const idea = (title: string): string => `## ${title}\n\n**Size**: small\n\n**Mentors**: Mia Stone\n`
  assert.deepEqual(ideasIn(`# Lamps\n\n${table('Dim it', 'Wire it')}\n${idea('Dim it')}\n${idea('Wire it')}`), [
    'Dim it: Mia Stone',
    'Wire it: Mia Stone',
  ])
})

test('readLearnedList: a table of one row is read by its head if that has a column of titles', () => {
  const table = (head: string, ...rows: readonly string[]): string =>
    `| ${head} | Size | Skills | Mentor |\n|---|---|---|---|\n${rows.map((row) => `| ${row} | 175 hours | C | Mia (@mia) |\n`).join('')}`
  const below = (heading: string, text: string): string => `# Lamps\n\n## ${heading}\n\n${text}`
  assert.deepEqual(ideasIn(below('Projects', table('Idea', 'Dim it'))), ['Dim it: Mia'])
  assert.deepEqual(ideasIn(below('Lamp', table('Idea', 'Dim it')) + below('Bell', table('Idea', 'Ring it'))), [
    'Dim it: Mia',
    'Ring it: Mia',
  ])
  const described = table('Project | Description', 'Dim it | It is too bright')
  assert.deepEqual(ideasIn(below('Projects', described)), ['Dim it: Mia'])
  // next to a table with the same head, a row is a row
  const both = below('Lamps', table('Project', 'Dim it', 'Wire it')) + below('Bells', table('Project', 'Ring it'))
  assert.deepEqual(ideasIn(both), ['Dim it: Mia', 'Wire it: Mia', 'Ring it: Mia'])
})

test('readLearnedList: a table of one row below an idea is about that idea', () => {
  const table = (head: string, cell: string): string =>
    `| ${head} | Size | Skills | Mentor |\n|---|---|---|---|\n| ${cell} | 175 hours | C | Mia (@mia) |\n`
  for (const [head, cell] of [
    ['Project', 'Lamp'],
    ['Topic', 'Light'],
    ['Title', 'Dim the lamp'],
    ['Idea', 'The lamp is too bright. It should be dimmed.'],
  ] as const)
    assert.deepEqual(ideasIn(`# Lamps\n\n## Dim the lamp\n\n${table(head, cell)}`), ['Dim the lamp: Mia'], head)
  const two = `# Lamps\n\n## Dim the lamp\n\n${table('Project', 'Lamp')}\n## Wire the bell\n\n${table('Project', 'Bell')}`
  assert.deepEqual(ideasIn(two), ['Dim the lamp: Mia', 'Wire the bell: Mia'])
})

test('readLearnedList: titles and projects in cells are without escapes', () => {
  const row = (title: string): string => `| Lamp \\| Bell | ${title} | 175 hours | Mia (@mia) |\n`
  const text = `# Lamps\n\n| Project | Idea | Size | Mentor |\n|---|---|---|---|\n${row('Draw \\| pipes')}${row('Wire \\[it\\]')}`
  assert.deepEqual(ideasIn(text), ['Draw | pipes: Mia', 'Wire [it]: Mia'])
  const { name, ideas } = read(text).projects[0]!
  const { textSpan } = ideas[0]!.idea.heading!
  assert.deepEqual(
    [name, text.slice(ideas[0]!.at + textSpan.start, ideas[0]!.at + textSpan.end)],
    ['Lamp | Bell', 'Draw \\| pipes'],
  )
})

test('missing-field: a label of no known role is asked for as information, and only if three of four ideas have it', () => {
  const idea = (lacking: number) => (title: string, index: number) =>
    `## ${title}\n\n**Size**: small\n\n**Mentors**: Mia Stone\n\n${index < lacking ? '' : '**Read first**: Wires\n'}`
  const titles = ['Dim it', 'Wire it', 'Sell it', 'Sink it']
  assert.deepEqual(problems(list(idea(1), titles)), [
    'information missing-field: This idea is missing the "Read first" field, which 3 of 4 ideas have.',
  ])
  assert.deepEqual(problems(list(idea(2), [...titles, 'Sew it', 'See it', 'Say it'])), [])
})

test('missing-field: plural and singular are one label', () => {
  const idea = (title: string, index: number): string =>
    `## ${title}\n\n**Size**: small\n\n**Project ${index === 0 ? 'Categories' : 'Category'}**: new\n\n**Mentors**: Mia Stone\n`
  assert.deepEqual(problems(list(idea, ['Dim it', 'Wire it', 'Sell it', 'Sink it'])), [])
})

test('empty-field: a field that most ideas leave empty is not asked for', () => {
  const idea = (filled: number) => (title: string, index: number) =>
    `## ${title}\n\n### Size\n\nsmall\n\n### Skills\n\nC\n\n### Mentors\n\n${index < filled ? '- @miast' : ''}\n`
  assert.deepEqual(problems(list(idea(1), ['Dim it', 'Wire it', 'Sell it'])), [])
  assert.deepEqual(problems(list(idea(2), ['Dim it', 'Wire it', 'Sell it'])), [
    'warning empty-field: "Mentors" is empty, unlike in 2 of 3 ideas.',
  ])
})

test('recognize: results, templates and sections of other kinds are no ideas', () => {
  const section = (title: string, ...lines: readonly string[]): string =>
    `## ${title}\n\n${lines.map((line) => `${line}\n\n`).join('')}`
  const people = '**Mentors**: [Mia Stone](https://github.com/miast)'
  const others = {
    results: ['Dim it', 'Wire it'].map((title) => section(title, '**Duration**: 350 h', '**Contributor:** Tove Lind', people)),
    releases: ['1.0', '1.1 (2026-01-02)'].map((title) => section(title, '- Mentors: @miast', '- Requirements: C 23')),
    weeks: ['Week 1', 'Week 2'].map((title) => section(title, '**Duration**: 2h', people)),
    template: [
      section(
        'Title of the project',
        '| What | How |\n|---|---|\n| Difficulty | Easy/Medium/Hard |\n| Skills | C |\n| Mentors | _Mention their accounts_ |',
      ),
    ],
  }
  for (const [name, sections] of Object.entries(others)) {
    assert.equal(read(`# Lamps\n\n${sections.join('\n')}`).ideaList, false, name)
  }
  const wanted = ['Dim it', 'Wire it'].map((title) =>
    section(title, '**Size**: small', '**Preferred contributor**: Student', people),
  )
  assert.equal(read(`# Lamps\n\n${wanted.join('\n')}`).ideaList, true)
})

test('duplicate-mentor: a mentor that an idea names twice', () => {
  const idea = (title: string, index: number): string =>
    `## ${title}\n\n**Size**: small\n\n**Mentors**: Mia Stone (@miast), ${index === 1 ? 'Mia Stone (@miast)' : 'Noor Haddad (@noorh)'}\n`
  assert.deepEqual(problems(list(idea, ['Dim it', 'Wire it', 'Sell it'])), [
    'information duplicate-mentor: Mia Stone is already listed as a mentor.',
  ])
})

/** Five lamps with people, levels and issues. */
const lamps = (change: (fields: readonly string[], index: number) => readonly string[]): string =>
  list(
    (title, index) => {
      const issue = `https://github.com/lamps/lamp/issues/${index + 10}`
      const fields = [
        `- **Difficulty**: ${index % 2 === 0 ? 'Easy' : 'Hard'}`,
        `- **Mentors**: [Mia Stone](https://github.com/miastone)`,
        `- **Issue**: [#${index + 10}](${issue})`,
      ]
      return `## ${title}\n\nIt is lamp ${index}.\n\n${change(fields, index).join('\n')}\n`
    },
    ['Dim it', 'Wire it', 'Hang it', 'Wash it', 'Sell it'],
  )

const changeOne = (from: RegExp, to: string) => (fields: readonly string[], index: number) =>
  index === 2 ? fields.map((field) => field.replace(from, to)) : fields

test('mentor-count: a word for nobody, where the other ideas name people', () => {
  assert.deepEqual(problems(lamps(changeOne(/\[Mia.*/, '_TBD_'))), [
    'warning mentor-count: "_TBD_" names no person, unlike 4 of 5 ideas.',
  ])
  assert.deepEqual(problems(lamps(changeOne(/\[Mia.*/, 'Lamp Team'))), [])
  assert.deepEqual(
    problems(lamps((fields, index) => (index < 3 ? fields.map((field) => field.replace(/\[Mia.*/, 'TBD')) : fields))),
    [],
  )
})

test('mentor-handle: a handle that links to another account', () =>
  assert.deepEqual(problems(lamps(changeOne(/\[Mia Stone\]/, '[@mia]'))), [
    'information mentor-handle: "@mia" links to the account of "@miastone". Check which one is the mentor\'s.',
  ]))

test('template-placeholder: all levels are the choice of the template', () => {
  assert.deepEqual(problems(lamps(changeOne(/Easy/, 'Easy, Medium, or Hard'))), [
    'warning template-placeholder: "Easy, Medium, or Hard" is the template\'s choice. Choose one.',
  ])
  assert.deepEqual(problems(lamps(changeOne(/Easy/, 'Easy or Medium'))), [])
})

test('upstream-target: a link whose text is the number of another issue', () => {
  assert.deepEqual(problems(lamps(changeOne(/#12/, '#13'))), [
    'information upstream-target: The link\'s text is "#13", but it leads to "#12".',
  ])
  assert.deepEqual(problems(lamps(changeOne(/#12/, '#1'))), [])
  assert.deepEqual(problems(lamps(changeOne(/#12/, 'lamps/lamp#12'))), [])
})

test('toc-broken-link: links in the letter case of the headings are the practice of a list', () => {
  const linked = (anchor: (title: string) => string): string => {
    const titles = ['Dim it', 'Wire it', 'Hang it', 'Wash it']
    const toc = titles.map((title) => `* [${title}](#${anchor(title).replaceAll(' ', '-')})`).join('\n')
    const ideas = titles.map((title, index) => `## ${title}\n\n**Effort**: ${index + 1}00 h\n\n**Mentors**: Mia Stone\n`)
    return `# Lamps\n\n${toc}\n\n${ideas.join('\n')}`
  }
  assert.deepEqual(problems(linked((title) => title)), [])
  const [only, ...more] = problems(linked((title) => (title === 'Hang it' ? title : title.toLowerCase())))
  assert.deepEqual([only?.split(':')[0], more], ['warning toc-broken-link', []])
})

test('field-form: a label that most ideas emphasize may be emphasized, whatever the others are', () => {
  const idea = (title: string, label: string): string =>
    `## ${title}\n\n- ${label} A lamp.\n- Skills: C\n- Difficulty: easy\n- Mentors: Mia Stone\n`
  const list = (...labels: readonly string[]): string =>
    `# Lamps\n\n${labels.map((label, index) => idea(`Lamp ${index}`, label)).join('\n')}`
  assert.deepEqual(problems(list('**Summary:**', '**Summary:**', '**Summary:**')), [])
  assert.match(problems(list('**Summary:**', 'Summary:', 'Summary:')).join('\n'), /"Summary" is emphasized/)
})
