import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import { fieldKey } from '../../server/src/model/labels/aliases.ts'
import { read } from '../support/idea.ts'

const isList = (text: string, path?: string): boolean => read(text, path).ideaList

test('ideaFile: mentors and another known field under one heading make an idea list', () => {
  assert.ok(isList('# List\n\n- Description: text\n- Mentor(s): Ann (@ann)\n'))
  assert.ok(isList('# List\n\n* **Description**: text\n* **Mentors**:\n  * Ann (@ann)\n'))
})

test('ideaFile: a README is none, whatever it says', () => {
  assert.equal(isList('# Tool\n\nDescription: a tool\n\n## Mentors\n\n- Ann\n'), false)
  assert.equal(isList('# Tool\n\n- Description: a tool\n- Issues: https://example.org\n'), false)
  assert.equal(isList('# Tool\n\n- [Mentors](#mentors)\n- [Description](#description)\n'), false)
  assert.equal(isList('# Tool\n\n- Mentors\n- Description\n'), false)
  assert.equal(isList('# Tool\n\nMentors: Ann and Bob.\nDescription: a tool.\n'), false)
  assert.equal(isList('# Tool\n\n```\n- Description: text\n- Mentors: Ann\n```\n'), false)
  assert.equal(isList('- Description: text\n- Mentor(s): Ann (@ann)\n'), false)
})

test('ideaFile: the path of a programme is evidence only with two fields under a heading', () => {
  const path = 'programs/summerofcode/2026.md'
  assert.ok(isList('# P\n\n## Idea\n\n- Description: text\n- Recommended Skills: Go\n', path))
  assert.equal(isList('# P\n\n## Idea\n\n- Description: text\n- Recommended Skills: Go\n'), false)
  assert.equal(isList('# P\n\n## Idea\n\n- Description: text\n', path), false)
  assert.equal(isList('# P\n\ntext\n', path), false)
})

test('ideaFile: on the path of a programme labels alone on their lines, or in paragraphs, are fields', () => {
  const path = 'programs/summerofcode/2026.md'
  const people = '  - Ann Lee (@ann, ann@example.org)\n  - Bob Ray (@bob, bob@example.org)\n'
  for (const [what, body] of [
    ['bold items', `- **Description**\n  A thing.\n- **Recommended Skills**\n  Go\n- **Mentor(s)**\n${people}`],
    ['plain items', `- Description\n  A thing.\n- Recommended Skills\n  Go\n- Mentor(s)\n${people}`],
    ['bold paragraphs', `**Description**\n\nA thing.\n\n**Recommended Skills**\n\nGo\n\n**Mentor(s)**\n\n${people}`],
    ['plain paragraphs', `Description: A thing.\n\nRecommended Skills: Go\n\nMentor(s):\n\n${people}`],
  ] as const) {
    for (const text of [
      `## Argo\n\n### One\n\n${body}\n### Two\n\n${body}`,
      `## Argo\n\n${body}\n## Dapr\n\n### Two\n\n${body}`,
    ]) {
      const { ideaList, projects } = read(text, path)
      assert.ok(ideaList, what)
      const ideas = projects.flatMap(({ ideas }) => ideas.map(({ idea }) => idea))
      assert.deepEqual(
        ideas.map(({ fields, mentors, skills }) => [fields.length, mentors.length, skills.length]),
        [
          [3, 2, 1],
          [3, 2, 1],
        ],
        `${what}\n${text}`,
      )
    }
    if (what.startsWith('plain')) assert.equal(isList(`# Tool\n\n${body.split('- Mentor')[0]!.split('Mentor')[0]!}`), false, what)
  }
})

test('ideaFile: a description alone makes no list of a README, even on the path of a programme', () => {
  const path = 'programs/lfx-mentorship/2026/01-Mar-May/README.md'
  assert.equal(isList('# Term\n\n**Description**\n\nAll about it.\n\n## Mentors\n\nAsk them.\n', path), false)
  assert.equal(isList('# Term\n\n- [Mentors](#mentors)\n- [Description](#description)\n- Skills\n- Mentors\n', path), false)
  assert.equal(isList('# Term\n\nThe mentors: look below. Issue: none.\n', path), false)
})

test('ideaFile: what tells of roles before the ideas of a programme is none of them', () => {
  const path = 'programs/summerofcode/2026.md'
  const ideas = '## Argo\n\n### One\n\n- Description: text\n- Recommended Skills: Go\n- Mentor(s): Ann (@ann)\n'
  for (const roles of [
    'Mentors: guide the contributors.\n\nProject size: 175 hours or more.\n',
    '- **Mentors**\n  They guide.\n- **Issues**\n  They are small.\n',
    '**Mentors**\n\nThey guide.\n\n**Description**\n\nAll about it.\n',
  ]) {
    const { projects } = read(`# GSoC\n\n## Roles\n\n${roles}\n${ideas}`, path)
    assert.deepEqual(
      projects.map(({ name }) => name),
      ['Argo'],
      roles,
    )
    if (!roles.startsWith('-')) assert.equal(isList(`# GSoC\n\n## Roles\n\n${roles}`, path), false, roles)
  }
})

