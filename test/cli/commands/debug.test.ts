import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runOn } from '../../support/cli.ts'

const list = [
  '# Ideas',
  '',
  '## Harbor',
  '',
  '### Sign copies',
  '',
  '- Description: It should.',
  '- Mentors: Ada Example (@ada)',
  '  - Ben (ben@example.org)',
  '',
  '#### Notes',
  '',
  'Later.',
  '',
].join('\n')

test('debug: sections with the case that decided, labels, tokens of mentors', async () => {
  const { code, out, err } = await runOn({ 'summerofcode/2026.md': list }, ['debug', 'summerofcode/2026.md'])
  assert.deepEqual([code, err], [0, ''])
  assert.equal(
    out,
    [
      'profile gsoc · projects at level 2, ideas at level 3 · no template · no table of contents',
      '1: # Ideas → other (outside the list)',
      '3: ## Harbor → project (known project)',
      '5: ### Sign copies → idea (idea level with a field)',
      '  7: label "Description" → description (colon)',
      '  8: label "Mentors" → mentors (colon)',
      '  8: mentors [word Ada] [word Example] [open (] [handle ada] [close )]',
      '  9: mentors [word Ben] [open (] [email ben@example.org] [close )]',
      '11: #### Notes → other (outside the list)',
      '',
    ].join('\n'),
  )
})

test('debug: a line shows the section that contains it', async () => {
  const { out } = await runOn({ 'summerofcode/2026.md': list }, ['debug', 'summerofcode/2026.md:4'])
  assert.deepEqual(out.split('\n').slice(1), ['3: ## Harbor → project (known project)', ''])
})

test('debug: a file that is not an idea list', async () => {
  const { code, out } = await runOn({ 'a.md': '# Notes\n\nNothing.\n' }, ['debug', 'a.md'])
  assert.deepEqual([code, out], [0, 'not an idea list\n1: (no heading)\n'])
})

test('debug: what is wrong with its argument', async () => {
  const err = async (...words: readonly string[]) => {
    const ran = await runOn({ 'a.md': list }, ['debug', ...words])
    return [ran.code, ran.err.split('\n')[0]]
  }
  assert.deepEqual(await err('b.md'), [2, 'idea-files: b.md: no such file or folder'])
  assert.deepEqual(await err('a.md:99'), [2, 'idea-files: a.md: no line 99; the last line is 14'])
  assert.deepEqual(await err('a.md:0'), [2, 'idea-files: a.md: no line 0; the last line is 14'])
  assert.deepEqual(await err('.'), [2, 'idea-files: .: is a folder; debug explains one file'])
  assert.deepEqual(await err(), [2, 'idea-files: debug: exactly one <file> or <file>:<line> is required'])
  assert.deepEqual(await err('a.md', 'b.md'), [2, 'idea-files: debug: exactly one <file> or <file>:<line> is required'])
})

test('debug: not in the help', async () => {
  const { out } = await runOn({}, ['--help'])
  assert.doesNotMatch(out, /debug/)
})
