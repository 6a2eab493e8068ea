import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { fieldKey } from '../../../server/src/model/labels/aliases.ts'
import { roleDecisions } from '../../../server/src/model/outline/roleDecisions.ts'
import { debugModel } from '../../../server/src/report/debugModel.ts'

const fields = '- Description: It should.\n- Mentors: Ada Example (@ada)\n'
const known = new Set(['Harbor', 'Jaeger', 'Kubernetes', 'Kubernetes: benchmarks of all schedulers'])

/** `HEADING` or `HEADING+` (with fields), sections of a list with projects at level 2 and ideas at level 3. */
const textOf = (headings: readonly string[]): string =>
  headings.map((heading) => (heading.endsWith('+') ? `${heading.slice(0, -1)}\n\n${fields}` : `${heading}\n`)).join('\n')

/** The case that decides the section with the heading that begins with `>`. */
function caseOf(headings: readonly string[], path = 'summerofcode/2026.md'): readonly [string, string] {
  const index = headings.findIndex((heading) => heading.startsWith('>'))
  const text = textOf(headings.map((heading) => heading.replace(/^>/, '')))
  const file = readIdeaFile(text, { path, labels: fieldKey, knowsProject: (name) => known.has(name) })
  const { decided } = debugModel(file, null).sections[index]!
  return [decided!.name, decided!.role]
}

/** Two ideas that set the levels. */
const rest = ['## Kubernetes', '### Trim the log+', '### Show the tide+']

const examples: readonly (readonly [string, string, readonly string[], string?])[] = [
  ['known project at another level', 'project', [...rest, '>### Harbor', '### Sign copies+']],
  ['below an idea', 'part', [...rest, '>#### Milestones']],
  ['idea at a deeper level', 'idea', [...rest, '>#### Sign copies+']],
  ['deeper, in no idea', 'other', [...rest, '## Harbor', '>#### Milestones', ...rest]],
  ['idea level with a field', 'idea', ['## Harbor', '>### Sign copies+', ...rest]],
  ['idea level, a heading over a deeper idea', 'other', ['## Harbor', '>### Registry', '#### Sign copies+', ...rest]],
  ['idea level, title of instructions', 'other', ['## Harbor', '>### Timeline', ...rest]],
  ['idea level, empty heading', 'other', ['## Harbor', '>###', ...rest]],
  ['prose next to the only idea of a page', 'other', ['## Our work', '>### Who we are\n\nPeople.', '### Sign copies+'], 'a.md'],
  ['idea level', 'idea', ['## Harbor', '>### Sign copies', ...rest]],
  ['fields that are explained', 'other', [...rest, '>## How to propose ideas+', ...rest]],
  ['fields under a title of the list', 'fields', [...rest, '>## Project ideas+', ...rest]],
  ['above projects, with fields', 'idea', [...rest, '># Sign copies+', ...rest]],
  ['above projects', 'other', [...rest, '># More', ...rest]],
  ['project level, empty heading', 'other', [...rest, '>##', ...rest]],
  ['title that begins with a project, with fields', 'idea', [...rest, '>## Kubernetes: benchmarks of all schedulers+', ...rest]],
  ['title of a sample', 'other', [...rest, '>## Sample:', '### Sign copies+']],
  ['known project', 'project', ['>## Harbor', '### Sign copies+', ...rest]],
  [
    'short name over ideas, with fields of its own',
    'project',
    ['## Alpha', '### A+', '## Beta', '### B+', '>## Gamma+', '### C+', '### D+'],
  ],
  ['project level, with fields', 'idea', [...rest, '>## Sign copies+', ...rest]],
  ['title of instructions', 'other', [...rest, '>## Timeline', ...rest]],
  ['empty section with the title of an idea', 'idea', [...rest, '>## Copy what is signed already', ...rest]],
  ['project level', 'project', [...rest, '>## Orchard', '### Water the trees+']],
]

for (const [name, role, headings, path] of examples) {
  test(`roleDecisions: ${name}`, () => assert.deepEqual(caseOf(headings, path), [name, role]))
}

const template = '## Template\n\n```\n# Project\n\n### Idea\n\n- Description: x\n- Mentors: Jane Doe (@jane-doe)\n```\n'

test('roleDecisions: between the levels of projects and ideas, where a template leaves room', () => {
  const text = `${template}\n# Harbor\n\n### Trim the log\n\n${fields}\n## Sign copies\n\n${fields}\n## Chapter\n\n### Show the tide\n\n${fields}`
  const file = readIdeaFile(text, { path: 'a.md', knowsProject: () => false })
  const decided = debugModel(file, null).sections.map((section) => [section.heading, section.decided?.name])
  assert.deepEqual(decided.slice(3, 5), [
    ['## Sign copies', 'between the levels, with fields'],
    ['## Chapter', 'between the levels'],
  ])
})

test('roleDecisions: each case has a name of its own and an example here', () => {
  const names = roleDecisions.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  const tried = new Set([...examples.map(([name]) => name), 'between the levels, with fields', 'between the levels'])
  assert.deepEqual(
    names.filter((name) => !tried.has(name)),
    [],
  )
})
