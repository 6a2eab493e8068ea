import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldForm } from '../../server/src/rules/fieldForm.ts'
import { applySafeFixes, checkFieldFixes, lfxProposalPath, listWithBody, withCrlf } from '../support/checkFieldFixes.ts'
import { checkFirstFixes, lint, read } from '../support/checkRule.ts'

const link = 'https://github.com/goharbor/harbor/issues/1'

checkFieldFixes(
  'field-form: a child, and a line that a child absorbed',
  lfxProposalPath,
  `- Description: a\n  - Expected Outcome: b\n    - c\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\nUpstream Issue: ${link}`,
  ['2 field-form', '7 field-form'],
  `- Description: a\n- Expected Outcome: b\n  - c\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)

checkFieldFixes(
  'field-form: lazy lines, and a child that others follow',
  lfxProposalPath,
  `- Description: a\nExpected Outcome: b\n-Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n  - Upstream Issue: ${link}\n  - Bo Lee (@bo, b@b.co)`,
  ['2 field-form', '3 field-form', '6 field-form'],
  `- Description: a\n- Expected Outcome: b\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n  - Bo Lee (@bo, b@b.co)\n- Upstream Issue: ${link}`,
)

checkFieldFixes(
  'field-form: a paragraph of labels',
  lfxProposalPath,
  `Description: a 😀\nExpected Outcome: b\n**Recommended Skills:** Go\n*Mentors: Ann Lee (@ann, a@b.co)\n• Upstream Issue: ${link}`,
  ['1 field-form', '2 field-form', '3 field-form', '4 field-label', '4 field-form', '5 field-form'],
  `- Description: a 😀\n- Expected Outcome: b\n- **Recommended Skills:** Go\n* Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)

checkFieldFixes(
  'field-form: bare labels with lists below them',
  lfxProposalPath,
  `**Description**: a\n\n**Expected Outcome**\n\n* b\n* c\n\n**Recommended Skills**: Go\n\n**Mentors**:\n\n* Ann Lee (@ann, a@b.co)\n\n**Upstream Issue**: ${link}`,
  ['1 field-form', '3 field-form', '8 field-form', '10 field-label', '10 field-form', '14 field-form'],
  `- **Description**: a\n\n- **Expected Outcome:**\n\n  * b\n  * c\n\n- **Recommended Skills**: Go\n\n- **Mentor(s)**:\n\n  * Ann Lee (@ann, a@b.co)\n\n- **Upstream Issue**: ${link}`,
)

checkFieldFixes(
  'field-form: tabs, dashes for colons, values outside',
  lfxProposalPath,
  `-\tDescription:\n\n\ta\n\n-\tExpected Outcome:\n\n* b\n* c\n-\tRecommended Skills - Go\n-\t**Mentors**\n\t- Ann Lee (@ann, a@b.co)\n-\tIssue: ${link}`,
  ['5 field-nesting', '9 field-form', '10 field-label', '10 field-form', '12 field-label'],
  `-\tDescription:\n\n\ta\n\n-\tExpected Outcome:\n\n    * b\n    * c\n-\tRecommended Skills: Go\n-\t**Mentor(s):**\n\t- Ann Lee (@ann, a@b.co)\n-\tUpstream Issue: ${link}`,
)

checkFieldFixes(
  'field-form: bold labels without a colon, a dash at the end of a line',
  lfxProposalPath,
  `- **Description** a text\n- Expected Outcome -\n  - b\n- __Recommended Skills__ Go\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue\n  ${link}`,
  ['1 field-form', '2 field-form', '4 field-form', '6 field-form'],
  `- **Description:** a text\n- Expected Outcome:\n  - b\n- __Recommended Skills:__ Go\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue:\n  ${link}`,
)

checkFieldFixes(
  'field-form: a dash for a colon, and a colon in the prose after it',
  lfxProposalPath,
  `- Description - Build it: fast\n- **Expected Outcome** – one thing: speed\n- Recommended Skills: Go\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
  ['1 field-form', '2 field-form'],
  `- Description: Build it: fast\n- **Expected Outcome**: one thing: speed\n- Recommended Skills: Go\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)

checkFieldFixes(
  'field-form: a longer label that begins with a known one stays as it is',
  lfxProposalPath,
  `- Description: Build it - fast: now\n- Expected Outcome: b\n- Recommended Skills: Go\n- Skills - nice to have: Rust\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
  [],
  `- Description: Build it - fast: now\n- Expected Outcome: b\n- Recommended Skills: Go\n- Skills - nice to have: Rust\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)

