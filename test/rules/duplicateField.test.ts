import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateField } from '../../server/src/rules/duplicateField.ts'
import { mentorFormat } from '../../server/src/rules/mentorFormat.ts'
import { checkFieldFixes, gsocPath, lfxProposalPath } from '../support/checkFieldFixes.ts'
import { checkFirstFixes, lint } from '../support/checkRule.ts'

const link = 'https://github.com/goharbor/harbor/issues/1'

checkFieldFixes(
  'duplicate-field: a field that is there twice moves after the first, wherever it was',
  lfxProposalPath,
  `- Upstream Issue: ${link}\n- Description: d\n- Contact: c\n- Recommended Skills: Go\n- Mentor(s): Ann (@ann, a@b.co)\n- Expected Outcome: x\n- Description: more`,
  ['1 field-order', '3 unknown-field', '7 duplicate-field'],
  `- Description: d\n- Description: more\n- Contact: c\n- Expected Outcome: x\n- Recommended Skills: Go\n- Mentor(s): Ann (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)

checkFieldFixes(
  'duplicate-field: of two sizes the one that is filled in, once',
  gsocPath,
  `- Description: d\n- Expected project size:\n- Size: 175 hrs\n- Mentor(s): Ann Lee (@ann, a@b.co)`,
  ['3 field-label', '3 duplicate-field', '3 invalid-size'],
  `- Description: d\n- Expected project size:\n- Expected project size: medium (~175 hour projects)\n- Mentor(s): Ann Lee (@ann, a@b.co)`,
)

test('duplicate-field: a label that stands twice on its line is removed once', () =>
  checkFirstFixes(
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Mentor(s): Mentor(s): Ada Example (@ada)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Mentor(s): Ada Example (@ada)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    { rules: [duplicateField] },
  ))

test('duplicate-field: of a label that stands twice on its line nothing else is said', () => {
  const list = (mentors: string): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Mentor(s): ${mentors}
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`
  const codes = (mentors: string): readonly string[] =>
    lint(list(mentors), { path: gsocPath, rules: [duplicateField, mentorFormat] }).map(({ code }) => code)
  assert.deepEqual(codes('Mentor(s): Ada Example (@ada, ada@example.org)'), ['duplicate-field'])
  assert.deepEqual(codes('Mentor(s): Ada Example (@ada, ada@example.org) from Example'), ['duplicate-field', 'mentor-format'])
})