test('ideaFile: what is not a list has nothing', () => {
  const { projects, headings, toc } = read('# Tool\n\n- [A](#a)\n- [B](#b)\n- [C](#c)\n')
  assert.deepEqual({ projects, headings, toc }, { projects: [], headings: [], toc: null })
})

const profile = (text: string, path?: string): string => read(text, path).profile.id
const idea = (fields: string): string => `# P\n\n## Idea\n\n${fields}`

test("ideaFile: a file's profile follows from its path", () => {
  const text = idea('- Description: text\n- Mentors: Ann (@ann)\n')
  assert.equal(profile(text, 'programs/summerofcode/2026.md'), 'gsoc')
  assert.equal(profile(text, 'C:\\programs\\summerofcode\\2023.md'), 'gsoc-2022')
  assert.equal(profile(text, 'programs/summerofcode/2019.md'), 'gsoc-classic')
  assert.equal(profile(text, 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'), 'lfx-proposal')
  assert.equal(profile(text, 'programs/lfx-mentorship/2026/01-Mar-May/README.md'), 'lfx-accepted')
})

test('ideaFile: without a telling path the profile is the nearest to the fields in use', () => {
  assert.equal(profile(idea('- Description: a\n- Recommended Skills: Go\n- Mentors: Ann (@ann)\n- Issue: b\n')), 'gsoc-classic')
  assert.equal(
    profile(
      idea('- Description: a\n- Expected Outcome: b\n- Recommended Skills: Go\n- Mentors: Ann (@ann)\n- Upstream Issue: b\n'),
    ),
    'lfx-proposal',
  )
  assert.equal(
    profile(idea('- Description: a\n- Recommended Skills: Go\n- Mentors: Ann (@ann)\n- Upstream Issue: b\n- LFX URL: c\n')),
    'lfx-accepted',
  )
  assert.equal(
    profile(
      idea(
        '- Description: a\n- Expected Outcome: b\n- Recommended Skills: Go\n- Expected project size: small\n- Mentors: Ann (@ann)\n- Upstream Issue: b\n',
      ),
    ),
    'gsoc',
  )
})

test("ideaFile: the template's own facts override the profile's", () => {
  const { template } = read(
    '# Template\n\n```markdown\n## Project\n### Title\n- Description:\n- Project size: # one of small (~90 hours) and large (~300 hours)\n- Mentors: # at least three\n  - Jane Roe (@jane)\n- Issue Link:\n```\n',
    'programs/summerofcode/2026.md',
  )
  assert.deepEqual(
    template.fields.map(({ label }) => label),
    ['Description', 'Project size', 'Mentors', 'Issue Link'],
  )
  assert.deepEqual(template.sizes, [
    { word: 'small', hours: 90 },
    { word: 'large', hours: 300 },
  ])
  assert.deepEqual(
    { ...template.mentors },
    { min: 3, advised: 3, max: Number.POSITIVE_INFINITY, handle: true, email: false, primary: false },
  )
  assert.deepEqual([template.projectLevel, template.ideaLevel], [2, 3])
})

for (const [entry, handle, email] of [
  ['Name (@handle)', true, false],
  ['\n  - Name (@handle)', true, false],
  ['Name (@handle, email)', true, true],
  ['<name> (<github-handle>, <email>)', true, true],
  ['Jane Doe (@jane)', true, false],
  ['Jane Doe (jane@x.example)', false, true],
  ['Jane Doe (@jane, jane@x.example)', true, true],
  // what says nothing of it leaves it to the profile
  ['Jane Doe', true, false],
  ['', true, true],
] as const) {
  test(`ideaFile: what a mentor needs is what the template shows: ${JSON.stringify(entry)}`, () => {
    const { template } = read(
      `# Template\n\n~~~markdown\n## Project\n### Title\n- **Description**: what\n- **Mentors**: ${entry}\n- **Issue**: URL\n~~~\n`,
      'programs/summerofcode/2026.md',
    )
    assert.deepEqual([template.mentors.handle, template.mentors.email], [handle, email])
  })
}

test('ideaFile: places too deep or too long to be parsed are named, the rest is read', () => {
  const file = read(`# P\n\n## Idea\n\n- Description: text\n- Mentors: Ann (@ann)\n\n${'> '.repeat(300)}deep\n`)
  assert.equal(file.ideaList, true)
  assert.equal(file.unread.length, 1)
  assert.equal(file.text.slice(file.unread[0]!.start).startsWith('> >'), true)
})

test('ideaFile: next to a single idea a heading with prose is not an idea', () => {
  const file = readIdeaFile('# TulipDB\n\n## Mentorship\n\n- Mentors: Ann Oak (@annoak)\n- Skills: C\n\n## License\n\nMIT.\n', {
    path: 'a.md',
    labels: fieldKey,
    knowsProject: () => false,
  })
  assert.deepEqual(
    file.projects.flatMap(({ ideas }) => ideas.map(({ idea }) => idea.heading?.text)),
    ['Mentorship'],
  )
})
