import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSizeOptions, readSize } from '../../../server/src/model/fields/sizes.ts'
import { readSkills } from '../../../server/src/model/fields/skills.ts'
import { laterIdea, onlyIdea } from '../../support/idea.ts'

const skills = (text: string, item = false): readonly string[] =>
  readSkills(text, { start: 0, end: text.length }, item).map(({ name }) => name)

test('values: skills are split as a reader splits them', () => {
  assert.deepEqual(skills('Go, Rust; C/C++'), ['Go', 'Rust', 'C/C++'])
  assert.deepEqual(skills('Go, Docker, and Linux.'), ['Go', 'Docker', 'Linux'])
  assert.deepEqual(skills('Go and Linux'), ['Go', 'Linux'])
  assert.deepEqual(skills('Go, testing and quality assurance'), ['Go', 'testing and quality assurance'])
  assert.deepEqual(skills('Go (good, or willing to learn), CI/CD'), ['Go (good, or willing to learn)', 'CI/CD'])
  assert.deepEqual(skills('Go, eBPF. familiarity with networks'), ['Go', 'eBPF', 'familiarity with networks'])
  assert.deepEqual(skills('Node.js, C#, .NET, Q&A'), ['Node.js', 'C#', '.NET', 'Q&A'])
  assert.deepEqual(skills('**Go**, `bash`, [Rust](https://rust-lang.org)'), ['Go', 'bash', 'Rust'])
  assert.deepEqual(skills('Backend Node/Go/etc.'), ['Backend Node/Go/etc.'])
})

test('values: a full stop within a word, or after an abbreviation, separates no skills', () => {
  assert.deepEqual(skills('HTML, e.g. React'), ['HTML', 'e.g. React'])
  assert.deepEqual(skills('U.S. English. Go'), ['U.S. English', 'Go'])
  assert.deepEqual(skills('Harbour Inc. tooling'), ['Harbour Inc. tooling'])
  assert.deepEqual(skills('Knowledge of C. Some Go'), ['Knowledge of C', 'Some Go'])
})

test('values: a remark in brackets does not keep the last "and" of a list from parting names', () => {
  assert.deepEqual(skills('Go (must-have), Kubernetes (nice to have) and Terraform'), [
    'Go (must-have)',
    'Kubernetes (nice to have)',
    'Terraform',
  ])
  assert.deepEqual(skills('Go (reading and writing)'), ['Go (reading and writing)'])
  assert.deepEqual(skills('storage concepts (blocks) and systems of all kinds'), [
    'storage concepts (blocks) and systems of all kinds',
  ])
})

test('values: hard line ends and commas of full width part skills', () => {
  for (const eol of ['  \n', '\\\n', '<br>', '   \r\n  '])
    assert.deepEqual(skills(['Go', 'Linux', 'Rust'].join(eol)), ['Go', 'Linux', 'Rust'])
  assert.deepEqual(skills('Go\nLinux'), ['Go Linux'])
  assert.deepEqual(skills('Go、Linux，C（或 C++，都行）；Rust'), ['Go', 'Linux', 'C（或 C++，都行）', 'Rust'])
})

test('values: an item of skills is one, unless it is a list of short names', () => {
  assert.deepEqual(skills('Go, Docker', true), ['Go', 'Docker'])
  assert.deepEqual(skills('Good writing, and the patience to do it every day again', true), [
    'Good writing, and the patience to do it every day again',
  ])
  assert.deepEqual(skills('Kubernetes and container orchestration', true), ['Kubernetes and container orchestration'])
})

test('values: each item is a skill, the text that introduces the items is not', () => {
  const { placed } = onlyIdea('- Skills: one of these\n  - Go\n  - Rust\n- Mentors: Ann (@ann)')
  assert.deepEqual(
    placed.idea.skills.map(({ name }) => name),
    ['Go', 'Rust'],
  )
})

const size = (text: string): readonly (string | number | null)[] | null => {
  const found = readSize(text, { start: 0, end: text.length })
  return found && [found.word, found.hours]
}

test('values: sizes are read as word and hours', () => {
  assert.deepEqual(size('medium (~175 hour projects)'), ['medium', 175])
  assert.deepEqual(size('**Large** (~350 hours)'), ['large', 350])
  assert.deepEqual(size('# Large (350h)'), ['large', 350])
  assert.deepEqual(size('175 hrs'), [null, 175])
  assert.deepEqual(size('350'), [null, 350])
  assert.deepEqual(size('Small'), ['small', null])
  assert.deepEqual(size('huge'), [null, null])
  assert.deepEqual(size('350 (~12 weeks)'), [null, 350])
  for (const other of ['12 weeks', '10-12 weeks', '12-week project', '20 hours per week', '40h/week', '50 %'])
    assert.deepEqual(size(other), [null, null], other)
  assert.equal(size('  '), null)
})

test('values: a template offers sizes by words with hours, or by hours alone', () => {
  assert.deepEqual(
    parseSizeOptions('# one of small (~90 hour projects), medium (~175 hour projects) and large (~350 hour projects)'),
    [
      { word: 'small', hours: 90 },
      { word: 'medium', hours: 175 },
      { word: 'large', hours: 350 },
    ],
  )
  assert.deepEqual(parseSizeOptions('175 or 350 hours'), [
    { word: null, hours: 175 },
    { word: null, hours: 350 },
  ])
})

test('values: upstream links are read bare, in angle brackets and as Markdown, each once', () => {
  const { placed } = onlyIdea(
    '- Mentors: Ann (@ann)\n- Issue: https://a.org/1, <https://a.org/2> and [3](https://a.org/3), [https://a.org/1](https://a.org/1).',
  )
  assert.deepEqual(
    placed.idea.upstream.map(({ url }) => url),
    ['https://a.org/1', 'https://a.org/2', 'https://a.org/3'],
  )
})

test('values: an LFX address is read; what is no address is none', () => {
  const url = (value: string) => onlyIdea(`- Mentors: Ann (@ann)\n- LFX URL: ${value}`).placed.idea.lfx?.url ?? null
  assert.equal(
    url('https://mentorship.lfx.linuxfoundation.org/project/1'),
    'https://mentorship.lfx.linuxfoundation.org/project/1',
  )
  assert.equal(url('TBD'), null)
})

test('skills: lines with bullets that Markdown does not know are one skill each', () => {
  const skillsOf = (body: string) => laterIdea(body).placed.idea.skills.map(({ name }) => name)
  for (const bullet of ['– ', '• ', '●\u00a0', 'o\t'])
    assert.deepEqual(
      skillsOf(`- Description: text\n- Recommended Skills:\n${bullet}Go\n${bullet}Docker basics\n- LFX URL: none`),
      ['Go', 'Docker basics'],
    )
})
