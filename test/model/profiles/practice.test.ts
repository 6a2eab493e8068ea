import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile, updateIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'

const proposals = 'lfx-mentorship/2022/01-Spring/project_ideas.md'
const accepted = 'lfx-mentorship/2021/01-Spring/README.md'

const problems = (text: string, path: string): readonly string[] =>
  createLinter(rules)
    .lint(readIdeaFile(text, { path, knowsProject: () => true }))
    .filter(({ code }) => code !== 'toc-missing')
    .map(({ code, message }) => `${code}: ${message}`)

const titles = ['Sign what is copied', 'Resume transfers', 'Scan in parallel', 'Sort by age']

const ideas = (fields: (index: number) => readonly string[], heading = (title: string): string => title): string =>
  `### Harbor\n\n${titles.map((title, index) => `#### ${heading(title)}\n\n${fields(index).join('\n')}\n`).join('\n')}`

/** The fields of an idea; a text for each idea, so that none repeats another. */
const usual = (index: number, mentors: string, marks = '- '): readonly string[] => [
  `${marks}Description: It takes ${index} days.`,
  `${marks}Expected Outcome: It takes ${index} hours.`,
  `${marks}Recommended Skills: Go`,
  `${marks}Mentor(s): ${mentors}`,
  `${marks}Upstream Issue: https://github.com/goharbor/harbor/issues/${index + 1}`,
]

const both = 'Ada Example (@ada, ada@example.org), Ben Example (@ben, ben@example.org)'

test('templateInPractice: nobody has an address, and two names share a line', () => {
  const one = (index: number): readonly string[] => usual(index, 'Ada Example (@ada), Ben Example (@ben)')
  assert.deepEqual(problems(ideas(one), proposals), [])
})

test('templateInPractice: one of four lacks the address, and has one mentor', () => {
  const one = (index: number): readonly string[] => usual(index, index === 3 ? 'Ada Example (@ada)' : both)
  assert.deepEqual(problems(ideas(one), proposals), [
    'mentor-count: 1 mentor is listed; 2 are recommended.',
    'mentor-email: Ada Example has no email address; expected "Ada Example (@ada, email)".',
  ])
})

test('templateInPractice: what the template block says stays', () => {
  const block =
    '## Template\n\n```\n### Project\n#### Title\n- Description:\n- Expected Outcome:\n- Recommended Skills:\n- Mentor(s): Name (@handle, email)\n- Upstream Issue:\n```\n\n## Ideas\n\n'
  const one = (index: number): readonly string[] => usual(index, 'Ada Example (@ada), Ben Example (@ben)')
  assert.equal(problems(block + ideas(one), proposals).filter((problem) => problem.startsWith('mentor-email')).length, 8)
})

test('templateInPractice: a field that no idea has, labels without list marks', () => {
  const bare = (index: number): readonly string[] =>
    usual(index, both, '').flatMap((line) => (line.startsWith('Expected') ? [] : [line, '']))
  assert.deepEqual(problems(ideas(bare), proposals), [])
})

test('templateInPractice: accepted projects link their pages in the headings', () => {
  const page = (title: string): string =>
    `[${title}](https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000${titles.indexOf(title)})`
  const one = (index: number): readonly string[] => usual(index, 'Ada Example (@ada), Ben Example (@ben)')
  assert.deepEqual(problems(ideas(one, page), accepted), [])
})

test('templateInPractice: an edit in one idea gives what a fresh reading gives', () => {
  const options = { path: proposals, knowsProject: () => true }
  const before = ideas((index) => usual(index, index > 1 ? 'Ada Example (@ada)' : both))
  const old = ', ada@example.org), Ben Example (@ben, ben@example.org'
  const at = before.indexOf(old)
  const after = before.replace(old, '')
  const change = { start: at, oldEnd: at + old.length, newEnd: at }
  const file = updateIdeaFile(readIdeaFile(before, options), after, change, options)
  assert.deepEqual(file.template, readIdeaFile(after, options).template)
  assert.notDeepEqual(file.template, readIdeaFile(before, options).template)
})

const issueLabel = (label: string) => (index: number) => usual(index, both).map((line) => line.replace('Upstream Issue', label))

test('templateInPractice: a label of the profile that no idea has is asked for nowhere', () => {
  assert.deepEqual(problems(ideas(issueLabel('Issue')), proposals), [])
  const mixed = (index: number): readonly string[] => issueLabel(index < 2 ? 'Issue' : 'Tracking Issue')(index)
  assert.deepEqual(problems(ideas(mixed), proposals), [])
})

test('templateInPractice: a label that most ideas have is asked of the others', () => {
  const one = (index: number): readonly string[] => issueLabel(index === 3 ? 'Upstream Issue' : 'Issue')(index)
  assert.deepEqual(problems(ideas(one), proposals), ['field-label: The label "Upstream Issue" should be "Issue" in this list.'])
  const other = (index: number): readonly string[] => issueLabel(index < 2 ? 'Upstream Issue' : 'Issue')(index)
  assert.deepEqual(problems(ideas(other), proposals), [
    'field-label: The label "Issue" should be "Upstream Issue" in this list.',
    'field-label: The label "Issue" should be "Upstream Issue" in this list.',
  ])
})

test('templateInPractice: a label that the profile does not have is one of the list if most ideas have it', () => {
  const withMentee = (count: number) => (index: number) =>
    index < count ? [...usual(index, both), `- Mentee${index === 0 ? ' (profile)' : ''}: Mentee ${index}`] : usual(index, both)
  assert.deepEqual(problems(ideas(withMentee(3)), proposals), [])
  assert.equal(problems(ideas(withMentee(2)), proposals).filter((problem) => problem.startsWith('unknown-field')).length, 2)
})

test('templateInPractice: an unknown label of issues is the label of the issue', () => {
  const related = (count: number) => (index: number) =>
    usual(index, both).map((line) =>
      index < count ? line.replace(/Upstream Issue: (.*)/, 'Related Issues: [org/repo]($1)') : line,
    )
  assert.deepEqual(problems(ideas(related(1)), proposals), [
    'field-label: The label "Related Issues" should be "Upstream Issue" in this list.',
  ])
  assert.deepEqual(problems(ideas(related(4)), proposals), [])
})

test('templateInPractice: a label of the template block may be far from its list mark', () => {
  const block =
    '```\n### Project\n#### Title\n- Description:\n- Expected Outcome:\n- Recommended Skills:\n- Mentor(s):\n-       Stretch goal:\n- Upstream Issue:\n```\n'
  const one = (index: number): readonly string[] => [...usual(index, both), ...(index === 0 ? ['- Stretch goal: Go on'] : [])]
  const found = problems(`## Template\n\n${block}\n## Ideas\n\n${ideas(one)}`, proposals)
  assert.deepEqual(found, ['field-order: "Upstream Issue" should come after "Stretch goal", as in the template.'])
})
