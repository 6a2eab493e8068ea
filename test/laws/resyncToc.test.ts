import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { resyncToc, snapshotToc } from '../../server/src/editing/toc/resyncToc.ts'
import { applyEdits, areDisjoint } from '../../server/src/text/edits.ts'
import { read } from '../support/checkRule.ts'
import { runs } from '../support/runs.ts'

const path = 'programs/summerofcode/2022.md'
const titles = ['Tests', 'Größe 😀', 'A *b* `c`', 'C/C++ & more', 'Sign copies', 'Read logs', 'Undo', 'a_b_c']
const names = ['Harbor', 'Jaeger', 'Helm', 'Envoy', 'Dapr']

interface Section {
  readonly name: string
  readonly ideas: readonly string[]
}

const anySection = fc.record({
  name: fc.constantFrom(...names),
  ideas: fc.uniqueArray(fc.constantFrom(...titles), { minLength: 1, maxLength: 4 }),
})

const body = (sections: readonly Section[]): string =>
  sections
    .map(({ name, ideas }) =>
      [
        `#### ${name}\n\n`,
        ...ideas.map((title) => `##### ${title}\n\n- Description: It should.\n- Mentor(s): Ada Example (@ada)\n\n`),
      ].join(''),
    )
    .join('')

/** A list with a table that is in step: that of a reading of itself. */
function inStep(sections: readonly Section[]): string {
  const file = read(body(sections), path)
  const rows = file.headings.map(({ heading, anchor }) => `${heading.level === 5 ? '  ' : ''}* [${heading.text}](#${anchor})\n`)
  return `## Ideas\n\n<!-- TOC -->\n${rows.join('')}<!-- TOC -->\n\n`
}

const anyChange = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), at: fc.nat(), to: fc.constantFrom(...titles, 'Something new', 'Another') }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(), title: fc.constantFrom(...titles, 'Fresh') }),
  fc.record({ kind: fc.constant('project' as const), at: fc.nat(), to: fc.constantFrom('Kuma', 'Falco') }),
  fc.record({ kind: fc.constant('turn' as const) }),
)
type Change = typeof anyChange extends fc.Arbitrary<infer T> ? T : never

function changed(sections: readonly Section[], change: Change): readonly Section[] {
  if (change.kind === 'turn') return sections.toReversed()
  const at = change.at % sections.length
  const { name, ideas } = sections[at]!
  const place = change.at % ideas.length
  switch (change.kind) {
    case 'rename':
      return sections.with(at, { name, ideas: ideas.with(place, change.to) })
    case 'remove':
      return ideas.length > 1 ? sections.with(at, { name, ideas: ideas.toSpliced(place, 1) }) : sections
    case 'add':
      return sections.with(at, { name, ideas: ideas.toSpliced(place, 0, change.title) })
    case 'project':
      return sections.with(at, { name: change.to, ideas })
  }
}

test('resyncToc: a table that was in step is so after a save, whatever the headings have become, and a second save finds nothing', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anySection, { minLength: 1, maxLength: 3, selector: ({ name }) => name }),
      fc.array(anyChange, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(
        (text: string) => text,
        (text: string) => text.replaceAll('\n', '\r\n'),
      ),
      (sections, changes, ends) => {
        const toc = ends(inStep(sections))
        const basis = snapshotToc(read(toc + ends(body(sections)), path))
        assert.ok(basis?.isUpToDate, toc)
        const now = read(toc + ends(body(changes.reduce(changed, sections))), path)
        const edits = resyncToc(now, basis)
        assert.ok(areDisjoint(edits))
        const after = applyEdits(now.text, edits)
        const next = snapshotToc(read(after, path))
        assert.ok(next?.isUpToDate, `${now.text}\nbecame\n${after}`)
        assert.deepEqual(resyncToc(read(after, path), next), [])
        assert.ok(after.endsWith(now.text.slice(toc.length)), 'the list itself has changed')
      },
    ),
    runs(80),
  )
})
