import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { planFixedPaste } from '../../../server/src/features/authoring/pasteIdea.ts'
import type { ReadEditedText } from '../../../server/src/features/authoring/plan.ts'
import { boldParagraphs, headingLabels, iconItems, ideaRows, readForeign } from '../../support/foreignLists.ts'
import { leftAlone, opened, planned } from '../../support/plans.ts'

const gsoc = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')
const path = 'programs/summerofcode/2026.md'

/** The line of the cursor after a paste, the cursor as `$0`. */
const cursorLine = (list: string, copied: string, readAs?: ReadEditedText): string => {
  const { file, read } = opened(list, path, readAs)
  const steps = planFixedPaste(file, { plain: copied, html: '' }, 0, read, function* () {
    yield
    return []
  })
  let step = steps.next()
  while (!step.done) step = steps.next()
  const made = planned(step.value)
  const text = leftAlone(list, made)
  const at = made.cursor ?? -1
  assert.ok(at >= 0 && at <= text.length, `${at} is in the text`)
  const start = text.lastIndexOf('\n', at - 1) + 1
  const end = text.indexOf('\n', at)
  return `${text.slice(start, at)}$0${text.slice(at, end < 0 ? text.length : end)}`
}

const whole = `Longhorn
Rehearse the loss of a node
Description: A drill.
Expected Outcome: A command.
Recommended Skills: Go
Expected project size: 175 hours
Mentors: Jane Roe (@jroe, jane@roe.example)
Upstream Issue: https://github.com/longhorn/longhorn/issues/12
`

test('cursor after a paste: at the first empty field, or at the title if none is empty', () => {
  assert.equal(cursorLine(gsoc, whole), '##### $0Rehearse the loss of a node')
  const sizeless = whole.replace(/Expected project.*\n/, '')
  assert.equal(cursorLine(gsoc, sizeless), '- Expected project size: $0')
  const outcomeless = sizeless.replace(/Expected Outcome.*\n/, '')
  assert.equal(cursorLine(gsoc, outcomeless), '- Expected Outcome: $0')
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
  assert.equal(cursorLine(crlf(gsoc), crlf(sizeless)), '- Expected project size: $0\r')
})

test('cursor after a paste: at the first of several ideas in the list', () => {
  const second = whole.replace('Longhorn', 'Flux').replace('Rehearse the loss of a node', 'Wombat drift')
  assert.equal(cursorLine(gsoc, `${whole}\n${second}`), '##### $0Wombat drift')
})

const bell = 'Ring the bell\nDescription: It rings.\nSkills: Rust\nMentors: Jane Roe (@jroe)\n'

test('cursor after a paste: in the forms of other organizations', () => {
  for (const [list, line] of [
    [boldParagraphs, '**Size**: $0'],
    [headingLabels, '### $0Ring the bell'],
    [iconItems, '- 🎯 **Outcome:** $0'],
    [ideaRows, '| 5 | **Ring the bell**<br>It rings.<br>Skills: Rust | $0 |  | Jane Roe (@jroe) |'],
  ] as const)
    assert.equal(cursorLine(list, bell, readForeign), line)
})
