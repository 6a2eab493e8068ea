import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { syncToc } from '../../server/src/editing/toc/syncToc.ts'
import { planNewIdea } from '../../server/src/features/authoring/newIdea.ts'
import { planNewMentor } from '../../server/src/features/authoring/newMentor.ts'
import { planSortProjects } from '../../server/src/features/authoring/planSortProjects.ts'
import { planSyncToc } from '../../server/src/features/authoring/planSyncToc.ts'
import type { IdeaFile } from '../../server/src/model/types.ts'
import { list } from '../support/list.ts'
import { leftAlone, opened } from '../support/plans.ts'
import { runs } from '../support/runs.ts'
import { anyMarkdown, nearlyIdeaList } from './texts.ts'

const ideasOf = ({ projects }: IdeaFile) =>
  projects.flatMap(({ name, ideas }) => ideas.map(({ idea }) => ({ project: name, title: idea.heading?.text ?? '' })))

const isWithin = (whole: string, parts: readonly string[]): boolean => {
  let at = 0
  return parts.every((part) => {
    const found = whole.indexOf(part, at)
    at = found + part.length
    return found >= 0
  })
}

const anyTitle = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '`',
        '[',
        ']',
        '(',
        ')',
        '$',
        '{',
        '}',
        '*',
        '_',
        '#',
        '<',
        '>',
        '\\',
        '&amp;',
        '!',
        'a',
        'b c',
        '😀',
        ' ',
        '|',
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join('')),
)
const ends = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.replaceAll('\n', '\r\n'),
)

test('newIdea: a title and a project of any characters make one idea more, read as they were typed, and the table stays in step', () => {
  const good = list.replace('😀 TBD', 'https://github.com/lantern-light/bells/issues/3')
  fc.assert(
    fc.property(fc.constantFrom('Harbor', 'Helm', 'Zot', 'Akri', 'C[3]', 'A `b`', '#'), anyTitle, ends, (project, title, end) => {
      const text = end(good)
      const { file, read } = opened(text)
      assert.deepEqual(syncToc(file), [])
      const made = planNewIdea(file, { project, title }, read)
      if ('refusal' in made) {
        assert.match(title, /^[\s\p{Cc}\ufeff\p{Zl}\p{Zp}]*$/u)
        return
      }
      const after = read(leftAlone(text, made))
      const [old, now] = [ideasOf(file), ideasOf(after)]
      assert.equal(now.length, old.length + 1)
      const shown = (typed: string): string => typed.replace(/[`\s\p{Cc}\ufeff\p{Zl}\p{Zp}]/gu, '')
      const fresh = now.filter((idea) => !old.some((known) => known.project === idea.project && known.title === idea.title))
      assert.deepEqual(
        fresh.map((idea) => [shown(idea.project), shown(idea.title)]),
        [[shown(project), shown(title)]],
        after.text,
      )
      assert.deepEqual(syncToc(after), [], after.text)
      if (end('\n') === '\r\n') assert.doesNotMatch(after.text, /(?<!\r)\n/)
    }),
    runs(50),
  )
})

test('newIdea: in any text a plan is made or refused, and no character of the text is lost', () => {
  fc.assert(
    fc.property(
      fc.oneof(nearlyIdeaList, anyMarkdown),
      fc.constantFrom('Harbor', 'Kubernetes'),
      fc.nat(400),
      (text, project, at) => {
        const { file, read } = opened(text)
        const made = planNewIdea(file, { project, title: 'A $title', at }, read)
        if (!('refusal' in made)) {
          const after = leftAlone(text, made)
          assert.equal(ideasOf(read(after)).length, ideasOf(file).length + 1)
          assert.ok(after.includes('# A $title'))
        }
        const more = planNewMentor(file, at)
        if (!('refusal' in more)) assert.ok(leftAlone(text, more).length > text.length)
        for (const moved of [planSortProjects(file, read), planSyncToc(file)]) {
          if ('refusal' in moved) continue
          assert.ok(moved.edits.length > 0)
          leftAlone(text, moved)
        }
      },
    ),
    runs(150),
  )
})

test('newIdea: a list of 1,000 ideas takes one more', () => {
  const idea = (index: number): string =>
    `#### Idea ${index}\n\n- Description: x\n- Mentor(s):\n  - Ada Example (@ada-example, ada@example.org)\n`
  const text = `# Ideas\n\n### Harbor\n\n${Array.from({ length: 1000 }, (_, index) => idea(index)).join('\n')}`
  const { file, read } = opened(text)
  const made = planNewIdea(file, { project: 'Harbor', title: 'One more' }, read)
  const after = leftAlone(text, made)
  assert.equal(ideasOf(read(after)).length, 1001)
  assert.ok(isWithin(after, [text.trimEnd(), '#### One more\n']))
})
