import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Mentor } from '../../../server/src/model/types.ts'
import { fieldsOf, laterIdea } from '../../support/idea.ts'

type Person = readonly [name: string | null, handle: string | null, email: string | null, primary?: 'primary']

const reported = ({ name, handle, email, primary }: Mentor): Person =>
  primary ? [name, handle, email, 'primary'] : [name, handle, email]

const peopleIn = (body: string): readonly Person[] => laterIdea(body).placed.idea.mentors.map(reported)

const fern: Person = ['Ida Fern', 'idafern', 'ida@example.org']
const moss: Person = ['Otto Moss', 'ottomoss', 'otto@example.org']
const [ida, otto] = ['Ida Fern (@idafern, ida@example.org)', 'Otto Moss (@ottomoss, otto@example.org)']

const entries: readonly [entry: string, person: Person][] = [
  ['Mentor(s): Ida Fern (@idafern, ida@example.org) - primary', ['Ida Fern', 'idafern', 'ida@example.org', 'primary']],
  ['**Mentor(s):** Ida Fern (@idafern, ida@example.org)', fern],
  ['Mentor A: Ida Fern (@idafern, ida@example.org)', fern],
  ['Mentor 2: Ida Fern (@idafern, ida@example.org)', fern],
  ['2nd Mentor: Ida Fern (@idafern, ida@example.org)', fern],
  ['Co-Mentor(s): Ida Fern (@idafern, ida@example.org)', fern],
  ['Tech lead: Ida Fern (@idafern, ida@example.org)', fern],
  ['Mentor - Ida Fern (@idafern, ida@example.org)', fern],
  ['Contact: Ida Fern (@idafern, ida@example.org)', fern],
  ['Lead Maintainer: Ida Fern (@idafern, ida@example.org)', fern],
  ['(Primary) Mentor: Ida Fern (@idafern, ida@example.org)', ['Ida Fern', 'idafern', 'ida@example.org', 'primary']],
  ['mentor Ida (@idafern, ida@example.org)', ['Ida', 'idafern', 'ida@example.org']],
  ['Mentor Krasniqi (@mkras, mkras@example.org)', ['Mentor Krasniqi', 'mkras', 'mkras@example.org']],
  ['Primary Jones (@pjones, pjones@example.org)', ['Primary Jones', 'pjones', 'pjones@example.org']],
  ['Ida Fern (@goharbor/all-maintainers, list@example.org)', ['Ida Fern', 'goharbor/all-maintainers', 'list@example.org']],
  ['Ida Fern (@idafern/ida@example.org)', ['Ida Fern', 'idafern', null]],
  ['Ida Fern (gh: idafern, mail: ida@example.org)', fern],
  ['Ida Fern (GitHub @idafern, ida@example.org)', fern],
  ['Ida Fern @idafern <ida@example.org>, CNCF Slack @fern', fern],
  ['Ida Fern (Slack: @fern, ida@example.org)', ['Ida Fern', null, 'ida@example.org']],
  ['Ida *Fern (@idafern, ida*x@example.org)', ['Ida Fern', 'idafern', null]],
]

for (const [entry, person] of entries) {
  test(`newMentorItems: an entry is read: ${entry}`, () => assert.deepEqual(peopleIn(`- Mentor(s):\n  - ${entry}`), [person]))
}

