import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportedDescription, exportedProgramName } from '../../server/src/exports/exportedText.ts'
import { type ExportedProgram, readLfxExport } from '../../server/src/exports/lfxExport.ts'
import { ideaFieldText } from '../../server/src/forms/ideaFieldText.ts'
import { listFromExport } from '../../server/src/forms/listFromExport.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import { read } from '../support/idea.ts'

const path = 'lfx-mentorship/2026/03-Sep-Nov/README.md'
const projects = ['Harbor', 'Open Policy Agent (OPA)', 'cert-manager', 'Kubernetes', 'etcd']
const descriptions = [
  '## Description\n\nOne line.\n\n## Expected outcomes\n\n- a test\n- a guide',
  'Plain words only, with `code` and *marks*.',
  '- begins with a list\n- and goes on\n\nThen a paragraph.',
  '## Description\n\nText.\n\n```yaml\na: 1\n```\n\n1. one\n2. two\n\n## Expected outcomes\n\nDone.',
  '> a quote\n\n| a | b |\n|---|---|\n| 1 | 2 |',
]

const program = (at: number): ExportedProgram => ({
  cncf_project: projects[at % projects.length]!,
  program_name_short: `Program ${at}: improve [the] *thing* / part_${at % 7}`,
  program_name_full: '',
  description: descriptions[at % descriptions.length]!,
  technologies: 'Go, Kubernetes',
  skills: at % 2 === 0 ? '' : 'Go, writing',
  mentors: [
    {
      name: `Ada ${'abcdefghij'[at % 10]} Example`,
      github_handle: `ada-${at}`,
      email: `ada${at}@example.org`,
      lfid: `ada${at}`,
      role: 'primary',
    },
    { name: 'Ben Example', github_handle: `ben-${at}`, email: `ben${at}@example.org`, lfid: '', role: 'co-mentor' },
  ],
  upstream_issue_url: `https://github.com/example/repo-${at}/issues/${at + 1}`,
  lfx_url: `https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
  term: '2026 Term 3 (Sep-Nov)',
})
const programs = Array.from({ length: 59 }, (_, at) => program(at))
const text = listFromExport({ programs }, (each) => read(each, path))
const file = read(text, path)

test('import: 59 programs read back equal, each under its project', () => {
  const ideas = file.projects.flatMap(({ heading, ideas: own }) =>
    own.map((placed) => ({ project: heading?.heading.text, placed })),
  )
  assert.equal(ideas.length, 59)
  for (const each of programs) {
    const name = exportedProgramName(each)
    const found = ideas.filter(({ placed }) => placed.idea.heading?.text === name.replace(/\*/g, '*'))
    assert.equal(found.length, 1, name)
    const { project, placed } = found[0]!
    const { idea, at } = placed
    const own = file.text.slice(at, at + idea.length)
    const { description, outcome } = exportedDescription(each.description)
    assert.equal(project, each.cncf_project)
    assert.equal(ideaFieldText(own, idea, 'description'), description)
    assert.equal(ideaFieldText(own, idea, 'expectedOutcome'), outcome)
    assert.deepEqual(
      idea.mentors.map(({ name: who, handle, email, primary }) => [who, handle, email, primary]),
      each.mentors.map((mentor) => [mentor.name, mentor.github_handle, mentor.email, mentor.role === 'primary']),
    )
    assert.equal(idea.upstream[0]?.url, each.upstream_issue_url)
    assert.equal(idea.lfx?.url, each.lfx_url)
    assert.deepEqual(
      idea.skills.map((skill) => skill.name),
      (each.skills === '' ? each.technologies : each.skills).split(', '),
    )
  }
})

test('import: the list has the contents with the right anchors, and no problem but the texts that repeat', () => {
  const findings = createLinter(rules).lint(file, {})
  assert.deepEqual(
    [...new Set(findings.map(({ code }) => code))].filter((code) => code !== 'duplicate-text'),
    [],
  )
  assert.equal(file.toc?.entries.length, 59 + projects.length)
})

test('import: an export without its keys, of another version or broken is a sentence', () => {
  const problemOf = (source: string): string => {
    const found = readLfxExport(source)
    return 'problem' in found ? found.problem : ''
  }
  assert.equal(problemOf('{'), 'not valid JSON; export it again')
  assert.match(problemOf('[]'), /^not an export of LFX programs \(no "programs" list\)/)
  assert.match(problemOf('{}'), /^an export of another version \("programs" is missing|\(no "programs" list\)/)
  assert.match(
    problemOf('{"programs":[{"title":"a"}]}'),
    /^an export of another version \("programs\.0\.cncf_project" is missing/,
  )
  assert.match(problemOf('{"version":2,"programs":[{"cncf_project":"Harbor","mentors":"Ada"}]}'), /"programs\.0\.mentors"/)
})

test('import: technologies may be lists, and what is absent is empty', () => {
  const found = readLfxExport(
    '{"programs":[{"cncf_project":"Harbor","technologies":["Go","gRPC"],"mentors":[{"name":"Ada"}],"lfx_url":null}]}',
  )
  assert.ok('data' in found)
  const [only] = found.data.programs
  assert.deepEqual([only!.technologies, only!.lfx_url, only!.mentors[0]!.lfid], ['Go, gRPC', '', ''])
})

test('import: the name of a program without project and term', () => {
  const named = (full: string): string => exportedProgramName({ ...program(0), program_name_short: '', program_name_full: full })
  assert.equal(named('CNCF - Harbor: Sign copies (2026 Term 3)'), 'Sign copies')
  assert.equal(named('Sign copies (again)'), 'Sign copies (again)')
})
