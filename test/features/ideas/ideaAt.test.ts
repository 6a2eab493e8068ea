import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ideaAt } from '../../../server/src/features/ideas/ideaAt.ts'
import type { IdeaAt } from '../../../server/src/protocol/protocol.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'
import { open, withCursor } from '../../support/cursor.ts'
import { list } from '../../support/list.ts'

const shownAt = (marked: string): IdeaAt | null => {
  const { file, lines, offset } = open(marked)
  const linter = createLinter(rules, (message) => assert.fail(message))
  return ideaAt(file, lines, linter.lint(file), offset)
}
const titleAt = (place: string): string | null | undefined => shownAt(withCursor(list, place))?.title

test('ideaAt: the idea is the one around the cursor, from its heading to its last line', () => {
  assert.equal(titleAt('$0#### Show the tide'), 'Show the tide')
  assert.equal(titleAt('#### Show the tide$0'), 'Show the tide')
  assert.equal(titleAt('Sailors asked$0 for it.'), 'Show the tide')
  assert.equal(titleAt('harbor/issues/12$0'), 'Show the tide')
  assert.equal(titleAt('$0#### Read old logs'), 'Read old logs')
  assert.equal(titleAt('  - Fay Pool (@fay-pool$0'), 'Ring the bell 🔔')
})

test('ideaAt: elsewhere there is none', () => {
  for (const place of [
    '$0# Ideas for',
    'How to take$0 part',
    '- [Show the$0 tide]',
    '$0#### Idea title',
    '### Har$0bor',
    'Write to$0 us',
  ]) {
    assert.equal(titleAt(place), undefined, place)
  }
  assert.equal(shownAt('# A README\n\nSome $0text.\n'), null)
  assert.equal(shownAt('$0'), null)
})

test('ideaAt: it comes with its project, its place and its text below the heading', () => {
  const text = list.replaceAll('\n', '\r\n')
  const shown = shownAt(withCursor(text, 'bell rings when$0'))
  assert.equal(shown?.project, 'Jaeger')
  const first = list.slice(0, list.indexOf('#### Ring')).split('\n').length - 1
  assert.deepEqual(shown.range, {
    start: { line: first, character: 0 },
    end: { line: first + 9, character: '- Upstream Issue (URL): 😀 TBD'.length },
  })
  assert.ok(shown.text.startsWith('\r\n\r\n- Description: 😀 The bell'), shown.text)
  assert.ok(shown.text.endsWith('- Upstream Issue (URL): 😀 TBD'), shown.text)
})

test('ideaAt: its findings are those that begin in it', () => {
  const bad = list.replace('size: large (~350', 'size: huge (~').replace('### Jaeger\n\n', '### Jaeger\n\n#### Nothing here\n\n')
  const codes = (place: string): readonly string[] | undefined =>
    shownAt(withCursor(bad, place))?.findings.map(({ code, severity }) => `${severity} ${code}`)
  assert.deepEqual(codes('#### Show the$0 tide'), ['error invalid-size'])
  assert.deepEqual(codes('#### Read old$0 logs'), [])
  assert.deepEqual(codes('#### Nothing here$0'), ['error empty-idea', 'warning toc-entry-missing'])
  const shown = shownAt(withCursor(bad, '#### Show the$0 tide'))
  const { range, message } = shown!.findings[0]!
  assert.equal(range.start.character, '- Expected project size: '.length)
  assert.match(message, /huge/)
})

test('ideaAt: fields under no heading are shown without a title', () => {
  const orphan = list.replace('#### Show the tide\n\n', '')
  const shown = shownAt(withCursor(orphan, 'The lamp$0 shows'))
  assert.equal(shown?.title, null)
  assert.ok(shown.text.startsWith('- Description: The lamp'))
})

test('ideaAt: it comes with the handles of its mentors', () => {
  assert.deepEqual(shownAt(withCursor(list, 'bell rings when$0'))?.handles, ['ed-lake', 'fay-pool'])
})