checkFieldFixes(
  'field-form: dashes and URLs directly after labels',
  lfxProposalPath,
  `- Description- a text\n- Expected Outcome: x\n- Recommended Skills: Go\n- Mentor(s)-\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue ${link}`,
  ['1 field-form', '4 field-form', '6 field-form'],
  `- Description: a text\n- Expected Outcome: x\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)

checkFieldFixes(
  'field-form: indented labels: what is far enough to the right stays as it is',
  lfxProposalPath,
  `   Description: It is\n   long.\n\n   Expected Outcome: x\n\n   Recommended Skills: Go\n\n   Mentor(s):\n\n   - Ann Lee (@ann, a@b.co)\n\n   Upstream Issue: ${link}`,
  ['1 field-form', '4 field-form', '6 field-form', '8 field-form', '12 field-form'],
  `- Description: It is\n   long.\n\n- Expected Outcome: x\n\n- Recommended Skills: Go\n\n- Mentor(s):\n\n   - Ann Lee (@ann, a@b.co)\n\n- Upstream Issue: ${link}`,
)

const team = ['* Cy Xu (@cyxu, cy@example.org)', '* Bo Ray (@boray, bo@example.org)']

checkFieldFixes(
  'field-form: a value moves into its item, and the label directly below it does not',
  lfxProposalPath,
  `**Recommended Skills**\n\nGo\n**Mentor(s)**\n\n${team.join('\n')}`,
  ['1 field-form', '4 field-form'],
  `- **Recommended Skills:**\n\n  Go\n- **Mentor(s):**\n\n  ${team.join('\n  ')}`,
)

for (const [skills, mentors] of [
  ['**Recommended Skills**', '**Mentors**'],
  ['**Recommended Skills:**', '**Mentors:**'],
  ['- **Recommended Skills:**', '**Mentors:**'],
  ['- Recommended Skills:', 'Mentors:'],
  ['- **Recommended Skills**', '-**Mentors**'],
])
  for (const between of ['\n\nGo\n', '\n\n* Go\n* C\n', '\nGo\n', ' Go\n', '\n\nGo\nand C\n\n'])
    test(`field-form: no mentor is lost by all safe fixes: ${JSON.stringify(skills + between + mentors)}`, () => {
      const text = listWithBody(`${skills}${between}${mentors}\n\n${team.join('\n')}`, lfxProposalPath)
      for (const each of [text, withCrlf(text)]) {
        const people = read(applySafeFixes(each, lfxProposalPath), lfxProposalPath).projects[0]!.ideas[0]!.idea.mentors
        assert.deepEqual(
          people.map(({ handle }) => handle),
          ['cyxu', 'boray'],
        )
      }
    })

test('field-form: bold labels below a heading of their own keep their people when the fields above become items', () => {
  const people = ['Cy Xu (@cyxu, cy@example.org)', 'Bo Ray (@boray, bo@example.org)']
  const first = `**Description:** To be signed.\n\n**Mentors:** ${people[0]!}`
  const second = `##### Another one\n\n**Description**\n\nText.\n\n**Mentors**\n\n* ${people[1]!}`
  const after = read(applySafeFixes(listWithBody(`${first}\n\n${second}`, lfxProposalPath), lfxProposalPath), lfxProposalPath)
  assert.deepEqual(
    after.projects[0]!.ideas.slice(0, -1).flatMap(({ idea }) => idea.mentors.map(({ handle }) => handle)),
    ['cyxu', 'boray'],
  )
})

const pair = ['  - Cy Xu (@cyxu, cy@example.org) - primary', '  - Bo Ray (@boray, bo@example.org)'].join('\n')

checkFieldFixes(
  'field-form: a label one step too deep moves above the people next to it',
  lfxProposalPath,
  `- Recommended Skills: Go\n  - Mentor(s):\n${pair}\n- Upstream Issue: https://github.com/goharbor/harbor/issues/3`,
  ['2 field-form'],
  `- Recommended Skills: Go\n- Mentor(s):\n${pair}\n- Upstream Issue: https://github.com/goharbor/harbor/issues/3`,
)

checkFieldFixes(
  'field-form: two labels one step too deep',
  lfxProposalPath,
  `- Description: To be signed.\n  - Recommended Skills:\n  - Go\n  - C\n  - Mentor(s):\n${pair}`,
  ['2 field-form', '5 field-form'],
  `- Description: To be signed.\n- Recommended Skills:\n  - Go\n  - C\n- Mentor(s):\n${pair}`,
)

checkFieldFixes(
  'field-form: an empty label among people is none of their labels',
  lfxProposalPath,
  `- Mentor(s):\n  - Upstream Issue:\n${pair}`,
  ['2 empty-field', '2 field-form'],
  `- Mentor(s):\n${pair}\n- Upstream Issue:`,
)

