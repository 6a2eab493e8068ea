import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CopiedText, planFixedPaste } from '../../../server/src/features/authoring/pasteIdea.ts'
import { looksLikeCopiedIdea } from '../../../server/src/features/authoring/pasteOffers.ts'
import type { Plan, Refusal } from '../../../server/src/features/authoring/plan.ts'
import { profiles } from '../../../server/src/model/profiles/profiles.ts'
import { leftAlone, opened, planned } from '../../support/plans.ts'

const path = 'programs/summerofcode/2027.md'

const planIn = (text: string, where: string, copied: Partial<CopiedText>): Plan | Refusal => {
  const { file, read } = opened(text, where)
  const steps = planFixedPaste(file, { plain: '', html: '', ...copied }, 0, read, function* () {
    yield
    return []
  })
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

const fields = 'Description: It lints.\nSkills: Go\nMentors: Pat Ho (@patho)\n'
const plain = `Project: Falco\nTitle: Rule linter\n${fields}`

const written = `
### Falco

#### Rule linter

- Description: It lints.
- Expected Outcome: 
- Recommended Skills: Go
`

test('paste as idea: in an empty file a whole list is written, as New Idea does', () => {
  for (const text of ['', '\n', '\ufeff']) {
    const after = leftAlone(text, planIn(text, path, { plain }))
    assert.match(
      after.replace('\ufeff', ''),
      /^# Google Summer of Code 2027\n\n<!-- TOC -->\n[\s\S]*\n## Template\n[\s\S]*\n## Ideas\n/,
    )
    assert.ok(after.includes(written) && after.includes('  - Pat Ho (@patho)\n'), after)
    const { file } = opened(after, path)
    assert.deepEqual(
      file.projects.map(({ name, ideas }) => [name, ideas.map(({ idea }) => idea.heading?.text)]),
      [['Falco', ['Rule linter']]],
    )
  }
})

test('paste as idea: several ideas in an empty file', () => {
  const after = leftAlone('', planIn('', path, { plain: `${plain}\nProject: Flux\nTitle: Log sink\n${fields}` }))
  const { file } = opened(after, path)
  assert.deepEqual(
    file.projects.map(({ name, ideas }) => [name, ideas.length]),
    [
      ['Falco', 1],
      ['Flux', 1],
    ],
  )
  assert.ok(after.includes('(#rule-linter)') && after.includes('(#log-sink)'))
})

test('paste as idea: the program of a new list is asked for where the path does not say it', () => {
  for (const [text, where] of [
    ['', 'new.md'],
    ['Proposals have moved.\n', path],
  ] as const) {
    const refused = planIn(text, where, { plain })
    assert.ok('refusal' in refused && refused.needs === 'profile')
    const after = leftAlone(text, planIn(text, where, { plain, profile: profiles.gsoc }))
    assert.ok(after.startsWith(text) && after.includes(written), after)
  }
  const nameless = { plain: plain.replace('Project: Falco\n', '') }
  const refused = planIn('', 'new.md', { ...nameless, profile: profiles.gsoc })
  assert.ok('refusal' in refused && refused.needs === 'project')
  const after = leftAlone('', planIn('', 'new.md', { ...nameless, profile: profiles.gsoc, project: 'Falco' }))
  assert.ok(after.includes(written), after)
  const nothing = planIn('', 'new.md', { plain: 'Hello' })
  assert.ok('refusal' in nothing && nothing.needs === undefined)
})

test('paste as idea: an offer in an empty file for text that reads as an idea', () => {
  const { file } = opened('', path)
  assert.equal(looksLikeCopiedIdea(file, { plain, html: '' }), true)
  assert.ok(planned(planIn('', path, { plain })).edits.length > 0)
  for (const text of ['Hello', '# Notes\n\nSkills: Go\n', 'Rehearse\nSkills: Go\nMentors: Jane Roe\n'])
    assert.equal(looksLikeCopiedIdea(file, { plain: text, html: '' }), false)
  assert.equal(looksLikeCopiedIdea(opened('# Notes\n', path).file, { plain, html: '' }), false)
})
