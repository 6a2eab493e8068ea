import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsOf, laterIdea, outline, read } from '../../support/idea.ts'

const issue = 'https://github.com/a/b/issues/1'

function check(what: string, body: string, fields: readonly (readonly [string, string])[]): void {
  test(`readFields: fields are read: ${what}`, () => {
    const { file, placed } = laterIdea(body)
    assert.deepEqual(fieldsOf(file, placed), fields)
  })
}

for (const end of ['\n', '\r\n'])
  check(`a bullet that is being typed (${JSON.stringify(end)})`, `- Description: We w${end}- Mentor(s):${end}  -`, [
    ['description', 'We w'],
    ['mentors', ''],
  ])
check('a bullet begun below a bare label', `- Description: We w\n\nMentor(s):\n-\n\n- Upstream Issue: ${issue}`, [
  ['description', 'We w'],
  ['mentors', ''],
  ['upstreamIssue', issue],
])
check('bullets with nothing in them', `- Description: We w\n- Mentor(s):\n  -\n  -\n- Upstream Issue: ${issue}`, [
  ['description', 'We w'],
  ['mentors', ''],
  ['upstreamIssue', issue],
])
check(
  'comments are no values',
  `- Description: <!-- todo -->
- Expected project size: <!-- small, medium or large -->
- Recommended Skills: Go <!-- , Rust -->
- Mentor(s): <!-- at least 2 -->
- Upstream Issue (URL): <!-- ${issue} -->`,
  [
    ['description', ''],
    ['size', ''],
    ['recommendedSkills', 'Go'],
    ['mentors', ''],
    ['upstreamIssue', ''],
  ],
)
check(
  'comments on lines of their own',
  `- Description: <!-- one\n  two -->\n- Mentor(s):\n  <!-- at least 2 -->\n  - <!-- Ann (@ann) -->`,
  [
    ['description', ''],
    ['mentors', ''],
  ],
)
check(
  'comments between paragraphs',
  '- Expected project size:\n\n<!-- small, medium or large -->\nmedium\n\n**Recommended Skills**\n\n<!-- as names -->\n\nGo\n\n**Description**\n\n<!-- nothing -->',
  [
    ['size', 'medium'],
    ['recommendedSkills', 'Go'],
    ['description', ''],
  ],
)
check('code that looks like a comment', '- Description: `<!-- no comment -->`', [['description', '`<!-- no comment -->`']])

check(
  'an empty field takes no other labelled item',
  `- Description:
- Slack: #dapr
- Recommended Skills:
- Recomended Skils: Go
- Expected project size:
- Duration: 12 weeks
- Mentor(s):
- Booth: B12
- Upstream Issue (URL):
- Project Website: https://dapr.io`,
  [
    ['description', ''],
    ['other', '#dapr'],
    ['recommendedSkills', ''],
    ['other', 'Go'],
    ['size', ''],
    ['other', '12 weeks'],
    ['mentors', ''],
    ['other', 'B12'],
    ['upstreamIssue', ''],
    ['other', 'https://dapr.io'],
  ],
)
check(
  'what an empty field asks for is its value, though it has a label',
  `- Description:
- Goal: a store that nobody has to look after.
- Expected Outcome:
- API: v2
- Pages: two
- Recommended Skills:
- Languages: Go
- Expected project size:
- Large: 350 hours
- Mentor(s):
- Ann Lee: @ann
- Bob Ray: bob@example.org
- Upstream Issue (URL):
- Epic: ${issue}`,
  [
    ['description', '- Goal: a store that nobody has to look after.'],
    ['expectedOutcome', '- API: v2\n- Pages: two'],
    ['recommendedSkills', '- Languages: Go'],
    ['size', '- Large: 350 hours'],
    ['mentors', '- Ann Lee: @ann\n- Bob Ray: bob@example.org'],
    ['upstreamIssue', `- Epic: ${issue}`],
  ],
)

