import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsOf, onlyIdea } from '../../support/idea.ts'

const rest = '- Mentor(s): Ann Lee (@ann)\n- Upstream Issue: https://github.com/a/b/issues/1'
const restFields = [
  ['mentors', 'Ann Lee (@ann)'],
  ['upstreamIssue', 'https://github.com/a/b/issues/1'],
] as const

function check(what: string, body: string, fields: readonly (readonly [string, string])[]): void {
  test(`readFields: fields are read: ${what}`, () => {
    const { file, placed } = onlyIdea(body)
    assert.deepEqual(fieldsOf(file, placed), fields)
  })
}

check('plain bullets', `- Description: some text\n${rest}`, [['description', 'some text'], ...restFields])
check('stars and plus', `* Description: some text\n+ Skills: Go\n${rest}`, [
  ['description', 'some text'],
  ['recommendedSkills', 'Go'],
  ...restFields,
])
check('any letter case', `- DESCRIPTION: some text\n- expected OUTCOME: more\n${rest}`, [
  ['description', 'some text'],
  ['expectedOutcome', 'more'],
  ...restFields,
])
check('bold labels, the colon inside', `- **Description:** some text\n${rest}`, [['description', 'some text'], ...restFields])
check('bold labels, the colon outside', `- **Description**: some text\n${rest}`, [['description', 'some text'], ...restFields])
check('italic labels', `- _Description_: some text\n- *Skills:* Go\n${rest}`, [
  ['description', 'some text'],
  ['recommendedSkills', 'Go'],
  ...restFields,
])
check('a value that begins bold', `- Description: **some** text\n${rest}`, [['description', '**some** text'], ...restFields])
check('no space after the colon', `- Description:some text\n${rest}`, [['description', 'some text'], ...restFields])
check('a space before the colon', `- Description : some text\n${rest}`, [['description', 'some text'], ...restFields])
check('no colon, items below', `- Expected Outcome\n  - one\n  - two\n${rest}`, [
  ['expectedOutcome', '- one\n  - two'],
  ...restFields,
])
check('a dash for the colon', `- Recommended Skills - Go, Rust\n${rest}`, [['recommendedSkills', 'Go, Rust'], ...restFields])
check(
  'dashes directly after labels, before long values too',
  `- Description- some text\n- Expected Outcome - ${'more and '.repeat(20)}more\n- Skills-\n  - Go\n${rest}`,
  [
    ['description', 'some text'],
    ['expectedOutcome', `${'more and '.repeat(20)}more`],
    ['recommendedSkills', '- Go'],
    ...restFields,
  ],
)
check(
  'links directly after the labels that need them',
  `- Description: some text\n- Mentor(s): Ann Lee (@ann)\n- Upstream Issue https://github.com/a/b/issues/1\n- LFX URL <https://mentorship.lfx.linuxfoundation.org/project/1>`,
  [
    ['description', 'some text'],
    ['mentors', 'Ann Lee (@ann)'],
    ['upstreamIssue', 'https://github.com/a/b/issues/1'],
    ['lfxUrl', '<https://mentorship.lfx.linuxfoundation.org/project/1>'],
  ],
)
check(
  'an issue among others, where the field has its own label',
  `- Description: some text\n- Skills - see\n${rest}\n- Issue https://github.com/a/b/issues/2\n- Skills https://example.org`,
  [['description', 'some text'], ['recommendedSkills', 'see'], ...restFields],
)
check('one space before the bullet', ` - Description: some text\n${rest}`, [['description', 'some text'], ...restFields])
check('several paragraphs', `- Description: some\n  text\n\n  more text\n\n${rest}`, [
  ['description', 'some\n  text\n\n  more text'],
  ...restFields,
])
check('lazy lines', `- Description: some\ntext\n${rest}`, [['description', 'some\ntext'], ...restFields])
check('code in the value', `- Description: see\n  \`\`\`\n  - Issue: none\n  \`\`\`\n${rest}`, [
  ['description', 'see\n  ```\n  - Issue: none\n  ```'],
  ...restFields,
])
check('a bullet without its space', `-Description: some text\n\n${rest}`, [['description', 'some text'], ...restFields])
check('a label without its bullet', `Description: some text\n\n${rest}`, [['description', 'some text'], ...restFields])
check('labels on lines of a paragraph', `Description: some text\nExpected Outcome: more\n\n${rest}`, [
  ['description', 'some text'],
  ['expectedOutcome', 'more'],
  ...restFields,
])
check('a field swallowed as a child', `- Description: some text\n  - Expected Outcome: more\n${rest}`, [
  ['description', 'some text'],
  ['expectedOutcome', 'more'],
  ...restFields,
])
check('a field on a lazy line', `- Description: some text\nExpected Outcome: more\n\n${rest}`, [
  ['description', 'some text'],
  ['expectedOutcome', 'more'],
  ...restFields,
])
check(
  'the same label inside its own value',
  `- Description: some text\n- Mentors: Ann Lee (@ann)\n* **Upstream Issue:**\n  - Upstream Issue: https://github.com/a/b/issues/1`,
  [
    ['description', 'some text'],
    ['mentors', 'Ann Lee (@ann)'],
    ['upstreamIssue', '- Upstream Issue: https://github.com/a/b/issues/1'],
  ],
)
check(
  'words in a value that are labels elsewhere',
  `- Description: some text\n  - Size: it is big\n  - Issue: it is hard\n${rest}`,
  [['description', 'some text\n  - Size: it is big\n  - Issue: it is hard'], ...restFields],
)
check('an unknown label', `- Description: some text\n- Stretch goal: more\n${rest}`, [
  ['description', 'some text'],
  ['other', 'more'],
  ...restFields,
])
check('a stray item', `- Description: some text\n- LFX\n${rest}`, [['description', 'some text'], ...restFields])
check('sentences with a colon are no labels', `- Description: some text\n- this is one thing that we want: more\n${rest}`, [
  ['description', 'some text'],
  ...restFields,
])
check('addresses are no labels', `- Description: some text\n- https://example.org\n${rest}`, [
  ['description', 'some text'],
  ...restFields,
])
check('an empty field', `- Description:\n${rest}`, [['description', ''], ...restFields])
check('a value in sibling bullets', `- Expected Outcome:\n- one\n- two\n${rest}`, [
  ['expectedOutcome', '- one\n- two'],
  ...restFields,
])
check('a value after a blank line', `- Description:\n\nsome text\n\n${rest}`, [['description', 'some text'], ...restFields])
check('a value in another list', `- Expected Outcome:\n\n* one\n* two\n\n${rest}`, [
  ['expectedOutcome', '* one\n* two'],
  ...restFields,
])
check(
  'nothing after a link on the label line',
  `- Description: some text\n- Mentors: Ann Lee (@ann)\n- Issue: [a#1](https://github.com/a/b/issues/1)`,
  [
    ['description', 'some text'],
    ['mentors', 'Ann Lee (@ann)'],
    ['upstreamIssue', '[a#1](https://github.com/a/b/issues/1)'],
  ],
)

const shapeOf = (body: string) =>
  onlyIdea(body).placed.idea.fields.map(({ shape, colon, isOutsideItem }) => ({ shape, colon, outside: isOutsideItem }))

test('readFields: a field knows what is odd about its form', () => {
  const plain = { shape: 'item', colon: true, outside: false }
  assert.deepEqual(shapeOf(`- Description: a\n${rest}`)[0], plain)
  assert.deepEqual(shapeOf(`-Description: a\n\n${rest}`)[0], { ...plain, shape: 'bare' })
  assert.deepEqual(shapeOf(`- Expected Outcome\n  - a\n${rest}`)[0], { ...plain, colon: false })
  assert.deepEqual(shapeOf(`- Description:\n\na\n\n${rest}`)[0], { ...plain, outside: true })
  assert.deepEqual(shapeOf(`- Description: b\n  - Expected Outcome: a\n${rest}`)[1], { ...plain, shape: 'nested' })
})