const fields: readonly [what: string, body: string, people: readonly Person[]][] = [
  [
    'remarks below people with contacts are nobody',
    `- Mentor(s):\n  - ${ida} - primary\n    - Maintainer at Acme\n    - Berlin\n  - ${otto}`,
    [['Ida Fern', 'idafern', 'ida@example.org', 'primary'], moss],
  ],
  [
    'contacts below a name are that person’s',
    '- Mentor(s):\n  - Ida Fern\n    - primary\n    - GitHub: @idafern\n    - Email: ida@example.org\n  - Otto Moss\n    - GitHub: ottomoss\n    - otto@example.org',
    [['Ida Fern', 'idafern', 'ida@example.org', 'primary'], moss],
  ],
  [
    'an address below an entry without one is that person’s',
    '- Mentor(s):\n  - Ida Fern (@idafern)\n    - ida@example.org',
    [fern],
  ],
  [
    'a link called GitHub is no name',
    '- Mentor(s):\n  - Ida Fern\n    - [GitHub](https://github.com/idafern)\n    - ida@example.org',
    [fern],
  ],
  [
    'another account is another person',
    '- Mentor(s):\n  - Ida Fern (@idafern)\n    - @ottomoss',
    [
      ['Ida Fern', 'idafern', null],
      [null, 'ottomoss', null],
    ],
  ],
  ['somebody below somebody else is a person', `- Mentor(s):\n  - ${ida}\n    - ${otto}`, [fern, moss]],
  [
    'names below a name are people',
    '- Mentor(s):\n  - Ida Fern\n    - Otto Moss',
    [
      ['Ida Fern', null, null],
      ['Otto Moss', null, null],
    ],
  ],
  [
    'a role above people is the first one’s',
    `- Mentor(s):\n  - Primary:\n    - ${ida}\n  - Secondary:\n    - ${otto}`,
    [['Ida Fern', 'idafern', 'ida@example.org', 'primary'], moss],
  ],
  [
    'a label in the plural above people is nobody',
    `- Mentor(s):\n  - Primary Mentor(s):\n    - ${ida}\n  - Co-Mentor(s)\n    - ${otto}`,
    [['Ida Fern', 'idafern', 'ida@example.org', 'primary'], moss],
  ],
  [
    'contacts next to a name are that person’s',
    '- Mentor(s):\n  - Ida Fern\n  - GitHub: @idafern\n  - Email: ida@example.org\n  - Otto Moss\n  - GitHub: ottomoss\n  - Email: otto@example.org',
    [fern, moss],
  ],
  [
    'a second account next to a name is another person’s',
    '- Mentor(s):\n  - Ida Fern\n  - GitHub: @idafern\n  - GitHub: @ottomoss',
    [
      ['Ida Fern', 'idafern', null],
      [null, 'ottomoss', null],
    ],
  ],
  [
    'an account next to a name, without a label, is another person’s',
    '- Mentor(s):\n  - Ida Fern\n  - @ottomoss',
    [
      ['Ida Fern', null, null],
      [null, 'ottomoss', null],
    ],
  ],
  [
    'a link that is called as its account is no name',
    '- Mentor(s):\n  - Ida Fern\n    - GitHub: [IdaFern](https://github.com/idafern)\n    - Email: <ida@example.org>\n    - Timezone: UTC+1',
    [fern],
  ],
  [
    'the marks of a conflict',
    `- Mentor(s):\n<<<<<<< HEAD\n  - ${ida}\n||||||| base\n=======\n  - ${otto}\n>>>>>>> signing`,
    [fern, moss],
  ],
  [
    'an organisation above people is nobody',
    `- Mentor(s):\n  - From Acme:\n    - ${ida}\n  - Acme Labs:\n    - ${otto}`,
    [fern, moss],
  ],
  ['a sentence on a further line', `- Mentor(s):\n  - ${ida}\n  - ${otto}\nPlease ping them on Slack.`, [fern, moss]],
  ['a clause behind people', `- Mentor(s): ${ida}, ${otto}, who both speak Go.`, [fern, moss]],
  ['people who are looked for', `- Mentor(s):\n  - ${ida}\n  - Looking for a second mentor!`, [fern]],
  ...[
    '(one more mentor needed)',
    'More to come',
    'To be decided',
    'Will be added later',
    'Mentor wanted',
    'Note: Ida is away in July',
    'Any maintainer of Harbor',
    'You?',
  ].map((note): (typeof fields)[number] => [`a note (${note})`, `- Mentor(s):\n  - ${ida}\n  - ${note}`, [fern]]),
  ['a sentence with commas', `- Mentor(s):\n  - ${ida}\n    Ida wrote it, and knows it all.\n  - ${otto}`, [fern, moss]],
  ['a place to be filled', `- Mentor(s):\n  - ${ida}\n  - TBC (second mentor from CNCF TAG)`, [fern]],
  ['a post', `- Mentor(s):\n  - Ida Fern\n    Maintainer\n  - Maintainer at Acme`, [['Ida Fern', null, null]]],
  ['a channel', `- Mentor(s):\n  - ${ida}\n  - Slack channel: #harbor\n  - CNCF Slack @fern`, [fern]],
  ['the form to fill in', `- Mentor(s):\n  - Name (@handle, email) - primary\n  - ${otto}`, [moss]],
  [
    'people of whom a remark says what is missing stay',
    '- Mentor(s):\n  - Ida Fern (to be confirmed)\n  - Otto Moss, needs a handle\n  - Will Smith\n  - An Nguyen\n  - Uma An Nguyen from Acme\n  - Ida van der Moss\n  - ida fern moss',
    [
      ['Ida Fern (to be confirmed)', null, null],
      ['Otto Moss', null, null],
      ['Will Smith', null, null],
      ['An Nguyen', null, null],
      ['Uma An Nguyen from Acme', null, null],
      ['Ida van der Moss', null, null],
      ['ida fern moss', null, null],
    ],
  ],
]

