import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conflictMarker } from '../../server/src/rules/conflictMarker.ts'
import { fieldLabel } from '../../server/src/rules/fieldLabel.ts'
import { checkRule, lint, read } from '../support/checkRule.ts'

const only = { rules: [conflictMarker] }
const fields = '\n- Description: It should.\n- Mentor(s): Ada Example (@ada)\n\n'
const list = `### Harbor\n\n#### One\n${fields}`
const conflict = (a: string, b: string): string => `<<<<<<< HEAD\n${a}\n=======\n${b}\n>>>>>>> ideas\n`

test('conflict-marker: one finding a conflict, at its first mark; a base in between changes nothing', () => {
  const text = `${list}${conflict('#### Two', '#### Three\n||||||| 12ab\n#### Four')}${fields}${conflict('a', 'b')}`
  const places = lint(text, only).map(({ span }) => text.slice(span.start, span.end))
  assert.deepEqual(places, ['<<<<<<< HEAD', '<<<<<<< HEAD'])
  assert.equal(lint(text.replaceAll('\n', '\r\n'), only).length, 2)
  assert.equal(lint(`\ufeff${text}`, only)[0]!.span.start, lint(text, only)[0]!.span.start + 1)
})

test('conflict-marker: the line in the middle is not a heading: what follows stays with its idea', () => {
  const text = `${list}#### Two\n\n- Description: x\n\n${conflict('some text', 'other text')}\n- Mentor(s): Ben Example (@ben)\n\n#### Three\n${fields}`
  assert.equal(lint(text, only).length, 1)
  const [project, ...others] = read(text).projects
  assert.deepEqual(others, [])
  assert.deepEqual(
    project!.ideas.map(({ idea }) => [idea.heading?.text, idea.mentors.map(({ handle }) => handle)]),
    [
      ['One', ['ada']],
      ['Two', ['ben']],
      ['Three', ['ada']],
    ],
  )
})

test('conflict-marker: no fix is safe in an idea with a conflict; in the next idea it is', () => {
  const labels = (text: string): readonly string[] =>
    lint(text, { rules: [fieldLabel], path: 'programs/summerofcode/2026.md' }).flatMap(({ fix, fixes }) => [
      fix,
      ...fixes!().map(({ kind }) => kind),
    ])
  const idea = (mentors: string): string => `#### Two\n\n- Description: x\n${mentors}\n`
  const sides = conflict('- Mentors: Ben Example (@ben)', '- Mentors: Cy Example (@cy)')
  const other = '#### Three\n\n- Description: x\n- Mentors: Ada Example (@ada)\n'
  assert.deepEqual(labels(`${list}${idea(sides)}\n${other}`), ['review', 'review', 'review', 'review', 'safe', 'safe'])
  assert.deepEqual(labels(`${list}${idea(`- Mentors: Dee Example (@dee)\n${conflict('', 'b')}`)}`), ['review', 'review'])
  // one whose sides are whole ideas reaches into the idea before it
  assert.deepEqual(labels(`${list}${other}${conflict(idea('- Mentors: Ben Example (@ben)'), '')}`), [
    'review',
    'review',
    'review',
    'review',
  ])
  assert.deepEqual(labels(`${list}${idea('<<<<<<< HEAD\n- Mentors: Ben Example (@ben)')}`), ['safe', 'safe'])
})

const fine = {
  'in a fence': `${list}\`\`\`\n${conflict('a', 'b')}\`\`\`\n`,
  'in a fence of tildes': `${list}~~~ text\n${conflict('a', 'b')}~~~\n`,
  'two marks of three': `${list}<<<<<<< HEAD\na\n=======\nb\n`,
  'another order': `${list}=======\n<<<<<<< HEAD\n>>>>>>> a\n`,
  'an underline of seven': `Linkerd\n=======\n\n### Two\n${fields}`,
  'indented marks': `${list}${conflict('a', 'b').replace(/^/gm, ' ')}`,
  'longer marks': `${list}${conflict('a', 'b').replace('<<<<<<<', '<<<<<<<<')}`,
  'a diff in a fence': `${list}\`\`\`diff\ndiff --git a/x b/x\n@@ -1,2 +3,4 @@\n\`\`\`\n`,
  'an at sign in prose': `${list}Ask @@ -1 or +1 @@ there.\n`,
}

for (const [what, text] of Object.entries(fine)) test(`conflict-marker: no conflict: ${what}`, () => checkRule(text, only))

test('conflict-marker: a diff is reported once, at its first header', () =>
  checkRule(
    `${list}diff --git a/ideas.md b/ideas.md
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ conflict-marker error: This is a pasted diff. Replace it with the resulting text.
index 12ab..34cd
@@ -1,2 +3,4 @@ ideas
+text

#### Two
${fields}@@ -10 +12 @@
^^^^^^^^^^^^^ conflict-marker
`,
    only,
  ))
