import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { headingLevel } from '../../server/src/rules/headingLevel.ts'
import { applyEdits, type Edit } from '../../server/src/text/edits.ts'
import { lint, read } from '../support/checkRule.ts'
import { runs } from '../support/runs.ts'

/** Projects, each at a depth of its own, with ideas mostly one below: what lists are that two people put together. */
const mixed = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('Harbor', 'Jaeger', 'Cilium', 'Keylime', 'Our own tools', 'SIG CLI'),
      depth: fc.constantFrom(2, 3, 3, 4),
      ideas: fc.array(fc.constantFrom(1, 1, 1, 1, 0, 2), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 4, selector: ({ name }) => name },
  )
  .map((projects) => {
    let count = 0
    return projects
      .map(({ name, depth, ideas }) => {
        const below = ideas.map((deeper) => `${'#'.repeat(depth + deeper)} Idea of number ${count++} here\n\n${fields}\n`)
        return `${'#'.repeat(depth)} ${name}\n\n${below.join('')}`
      })
      .join('')
  })

const fields = `- Description: It should.
- Mentor(s):
  - Ada Fern (@ada, ada@example.org)
`

/** Which idea belongs to which project. */
const outline = ({ projects }: IdeaFile): readonly string[] =>
  projects.flatMap(({ name, ideas }) => [name, ...ideas.map(({ idea }) => `${name}: ${idea.heading?.text}`)])

const paths = ['ideas.md', 'programs/summerofcode/2026.md']

test('headingLevel: a safe change of a level, alone or with the others, leaves every idea with its project', () => {
  fc.assert(
    fc.property(mixed, fc.constantFrom('', '## Ideas\n\n', '# Ideas\n\n'), fc.constantFrom(...paths), (list, title, path) => {
      const text = title + list
      const before = outline(read(text, path))
      const safe = lint(text, { path, rules: [headingLevel] }).flatMap((finding) =>
        finding.fix === 'safe' ? (finding.fixes?.() ?? []) : [],
      )
      const check = (edits: readonly Edit[]): void => {
        const after = applyEdits(text, edits)
        assert.deepEqual(outline(read(after, path)), before, `${text}\n-------- became\n${after}`)
      }
      for (const { edits } of safe) check(edits)
      check(safe.flatMap(({ edits }) => edits))
    }),
    runs(150),
  )
})