test('readFields: comments hide from every reader', () => {
  const { idea } = laterIdea(
    `- Recommended Skills: Go <!-- , Rust -->\n- Size: small <!-- or large, 350 h -->\n- Mentor(s) <!-- two -->:\n  - Ann Lee <!-- our lead --> (@ann)\n  - <!-- Bob (@bob) -->\n  - <!-- new --> Eve (@eve)`,
  ).placed
  assert.deepEqual(
    idea.skills.map(({ name }) => name),
    ['Go'],
  )
  assert.deepEqual([idea.size?.word, idea.size?.hours], ['small', null])
  assert.deepEqual(
    idea.mentors.map(({ name, handle }) => [name, handle]),
    [
      ['Ann Lee', 'ann'],
      ['Eve', 'eve'],
    ],
  )
})

check('short bare labels among others', `Description: some text\nSkills: Go\nMentors: Ada (@ada)\nIssue: ${issue}`, [
  ['description', 'some text'],
  ['recommendedSkills', 'Go'],
  ['mentors', 'Ada (@ada)'],
  ['upstreamIssue', issue],
])
check(
  'short bare labels in paragraphs of their own',
  `Description: some text\n\nSkills: Go\n\nMentors: Ada (@ada)\n\nIssue: ${issue}`,
  [
    ['description', 'some text'],
    ['recommendedSkills', 'Go'],
    ['mentors', 'Ada (@ada)'],
    ['upstreamIssue', issue],
  ],
)
check(
  'short bold labels',
  `**Description:** some text\n\n**Skills:** Go\n\n**Mentors**\n\n- Ada (@ada)\n\n**Issue**\n\n${issue}`,
  [
    ['description', 'some text'],
    ['recommendedSkills', 'Go'],
    ['mentors', '- Ada (@ada)'],
    ['upstreamIssue', issue],
  ],
)
check('bold labels on lines of one paragraph', `**Description**\nsome text\n**Skills**\nGo\n**Issue**\n${issue}`, [
  ['description', 'some text'],
  ['recommendedSkills', 'Go'],
  ['upstreamIssue', issue],
])
check('a bare label ends the mentors', `- Description: some text\n- Mentors:\n\nSkills: Go\n`, [
  ['description', 'some text'],
  ['mentors', ''],
  ['recommendedSkills', 'Go'],
])
check('prose with a short label', `- Description: some text\n\nIssue: this has been hard for long.\nSize: it matters.`, [
  ['description', 'some text'],
])
check(
  'headings of parts that are labels',
  `- Skills: Go\n\n##### Description\n\nsome text\n\nmore text\n\n##### Mentors:\n\n- Ada (@ada)\n- Eve (@eve)\n\n##### Notes\n\nprose`,
  [
    ['recommendedSkills', 'Go'],
    ['description', 'some text\n\nmore text'],
    ['mentors', '- Ada (@ada)\n- Eve (@eve)'],
  ],
)

test('readFields: bold labels with a colon make a list, wherever they are', () => {
  const file = read(
    '# Ideas\n\n## Faster GC\n\n**Description**: some text\n\n**Mentors**: Ann (@ann)\n\n## More\n\n**Description**: x\n\n**Mentors**: Bob (@bob)\n',
  )
  assert.equal(file.ideaList, true)
  assert.deepEqual(
    outline(file).flatMap(([, ideas]) => ideas),
    ['Faster GC', 'More'],
  )
  assert.equal(read('# Tool\n\nMentors: Ann.\n\nDescription: a tool.\n').ideaList, false)
  assert.equal(read('# Tool\n\n*Mentors*: Ann.\n\n*Description*: a tool.\n').ideaList, false)
})

const lfx = 'https://mentorship.lfx.linuxfoundation.org/project/0a1b2c3d-0000-4000-8000-00000000000a'
check('a label told by its value, a page of LFX Mentorship', `- Description: We w\n- Apply: ${lfx}\n- Notes: ${lfx}`, [
  ['description', 'We w'],
  ['lfxUrl', lfx],
  ['other', lfx],
])
check('prose with such a page is no LFX URL', `- Description: We w\n- Notes: last term it was ${lfx}`, [
  ['description', 'We w'],
  ['other', `last term it was ${lfx}`],
])
check('a label of the LFX URL goes before the value of another', `- Apply: ${lfx}\n- LFX URL: ${lfx}\n- Description: We w`, [
  ['other', lfx],
  ['lfxUrl', lfx],
  ['description', 'We w'],
])
