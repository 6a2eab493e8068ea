import { checkFieldFixes, lfxProposalPath } from '../support/checkFieldFixes.ts'

const link = 'https://github.com/goharbor/harbor/issues/1'

checkFieldFixes(
  'field-order: items in disorder move whole, co-mentors with the mentors',
  lfxProposalPath,
  `- Upstream Issue: ${link}\n\n- Mentors:\n  - Ann (@ann, a@b.co)\n\n- Co-Mentors: Bo (@bo, b@b.co)\n\n- Recommended Skills: Go\n\n- Expected Outcome: x\n\n  y\n\n- Description: d`,
  ['1 field-order', '3 field-label'],
  `- Description: d\n\n- Expected Outcome: x\n\n  y\n\n- Recommended Skills: Go\n\n- Mentor(s):\n  - Ann (@ann, a@b.co)\n\n- Co-Mentors: Bo (@bo, b@b.co)\n\n- Upstream Issue: ${link}`,
)

checkFieldFixes(
  'field-order: spaces at the end of an item move with it',
  lfxProposalPath,
  `- Description: d\n- Recommended Skills: Go  \n- Expected Outcome: x\n- Upstream Issue: ${link}\n- Mentor(s):\n  - Ann (@ann, a@b.co)\t `,
  ['2 field-order'],
  `- Description: d\n- Expected Outcome: x\n- Recommended Skills: Go  \n- Mentor(s):\n  - Ann (@ann, a@b.co)\t \n- Upstream Issue: ${link}`,
)

checkFieldFixes(
  'field-order: numbers stay in their places, the items change theirs',
  lfxProposalPath,
  `1. Description: d\n2. Upstream Issue: ${link}\n3. Recommended Skills:\n   - Go\n4. Mentor(s): Ann (@ann, a@b.co)\n5. Expected Outcome: x`,
  ['2 field-order'],
  `1. Description: d\n2. Expected Outcome: x\n3. Recommended Skills:\n   - Go\n4. Mentor(s): Ann (@ann, a@b.co)\n5. Upstream Issue: ${link}`,
)

checkFieldFixes(
  'field-order: numbers of different widths have no safe fix',
  lfxProposalPath,
  `9. Recommended Skills: Go\n10. Description: d`,
  ['1 field-order'],
  `9. Recommended Skills: Go\n10. Description: d`,
)

checkFieldFixes(
  'field-order: text after the last item is not separated from it',
  lfxProposalPath,
  `- Recommended Skills: Go\n- Description: d\n\nMore of it.`,
  ['1 field-order'],
  `- Recommended Skills: Go\n- Description: d\n\nMore of it.`,
)
