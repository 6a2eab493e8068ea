import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suppressionEdit } from '../../../server/src/rules/engine/suppressionEdit.ts'
import { ruleCodes } from '../../../server/src/rules/index.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { gsocPath, listWithBody } from '../../support/checkFieldFixes.ts'
import { checkFirstFixes, checkRule, lint, read } from '../../support/checkRule.ts'

const options = { path: 'programs/summerofcode/2020.md' }

const two = (first: string, second = '', third = ''): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
${first}- Issue: tbd one
${second}
#### Copy what is signed

- Description: Copies keep their signatures.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Issue: tbd two
${third}`

const codes = (text: string): readonly string[] =>
  lint(text, options).map(({ code, span }) => `${code} ${text.slice(0, span.start).split(/\r\n|\n/).length}`)

test('suppression: without a comment both are reported', () =>
  assert.deepEqual(codes(two('')), ['upstream-url 8', 'upstream-url 15']))

for (const comment of [
  '  <!-- idea-files-disable-next-line upstream-url -->\n',
  '  <!--idea-files-disable-next-line-->\n',
  '  <!-- idea-files-disable-next-line mentor-email, upstream-url unused-suppression -->\n',
  '  <!-- idea-files-disable-next-line upstream-url -->\n\n',
]) {
  test(`suppression: the next line is silenced by ${JSON.stringify(comment)}`, () => {
    const rest = comment.includes('mentor-email') ? ['unused-suppression 8'] : []
    const line = 15 + comment.split('\n').length - 1
    assert.deepEqual(codes(two(comment)), [...rest, `upstream-url ${line}`])
    assert.deepEqual(codes(two(comment).replaceAll('\n', '\r\n')), [...rest, `upstream-url ${line}`])
  })
}

test('suppression: comments may be on consecutive lines', () =>
  assert.deepEqual(
    codes(
      two(
        '  <!-- idea-files-disable-next-line upstream-url -->\n  <!-- idea-files-disable-next-line mentor-count unused-suppression -->\n',
      ),
    ),
    ['unused-suppression 9', 'upstream-url 17'],
  ))

test('suppression: a range ends where it is said to, or with the file', () => {
  const from = '  <!-- idea-files-disable upstream-url -->\n'
  assert.deepEqual(codes(two(from)), [])
  assert.deepEqual(codes(two(from, '\n<!-- idea-files-enable upstream-url -->\n')), ['upstream-url 18'])
  assert.deepEqual(codes(two(from, '\n<!-- idea-files-enable -->\n')), ['upstream-url 18'])
  assert.deepEqual(codes(two(from, '\n<!-- idea-files-enable mentor-email -->\n')), [])
  assert.deepEqual(codes(two('  <!-- idea-files-disable -->\n', '\n<!-- idea-files-enable upstream-url -->\n')), [
    'upstream-url 18',
  ])
})

test('suppression: a comment for the file applies wherever it is', () => {
  assert.deepEqual(codes(two('', '', '\n<!-- idea-files-disable-file upstream-url -->\n')), [])
  assert.deepEqual(codes(`<!-- idea-files-disable-file -->\n${two('')}`), [])
})

test('suppression: in code it is no comment', () => {
  const fenced = '\n```\n<!-- idea-files-disable-file upstream-url -->\n```\n'
  assert.deepEqual(codes(two('', '', fenced)), ['upstream-url 8', 'upstream-url 15'])
  assert.deepEqual(codes(two('', '', '\n`<!-- idea-files-disable-file upstream-url -->`\n')), [
    'upstream-url 8',
    'upstream-url 15',
  ])
})

test('suppression: in another comment it is no comment', () =>
  assert.deepEqual(codes(two('', '', '\n<!-- see <!-- idea-files-disable-file upstream-url -->\n')), [
    'upstream-url 8',
    'upstream-url 15',
  ]))

for (const block of ['> #\n', '| #\n', 'Text.\n#\n', '## A heading #\n', '- Text.\n  - More. #\n'])
  test(`suppression: a comment counts in ${JSON.stringify(block)}`, () =>
    assert.deepEqual(codes(two('', '', `\n${block.replace(/#(?=\n)/, '<!-- idea-files-disable-file upstream-url -->')}`)), []))

test('suppression: other words are no comment of ours', () => {
  assert.deepEqual(codes(two('', '', '\n<!-- idea-files-disable-filex upstream-url -->\n')), [
    'upstream-url 8',
    'upstream-url 15',
  ])
})

test('suppression: an unused comment, and an unused code, are reported and removed', () => {
  const bad = two(
    `  <!-- idea-files-disable-next-line upstream-url mentor-email upstream-target -->
                                                 ^^^^^^^^^^^^ unused-suppression information: "mentor-email" has no effect: there is nothing to disable on the next line.
                                                              ^^^^^^^^^^^^^^^ unused-suppression
`,
    '',
    '  <!-- idea-files-disable lfx-url -->\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression information: This comment has no effect: there is nothing to disable after it.\n',
  ).replace('tbd two', 'https://github.com/goharbor/harbor/issues/2')
  checkRule(bad, options)
  checkFirstFixes(
    bad,
    two('  <!-- idea-files-disable-next-line upstream-url -->\n').replace(
      'tbd two',
      'https://github.com/goharbor/harbor/issues/2',
    ),
    options,
  )
})

for (const reason of [
  'the issue is private',
  '-- the issue is private',
  '– mentor-count and all that',
  'well-known, and so on',
  ', as agreed',
]) {
  test(`suppression: the text after the codes is a reason: ${reason}`, () => {
    assert.deepEqual(codes(two(`  <!-- idea-files-disable-next-line upstream-url ${reason} -->\n`)), ['upstream-url 16'])
  })
}

test('suppression: a colon, too, begins a reason; without a code all is silenced', () => {
  assert.deepEqual(codes(two('  <!-- idea-files-disable-next-line upstream-url: mentor-count later -->\n')), ['upstream-url 16'])
  assert.deepEqual(codes(two('  <!-- idea-files-disable-next-line -- agreed upon -->\n')), ['upstream-url 16'])
})

const fixed = (comment: string): string => two(comment).replace('tbd one', 'https://github.com/goharbor/harbor/issues/2')

const second = (text: string): string => text.replace('tbd two', 'https://github.com/goharbor/harbor/issues/3')

/** States what is offered for the one finding of a text. */
function checkOffered(text: string, message: string, offered: readonly (readonly [kind: string, after: string])[]): void {
  const [finding, ...others] = lint(text, options)
  assert.ok(finding)
  assert.equal(others.length, 0)
  assert.equal(finding.message, message)
  const fixes = finding.fixes?.() ?? []
  assert.deepEqual(
    fixes.map(({ kind, edits }) => [kind, applyEdits(text, edits)]),
    offered,
  )
  assert.equal(finding.fix, offered[0]?.[0])
}

test('suppression: a reason goes only where a person says so', () =>
  checkOffered(
    second(fixed('  <!-- idea-files-disable-next-line upstream-url as agreed with Ada -->\n')),
    'This comment has no effect: there is nothing to disable on the next line.',
    [['review', second(fixed(''))]],
  ))

test('suppression: next to a reason only the unused code is removed', () => {
  const comment = (list: string): string => second(two(`  <!-- idea-files-disable-next-line ${list} -->\n`))
  const reported = '"mentor-email" has no effect: there is nothing to disable on the next line.'
  checkOffered(comment('upstream-url mentor-email: as agreed'), reported, [['safe', comment('upstream-url: as agreed')]])
  checkOffered(comment('mentor-email, upstream-url -- as agreed'), reported, [['safe', comment('upstream-url -- as agreed')]])
})

test('suppression: a code that no rule has is named', () => {
  const comment = (list: string): string => second(fixed(`  <!-- idea-files-disable-next-line ${list} -->\n`))
  checkOffered(
    comment('upstream-ulr unused-suppression'),
    'There is no rule "upstream-ulr", so this has no effect. Did you mean "upstream-url"?',
    [
      ['review', comment('upstream-url unused-suppression')],
      ['review', comment('unused-suppression')],
    ],
  )
  checkOffered(comment('legacy text'), `There is no rule "legacy", so this has no effect.`, [['review', second(fixed(''))]])
})

/** Silences the first finding of a code and holds the text against what is expected. */
function checkSilenced(text: string, code: string, reach: 'next-line' | 'file', silenced: string): void {
  for (const ends of [(some: string) => some, (some: string) => some.replaceAll('\n', '\r\n')]) {
    const before = lint(ends(text), options)
    const finding = before.find((own) => own.code === code)!
    const edit = suppressionEdit(read(ends(text), options.path), ruleCodes, code, finding.span.start, reach)
    assert.ok(edit)
    const after = applyEdits(ends(text), [edit])
    assert.equal(after, ends(silenced))
    const left = lint(after, options)
    const gone = reach === 'file' ? before.filter((own) => own.code === code).length : 1
    assert.deepEqual(
      left.map((own) => own.code).sort(),
      before
        .map((own) => own.code)
        .sort()
        .toSpliced(
          before
            .map((own) => own.code)
            .sort()
            .indexOf(code),
          gone,
        ),
    )
  }
}

test('suppression: a comment for a line is inserted in the list, at the content column', () =>
  checkSilenced(two(''), 'upstream-url', 'next-line', two('  <!-- idea-files-disable-next-line upstream-url -->\n')))

test('suppression: a second code goes into the comment that is there', () =>
  checkSilenced(
    two('  <!-- idea-files-disable-next-line mentor-count unused-suppression -->\n').replace(' mentor-count', ''),
    'upstream-url',
    'next-line',
    two('  <!-- idea-files-disable-next-line unused-suppression upstream-url -->\n'),
  ))

test('suppression: a comment for the file is its first line', () =>
  checkSilenced(two(''), 'upstream-url', 'file', `<!-- idea-files-disable-file upstream-url -->\n\n${two('')}`))

const nested = (comment: string, deeper = ''): string =>
  two('').replace(
    '- Mentor(s): Ada Example (@ada)\n',
    `- Mentor(s):\n${deeper}    - Ada Example (@ada)\n${comment}    - Ben Example (ben@example.org)\n`,
  )

test('suppression: in a deeper list, too, it tears nothing apart', () => {
  checkSilenced(nested(''), 'mentor-handle', 'next-line', nested('      <!-- idea-files-disable-next-line mentor-handle -->\n'))
  const first = nested('')
    .replace('Ada Example (@ada)', 'Ada Example (ada@example.org)')
    .replace('Ben Example (ben@example.org)', 'Ben Example (@ben)')
  const silenced = nested('', '    <!-- idea-files-disable-next-line mentor-handle -->\n')
    .replace('Ada Example (@ada)', 'Ada Example (ada@example.org)')
    .replace('Ben Example (ben@example.org)', 'Ben Example (@ben)')
  checkSilenced(first, 'mentor-handle', 'next-line', silenced)
})

test('suppression: above a heading it is at column 0', () => {
  const text = two('').replace('- Recommended Skills: Go\n', '')
  checkSilenced(
    text,
    'missing-field',
    'next-line',
    text.replace('#### Sign', '<!-- idea-files-disable-next-line missing-field -->\n#### Sign'),
  )
})

test('suppression: a comment above a value silences the findings in it', () => {
  const silent = '<!-- idea-files-disable-next-line invalid-size -->\n'
  const codesOf = (comment: string): readonly string[] => {
    const text = listWithBody(`**Expected project size**\n\n${comment}175 hours`, gsocPath)
    return lint(text, { path: gsocPath }).flatMap(({ code }) =>
      code === 'invalid-size' || code === 'unused-suppression' ? [code] : [],
    )
  }
  assert.deepEqual(codesOf(''), ['invalid-size'])
  assert.deepEqual(codesOf(silent), [])
})
