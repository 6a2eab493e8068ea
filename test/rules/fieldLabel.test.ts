import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lint } from '../support/checkRule.ts'

test('field-label: the fix of a label that says more in brackets is for review', () => {
  const path = 'lfx-mentorship/2025/01-Mar-May/project_ideas.md'
  const list = (mentors: string): string => `### Harbor

#### Sign what is copied
- Description: Signatures travel along.
- ${mentors}: Ann Lee (@ann, a@b.co)
`
  const reported = (mentors: string): readonly string[] =>
    lint(list(mentors), { path })
      .filter(({ code }) => code === 'field-label')
      .flatMap(({ fix, fixes }) => [fix, ...fixes!().map(({ kind, title }) => `${kind}: ${title}`)])
  assert.deepEqual(reported('Mentors (GitHub handle)'), ['review', 'review: Change the label to "Mentor(s)"'])
  assert.deepEqual(reported('Mentors'), ['safe', 'safe: Change the label to "Mentor(s)"'])
  assert.deepEqual(reported('Mentors(s)'), ['safe', 'safe: Change the label to "Mentor(s)"'])
})

test('field-label: a single word for a label is offered only if it is read as a label', () => {
  const text = `## Ideas

### Harbor

- Description: a
- Mentor(s): Ada Fern (@ada)
- Issue: https://github.com/goharbor/harbor/issues/1

### Jaeger

Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1

- Mentor(s): Ada Fern (@ada)
`
  const labels = lint(text, { path: 'programs/summerofcode/2020.md' }).filter(({ code }) => code === 'field-label')
  assert.deepEqual(
    labels.map(({ fix, fixes }) => [fix, fixes]),
    [['none', undefined]],
  )
})