const list = (mentors: string): string => `#### Harbor

##### Sign what is copied
- Description: Signatures travel along.
${mentors}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

const path = 'programs/summerofcode/2026.md'

for (const label of ['-Mentor(s):', '**Mentor(s):**', '-Mentor(s)', 'Mentor(s)']) {
  test(`field-form: people with roles stay where they are when their label is fixed: ${label}`, () => {
    const people = '  - Primary Mentor: Ida Fern (@idafern, ida@example.org)\n  - Otto Moss (@ottomoss, otto@example.org)'
    const bad = list(`${label}\n${people}`)
    const options = { path, rules: [fieldForm] }
    assert.deepEqual(
      lint(bad, options).map(({ span }) => bad.slice(span.start, span.end)),
      ['Mentor(s)'],
    )
    checkFirstFixes(bad, list(`${label.replace(/^-?/, '- ').replace(/\)$/, '):')}\n${people}`), options)
  })
}

test('field-form: the fix of a mentor with a role in a field that names no mentors is for review', () => {
  const people = '  - Primary Mentor: Ida Fern (@idafern, ida@example.org)\n  - Otto Moss (@ottomoss, otto@example.org)'
  assert.deepEqual(
    lint(list(people), { path, rules: [fieldForm] }).flatMap(({ fix, fixes }) => [fix, fixes!().map(({ kind }) => kind)]),
    ['review', ['review']],
  )
})

test('field-form: only this rule fixes a label below the items of a bare label', () => {
  const body = (mark: string): string => `#### Harbor

##### Sign what is copied
- Description: Signatures travel along.
- Mentor(s): Ida Fern (@idafern, ida@example.org)

##### Copy what is signed
${mark}**Description:** Signatures travel along.

${mark}**Mentor(s):**
  - Ida Fern (@idafern, ida@example.org)
  - Otto Moss (@ottomoss, otto@example.org)
${mark}**Upstream Issue (URL):** https://github.com/goharbor/harbor/issues/1
`
  const options = { path, rules: [fieldForm] }
  assert.deepEqual(
    lint(body(''), options).map(({ message }) => message),
    ['Description', 'Mentor(s)', 'Upstream Issue (URL)'].map((label) => `"${label}" is not a list item; expected "- ${label}:".`),
  )
  checkFirstFixes(body(''), body('- '), options)
})

// as editors with automatic lists, word processors and web pages write them
const foreignBullets = ['–', '—', '−', '‑', '●', '•', '◦', '·', '▪', '‣', '○', '\uF0B7']
for (const bullet of [
  ...foreignBullets.map((mark) => `${mark} `),
  ...foreignBullets.map((mark) => `${mark}\u00a0`),
  '-\u00a0',
  '+\u00a0',
  '*\u00a0',
  '-\u2009',
  '•\u2003',
  '*\u202f',
  'o ',
  'o\t',
])
  checkFieldFixes(
    `field-form: ${JSON.stringify(bullet)} is meant as a bullet`,
    lfxProposalPath,
    `- Description: a\n${bullet}Expected Outcome: b\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n${bullet}Upstream Issue: ${link}`,
    ['2 field-form', '6 field-form'],
    `- Description: a\n- Expected Outcome: b\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
  )

for (const bullet of ['– ', '● ', '-\u00a0'])
  checkFieldFixes(
    `field-form: a whole idea with ${JSON.stringify(bullet)}`,
    lfxProposalPath,
    `${bullet}Description: a\n${bullet}Expected Outcome: b\n${bullet}**Recommended Skills:** Go\n${bullet}Mentor(s): Ann Lee (@ann, a@b.co)\n${bullet}Upstream Issue: ${link}`,
    ['1 field-form', '2 field-form', '3 field-form', '4 field-form', '5 field-form'],
    `- Description: a\n- Expected Outcome: b\n- **Recommended Skills:** Go\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
  )

test('field-form: a short label is a field after a bullet of another kind, and prose after none', () => {
  const idea = (line: string) => listWithBody(`- Description: a\n${line}\n- Mentor(s): Ann Lee (@ann, a@b.co)`, lfxProposalPath)
  const labels = (line: string) =>
    read(idea(line), lfxProposalPath).projects.flatMap(({ ideas }) =>
      ideas.flatMap(({ idea: { fields } }) => fields.map(({ label }) => label)),
    )
  assert.ok(labels('– Skills: Go').includes('Skills'))
  assert.ok(labels('o\tSkills: Go').includes('Skills'))
  assert.ok(!labels('Skills: Go').includes('Skills'))
  assert.ok(!labels('  – Skills: Go').includes('Skills'))
  assert.ok(!labels('o Note: Go').includes('Note'))
})
