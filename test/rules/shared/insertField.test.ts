import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyField } from '../../../server/src/rules/emptyField.ts'
import { fieldNesting } from '../../../server/src/rules/fieldNesting.ts'
import { mentorEmail } from '../../../server/src/rules/mentorEmail.ts'
import { mentorFormat } from '../../../server/src/rules/mentorFormat.ts'
import { mentorHandle } from '../../../server/src/rules/mentorHandle.ts'
import { missingField } from '../../../server/src/rules/missingField.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { lint } from '../../support/checkRule.ts'

const path = 'programs/summerofcode/2026.md'

const first = `#### Harbor

##### Copy what is signed
- Description: Copies keep their signatures.
- Expected Outcome: They keep them.
- Recommended Skills: Go
- Expected project size: small
- Mentor(s): Ida Fern (@idafern, ida@example.org)
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1

##### Sign what is copied
`

const fields: readonly string[] = [
  '- Description: Signatures travel along.',
  '- Expected Outcome: They are there.',
  '- Recommended Skills: Go',
  '- Expected project size: small',
  '- Mentor(s): Ida Fern (@idafern, ida@example.org)',
  '- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/2',
]

const listOf = (lines: readonly string[]): string => `${first}${lines.join('\n')}\n`

/** The fields with other lines in place of the one at `index`. */
const instead = (index: number, ...lines: readonly string[]): readonly string[] => fields.toSpliced(index, 1, ...lines)

/** Holds the text after the first missing field is added, in LF and CRLF. */
function checkAdded(before: readonly string[], after: readonly string[]): void {
  for (const eol of ['\n', '\r\n']) {
    const text = listOf(before).replaceAll('\n', eol)
    const [missing] = lint(text, { path, rules: [missingField] })
    assert.equal(applyEdits(text, missing!.fixes!()[0]!.edits), listOf(after).replaceAll('\n', eol))
  }
}

const begun: readonly [begun: string, index: number, whole: string][] = [
  ['- Descr', 0, '- Description:'],
  ['- upst', 5, '- Upstream Issue (URL):'],
  ['- Expected proj', 3, '- Expected project size:'],
  ['- **Recomm**', 2, '- Recommended Skills:'],
]

for (const [typed, index, whole] of begun) {
  test(`insertField: an incomplete label becomes the field: ${typed}`, () =>
    checkAdded(instead(index, typed), instead(index, whole)))
}

test('insertField: in another place the same letters are left alone', () => {
  const size = '- Expected project size:'
  const [description, , skills, , ...others] = fields
  const before = [description!, '- Expec', skills!, ...others]
  const [, missing] = lint(listOf(before), { path, rules: [missingField] })
  assert.equal(
    applyEdits(listOf(before), missing!.fixes!()[0]!.edits),
    listOf([description!, '- Expec', skills!, size, ...others]),
  )
})

test('insertField: items that are no fields do not become the value of the new field', () => {
  const [description, ...others] = fields
  const before = [description!, '', 'See also the notes.', '', ...others.slice(1)]
  checkAdded(before, [description!, '', 'See also the notes.', '', '- Expected Outcome:', ...others.slice(1)])
  assert.deepEqual(
    lint(listOf(before.toSpliced(4, 0, '- Expected Outcome:')), { path, rules: [emptyField, fieldNesting] }).map(
      ({ code }) => code,
    ),
    ['empty-field'],
  )
})

test('insertField: the inserted sample of a mentor is no person, and has the right format', () => {
  const form = ['- Mentor(s):', '  - Name (@handle, email) - primary', '  - Name (@handle, email)']
  checkAdded(instead(4), instead(4, ...form))
  assert.deepEqual(lint(listOf(instead(4, ...form)), { path, rules: [mentorFormat, mentorHandle, mentorEmail] }), [])
})