for (const [what, body, people] of fields) {
  test(`newMentorItems: mentors are read: ${what}`, () => assert.deepEqual(peopleIn(body), people))
  test(`newMentorItems: mentors are read in CRLF: ${what}`, () =>
    assert.deepEqual(peopleIn(body.replaceAll('\n', '\r\n')), people))
}

const link = 'https://github.com/goharbor/harbor/issues/7'

for (const label of ['-Mentor(s):', '**Mentor(s)**:', '-Mentor(s)', '**Mentor(s)**', 'Mentor(s)']) {
  test(`newMentorItems: people with roles stay below a label that the field above took in: ${label}`, () => {
    const { file, placed } = laterIdea(
      `- Recommended Skills: Go\n${label}\n  - Primary Mentor: ${ida}\n  - ${otto}\n- Upstream Issue: ${link}`,
    )
    assert.deepEqual(fieldsOf(file, placed), [
      ['recommendedSkills', 'Go'],
      ['mentors', `- Primary Mentor: ${ida}\n  - ${otto}`],
      ['upstreamIssue', link],
    ])
    assert.deepEqual(placed.idea.mentors.map(reported), [['Ida Fern', 'idafern', 'ida@example.org', 'primary'], moss])
  })
}

for (const label of ['-Mentor(s):', '**Mentor(s):**', 'Mentor(s)']) {
  test(`newMentorItems: people with roles next to a label that the field above absorbed are its value: ${label}`, () => {
    const { file, placed } = laterIdea(
      `- Recommended Skills: Go\n${label}\n- Primary Mentor: ${ida}\n- ${otto}\n- Upstream Issue: ${link}`,
    )
    assert.deepEqual(fieldsOf(file, placed), [
      ['recommendedSkills', 'Go'],
      ['mentors', `- Primary Mentor: ${ida}\n- ${otto}`],
      ['upstreamIssue', link],
    ])
    assert.deepEqual(placed.idea.mentors.map(reported), [['Ida Fern', 'idafern', 'ida@example.org', 'primary'], moss])
  })
}

test('newMentorItems: items after a label that the field above absorbed are its value', () => {
  const { file, placed } = laterIdea(`- Description: Copies.\n-Recommended Skills:\n- Go\n- Rust\n- Mentor(s): ${ida}`)
  assert.deepEqual(fieldsOf(file, placed), [
    ['description', 'Copies.'],
    ['recommendedSkills', '- Go\n- Rust'],
    ['mentors', ida],
  ])
})

test('newMentorItems: a label at the end of a text is ignored if the field is below', () => {
  const { file, placed } = laterIdea(
    `- Description: Copies, as told by the\nMentors:\n- Mentor(s): ${ida}\n- Upstream Issue: ${link}`,
  )
  assert.deepEqual(fieldsOf(file, placed).slice(1), [
    ['mentors', ida],
    ['upstreamIssue', link],
  ])
  assert.deepEqual(placed.idea.mentors.map(reported), [fern])
})

test('newMentorItems: a label on the line below the items of a bare label is a field, and none of its mentors', () => {
  const body = `**Description:** Copies keep their signatures.\n\n**Mentor(s):**\n  - ${ida}\n  - ${otto}\n**Upstream Issue (URL):** ${link}`
  const { file, placed } = laterIdea(body)
  assert.deepEqual(fieldsOf(file, placed), [
    ['description', 'Copies keep their signatures.'],
    ['mentors', `- ${ida}\n  - ${otto}`],
    ['upstreamIssue', link],
  ])
  assert.deepEqual(placed.idea.mentors.map(reported), [fern, moss])
  assert.deepEqual(
    placed.idea.upstream.map(({ url }) => url),
    [link],
  )
})
