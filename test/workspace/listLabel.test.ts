import assert from 'node:assert/strict'
import { test } from 'node:test'
import { summarizeList } from '../../server/src/workspace/listSummary.ts'
import { boldParagraphs, readForeign } from '../support/foreignLists.ts'

const labelOf = (path: string, title: string | null): string => {
  const text = title === null ? boldParagraphs.replace(/^# .*\n/, '') : boldParagraphs.replace('# Harbor lights', `# ${title}`)
  const file = readForeign(text, path)
  assert.ok(file.ideaList)
  return summarizeList(`file://${path}`, file).programme.label
}

for (const [path, title, expected] of [
  ['/w/mesh-ideas.md', 'Harbor lights', 'mesh-ideas.md'],
  ['/w/harbor/gsoc/2026.md', 'Harbor: GSoC 2026 ideas', 'Harbor: GSoC 2026 ideas'],
  ['/w/harbor/gsoc/2027.md', 'Harbor: GSoC 2026 ideas', 'Harbor: GSoC 2026 ideas (2027)'],
  ['/w/harbor/gsoc/2027.md', 'Harbor project ideas', 'Harbor project ideas (2027)'],
  ['/w/ideas.md', '**Harbor** lights', 'Harbor lights'],
  ['/w/README.md', 'Harbor lights', 'Harbor lights'],
  ['/w/harbor/gsoc/2026.md', 'GSoC 2026 ideas', 'harbor/gsoc/2026.md'],
  ['/w/harbor/project_ideas.md', null, 'harbor/project_ideas.md'],
  ['ideas.md', 'Ideas', 'ideas.md'],
] as const) {
  test(`listLabel: ${path} with the title ${title}`, () => {
    assert.equal(labelOf(path, title), expected)
  })
}

test('listLabel: the title of a single idea is not its list', () => {
  const text =
    '# Turn the lamp\n\n**Description:** Slowly.\n\n**Mentors:** Mia Stone (@miast)\n\n**Skills:** Go\n\n**Size:** 90 hours\n'
  const file = readForeign(text, '/w/harbor/2026.md')
  assert.equal(file.projects.flatMap(({ ideas }) => ideas)[0]?.idea.heading?.text, 'Turn the lamp')
  assert.equal(summarizeList('file:///w/harbor/2026.md', file).programme.label, 'harbor/2026.md')
})
