import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../../server/src/catalog/knownProjects.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import type { Mentor } from '../../../server/src/model/types.ts'
import { namedForm } from '../../support/namedForm.ts'

/** The mentors of an idea whose mentors field is this text. */
function mentorsOf(field: string): readonly Mentor[] {
  const text = `## P\n\n### An idea\n\n- Description: text\n${field}\n- Issue: https://github.com/a/b/issues/1\n`
  const file = readIdeaFile(text, namedForm(text, { path: '', knowsProject: () => true }))
  return file.projects[0]!.ideas[0]!.idea.mentors
}

type Person = readonly (string | null | undefined)[]

const reported = ({ name, handle, email, primary, remark }: Mentor): Person => [
  name,
  handle,
  email,
  ...(primary || remark ? [primary ? 'primary' : undefined] : []),
  ...(remark ? [remark] : []),
]

const jane: Person = ['Jane Roe', 'jane', 'jane@example.org']

const forms: readonly [what: string, field: string, people: readonly Person[], tidy?: boolean][] = [
  ['the canonical form', '- Mentor(s):\n  - Jane Roe (@jane, jane@example.org)', [jane], true],
  [
    'a role behind it',
    '- Mentor(s):\n  - Jane Roe (@jane, jane@example.org) - primary',
    [['Jane Roe', 'jane', 'jane@example.org', 'primary']],
    true,
  ],
  [
    'a role in other words',
    '- Mentor(s):\n  - Jane Roe (@jane, jane@example.org) – Primary Mentor',
    [['Jane Roe', 'jane', 'jane@example.org', 'primary']],
    true,
  ],
  ['a second role', '- Mentor(s):\n  - Jane Roe (@jane, jane@example.org) - Secondary Mentor', [jane], true],
  [
    'a role in brackets',
    '- Mentor(s):\n  - Jane Roe (@jane, jane@example.org) (primary)',
    [['Jane Roe', 'jane', 'jane@example.org', 'primary']],
    false,
  ],
  [
    'a role before the name',
    '- Mentor(s):\n  - Primary Mentor: Jane Roe (@jane, jane@example.org)',
    [['Jane Roe', 'jane', 'jane@example.org', 'primary']],
    false,
  ],
  ['a handle alone in brackets', '- Mentor(s): Jane Roe (@jane)', [['Jane Roe', 'jane', null]], true],
  ['a handle outside the brackets', '- Mentor(s):\n  - Jane Roe @jane (jane@example.org)', [jane], false],
  ['no comma', '- Mentor(s):\n  - Jane Roe (@jane jane@example.org)', [jane], false],
  ['no blank before the bracket', '- Mentor(s):\n  - Jane Roe(@jane, jane@example.org)', [jane], false],
  ['a blank before the comma', '- Mentor(s):\n  - Jane Roe (@jane , jane@example.org )', [jane], true],
  ['no brackets', '- Mentor(s):\n  - Jane Roe, jane, jane@example.org', [jane], false],
  ['no brackets, with @', '- Mentor(s):\n  - Jane Roe @jane jane@example.org', [jane], false],
  ['a bare handle', '- Mentor(s):\n  - Jane Roe (jane)', [['Jane Roe', 'jane', null]], false],
  ['an organisation in brackets is no handle', '- Mentor(s):\n  - Jane Roe (Google)', [['Jane Roe (Google)', null, null]], false],
  ['a bare handle before an address', '- Mentor(s):\n  - Jane Roe (jane, jane@example.org)', [jane], false],
  ['a linked name', '- Mentor(s):\n  - [Jane Roe](https://github.com/jane) (jane@example.org)', [jane], false],
  ['a linked handle', '- Mentor(s):\n  - Jane Roe ([@jane](https://github.com/jane), jane@example.org)', [jane], false],
  ['a bare profile', '- Mentor(s):\n  - Jane Roe (https://github.com/jane, jane@example.org)', [jane], false],
  [
    'another site',
    '- Mentor(s):\n  - Jane Roe (https://gitlab.com/jane, jane@example.org)',
    [['Jane Roe', null, 'jane@example.org', undefined, 'https://gitlab.com/jane']],
    false,
  ],
  ['an address in angle brackets', '- Mentor(s):\n  - Jane Roe (@jane, <jane@example.org>)', [jane], true],
  ['a mail link', '- Mentor(s):\n  - Jane Roe (@jane, [jane@example.org](mailto:jane@example.org))', [jane], true],
  ['an address before the handle', '- Mentor(s):\n  - Jane Roe <jane@example.org> (@jane)', [jane], false],
  ['two @', '- Mentor(s):\n  - Jane Roe (@@jane, jane@example.org)', [jane], true],
  ['an address alone', '- Mentor(s):\n  - Jane Roe (jane@example.org)', [['Jane Roe', null, 'jane@example.org']], true],
  ['a handle alone', '- Mentor(s): @jane', [[null, 'jane', null]], false],
  [
    'a disguised address',
    '- Mentor(s):\n  - Jane Roe (@jane, jane AT example DOT org)',
    [['Jane Roe', 'jane', null, undefined, 'jane AT example DOT org']],
    true,
  ],
  [
    'a half disguised address',
    '- Mentor(s):\n  - Jane Roe (@jane, jane AT example.org)',
    [['Jane Roe', 'jane', null, undefined, 'jane AT example.org']],
    true,
  ],
  [
    'an address in words',
    '- Mentor(s):\n  - Jane Roe (@jane, jane [at] example [dot] org)',
    [['Jane Roe', 'jane', null, undefined, 'jane [at] example [dot] org']],
    true,
  ],
  [
    'a malformed address',
    '- Mentor(s):\n  - Jane Roe (@jane, jane@example)',
    [['Jane Roe', 'jane', null, undefined, 'jane@example']],
    true,
  ],
  [
    'a comma in a name',
    '- Mentor(s):\n  - Jane-Ann, Roe (@jane, jane@example.org)',
    [['Jane-Ann, Roe', 'jane', 'jane@example.org']],
    true,
  ],
  ['brackets in a name', '- Mentor(s):\n  - JaneAnn(Jay) (@jane)', [['JaneAnn(Jay)', 'jane', null]], true],
  [
    'words behind it',
    '- Mentor(s):\n  - Jane Roe (@jane, jane@example.org) from Example',
    [['Jane Roe', 'jane', 'jane@example.org', undefined, 'from Example']],
    false,
  ],
  [
    'a company in the brackets',
    '- Mentor(s):\n  - Jane Roe (@jane, jane@example.org, Example)',
    [['Jane Roe', 'jane', 'jane@example.org', undefined, 'Example']],
    false,
  ],
  [
    'a company behind a comma',
    '- Mentor(s):\n  - Jane Roe (@jane, jane@example.org), Example Inc',
    [['Jane Roe', 'jane', 'jane@example.org', undefined, 'Example Inc']],
    false,
  ],
  [
    'an underscore in a handle',
    '- Mentor(s):\n  - Jane Roe (@jane\\_roe, jane@example.org)',
    [['Jane Roe', 'jane_roe', 'jane@example.org']],
    true,
  ],
  [
    'several on the label line',
    '- Mentor(s): Jane Roe (@jane, jane@example.org), Ann Lee (@ann)',
    [jane, ['Ann Lee', 'ann', null]],
    true,
  ],
  [
    'several with and',
    '- Mentor(s): Jane Roe (@jane) and Ann Lee (@ann)',
    [
      ['Jane Roe', 'jane', null],
      ['Ann Lee', 'ann', null],
    ],
    true,
  ],
  [
    'several links',
    '- Mentor(s): [Jane Roe](https://github.com/jane), [Ann Lee](https://github.com/ann)',
    [
      ['Jane Roe', 'jane', null],
      ['Ann Lee', 'ann', null],
    ],
    false,
  ],
  [
    'several links on lines of their own, the last after "and"',
    '- Mentor(s): [Jane Roe](https://github.com/jane),\n  [Ann Lee](https://github.com/ann), and\n  [Bo Dahl](https://github.com/bo)',
    [
      ['Jane Roe', 'jane', null],
      ['Ann Lee', 'ann', null],
      ['Bo Dahl', 'bo', null],
    ],
    false,
  ],
  [
    'a full stop between people without brackets',
    '- Mentor(s): Jane Roe, jane, jane@example.org. Ann Lee, ann-lee, ann@example.org',
    [jane, ['Ann Lee', 'ann-lee', 'ann@example.org']],
    false,
  ],
  ['a team', '- Mentor(s): Harbor Maintainers', [], false],
  ['a team below a role', '- Mentor(s):\n  - Mentor(s): The networking team', [], false],
  [
    'a team with an address',
    '- Mentor(s): Harbor Maintainers (team@example.org)',
    [['Harbor Maintainers', null, 'team@example.org']],
    true,
  ],
  [
    'a sentence about others in an item of its own',
    '- Mentor(s):\n  - Jane Roe (@jane, jane@example.org)\n  - Ann Lee and Bo Dahl from Example are glad to help, too',
    [jane],
    true,
  ],
  [
    'several handles',
    '- Mentor(s): @jane, @ann',
    [
      [null, 'jane', null],
      [null, 'ann', null],
    ],
    false,
  ],
  [
    'several names without more',
    '- Mentor(s): Jane Roe, Ann Lee',
    [
      ['Jane Roe', null, null],
      ['Ann Lee', null, null],
    ],
    false,
  ],
  [
    'several in one item',
    '- Mentor(s):\n  - Jane Roe (@jane), Ann Lee (@ann)',
    [
      ['Jane Roe', 'jane', null],
      ['Ann Lee', 'ann', null],
    ],
    true,
  ],
  [
    'lines without bullets',
    '- Mentor(s):\n  Jane Roe (@jane, jane@example.org)\n  Ann Lee (@ann)',
    [jane, ['Ann Lee', 'ann', null]],
    true,
  ],
  ['a folded line', '- Mentor(s):\n  - Jane Roe (@jane,\n    jane@example.org)', [jane], true],
  [
    'sibling bullets',
    '- Mentor(s):\n- Jane Roe (@jane, jane@example.org)\n- Ann Lee (@ann)',
    [jane, ['Ann Lee', 'ann', null]],
    true,
  ],
  ['another list below', '- Mentor(s):\n\n* Jane Roe (@jane, jane@example.org)\n', [jane], true],
  [
    'co-mentors add to them',
    '- Mentor: Jane Roe (@jane)\n- Co-Mentor(s): Ann Lee (@ann)',
    [
      ['Jane Roe', 'jane', null],
      ['Ann Lee', 'ann', null],
    ],
    true,
  ],
  [
    'a blank alone between handles',
    '- Mentor(s): @ada @ben',
    [
      [null, 'ada', null],
      [null, 'ben', null],
    ],
  ],
  [
    'a slash between handles',
    '- Mentor(s): @ada/@ben',
    [
      [null, 'ada', null],
      [null, 'ben', null],
    ],
  ],
  [
    'a bar between handles',
    '- Mentor(s): @ada|@ben',
    [
      [null, 'ada', null],
      [null, 'ben', null],
    ],
  ],
  [
    'or between handles',
    '- Mentor(s): @ada or @ben',
    [
      [null, 'ada', null],
      [null, 'ben', null],
    ],
  ],
  [
    'a handle in brackets alone, and a slash',
    '- Mentor(s): (@ada) / Ben (@ben)',
    [
      [null, 'ada', null],
      ['Ben', 'ben', null],
    ],
  ],
  [
    'a plus',
    '- Mentor(s): Ada Fern (@ada) + Ben Oak (@ben)',
    [
      ['Ada Fern', 'ada', null],
      ['Ben Oak', 'ben', null],
    ],
  ],
  [
    'a break',
    '- Mentor(s): Ada Fern (@ada)<br>Ben Oak (@ben)',
    [
      ['Ada Fern', 'ada', null],
      ['Ben Oak', 'ben', null],
    ],
  ],
  [
    'a blank alone between people',
    '- Mentor(s): Ada Fern (@ada) Ben Oak (@ben)',
    [
      ['Ada Fern', 'ada', null],
      ['Ben Oak', 'ben', null],
    ],
  ],
  [
    'a blank between links',
    '- Mentor(s): [Ada Fern](https://github.com/ada) [Ben Oak](https://github.com/ben)',
    [
      ['Ada Fern', 'ada', null],
      ['Ben Oak', 'ben', null],
    ],
  ],
  [
    'numbers in a line',
    '- Mentor(s): 1. Ada Fern (@ada) 2. Ben Oak (@ben)',
    [
      ['Ada Fern', 'ada', null],
      ['Ben Oak', 'ben', null],
    ],
  ],
  ['struck text', '- Mentor(s): ~~Old (@old)~~ New (@new)', [['New', 'new', null]]],
  ['two accounts of one', '- Mentor(s): Ada Fern (@ada) (@ada-work)', [['Ada Fern', 'ada', null, undefined, '@ada-work']]],
  [
    'a role between name and brackets',
    '- Mentor(s):\n  - Ada Fern (Primary) (@ada, ada@x.org)',
    [['Ada Fern', 'ada', 'ada@x.org', 'primary']],
  ],
  [
    'a role in brackets before the name',
    '- Mentor(s):\n  - (Primary) Ada Fern (@ada, ada@x.org)',
    [['Ada Fern', 'ada', 'ada@x.org', 'primary']],
  ],
  [
    'not primary',
    '- Mentor(s):\n  - Ada Fern (@ada, ada@x.org) - not primary',
    [['Ada Fern', 'ada', 'ada@x.org', undefined, 'not']],
  ],
  [
    'a company behind the name',
    '- Mentor(s):\n  - Ada Fern, Red Hat (@ada, ada@x.org) - primary',
    [['Ada Fern', 'ada', 'ada@x.org', 'primary', 'Red Hat']],
  ],
  ['labels', '- Mentor(s):\n  - Name: Ada Fern, GitHub: @ada, Email: ada@x.org', [['Ada Fern', 'ada', 'ada@x.org']]],
  [
    'a folded name',
    '- Mentor(s): Ben Oak (@ben), Ada\n  Fern (@ada)',
    [
      ['Ben Oak', 'ben', null],
      ['Ada Fern', 'ada', null],
    ],
  ],
  ['a labelled handle without @', '- Mentor(s):\n  - Ada Fern (GitHub: ada)', [['Ada Fern', 'ada', null]]],
  ['a profile without its scheme', '- Mentor(s):\n  - Ada Fern, ada@x.org, github.com/ada', [['Ada Fern', 'ada', 'ada@x.org']]],
  ['full-width marks', '- Mentor(s):\n  - Ada Fern（@ada，ada@x.org）', [['Ada Fern', 'ada', 'ada@x.org']]],
  ['a name behind the handle', '- Mentor(s):\n  - @ada (Ada Fern, ada@x.org)', [['Ada Fern', 'ada', 'ada@x.org']]],
  ['a name behind a link', '- Mentor(s):\n  - [@ada](https://github.com/ada) Ada Fern', [['Ada Fern', 'ada', null]]],
  ['a box to tick', '- Mentor(s):\n  - [ ] Ada Fern (@ada)', [['Ada Fern', 'ada', null]]],
  [
    'a table',
    '- Mentor(s):\n\n  | Name | Handle |\n  |---|---|\n  | Ada Fern | @ada |\n  | Ben Oak | @ben |',
    [
      ['Ada Fern', 'ada', null],
      ['Ben Oak', 'ben', null],
    ],
  ],
  [
    'a note left above them',
    '- Mentor(s): # at least 2 mentors, the first one primary\n  - Ada Fern (@ada)',
    [['Ada Fern', 'ada', null]],
  ],
  ['nobody yet', '- Mentor(s): TBD', []],
  ['nothing', '- Mentor(s):', []],
]

for (const [what, field, people, tidy] of forms) {
  test(`readMentors: mentors are read: ${what}`, () => {
    const mentors = mentorsOf(field)
    assert.deepEqual(
      mentors.map(reported),
      people.map((person) => person.map((part) => part)),
    )
    if (tidy !== undefined)
      assert.deepEqual(
        mentors.map((mentor) => mentor.isCanonical),
        mentors.map(() => tidy),
      )
  })
}

test('readMentors: the parts of an entry have their own places', () => {
  const text = '## P\n\n### An idea\n\n- Description: text\n- Mentor(s):\n  - Jane Roe (@jane, jane@example.org) - primary\n'
  const { idea, at } = readIdeaFile(text, namedForm(text, { path: '', knowsProject: () => true })).projects[0]!.ideas[0]!
  const [mentor] = idea.mentors
  const source = (span: { start: number; end: number } | null) => span && text.slice(at + span.start, at + span.end)
  assert.deepEqual([mentor!.span, mentor!.nameSpan, mentor!.handleSpan, mentor!.emailSpan].map(source), [
    'Jane Roe (@jane, jane@example.org) - primary',
    'Jane Roe',
    '@jane',
    'jane@example.org',
  ])
})

test('readMentors: mentors on one line know of each other', () => {
  assert.deepEqual(
    mentorsOf('- Mentor(s): Jane Roe (@jane), Ann Lee (@ann)').map(({ sharesLine }) => sharesLine),
    [true, true],
  )
  assert.deepEqual(
    mentorsOf('- Mentor(s):\n  - Jane Roe (@jane)\n  - Ann Lee (@ann)').map(({ sharesLine }) => sharesLine),
    [false, false],
  )
})

const posts = [
  'Jane Roe (@jane, jane@example.org), Tech lead at @example',
  'Jane Roe (@jane, jane@example.org) Maintainer @example',
  'Jane Roe (@jane, jane@example.org), maintainer of @example/docs',
  'Jane Roe (@jane, jane@example.org) - SRE, Platform Engineer at @example',
  'Jane Roe @jane jane@example.org - Docs Ambassador, Chair @example',
  'Jane Roe, Tech lead at @example (@jane, jane@example.org)',
]

for (const entry of posts) {
  test(`readMentors: a job and an employer are no person: ${entry}`, () => {
    for (const field of [`- Mentor(s):\n  - ${entry}`, `- Mentor(s): ${entry}`])
      assert.deepEqual(
        mentorsOf(field).map(({ name, handle, email }) => [name, handle, email]),
        [jane],
      )
  })
}

const listOf = (body: string): string => `### Harbor

#### Copy what is signed

${body}

#### Sign what is copied

- Description: Signatures go along.
- Mentor(s): Cy Moss (@cy, cy@example.org)
`

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'

const namesIn = (body: string): readonly (string | null)[] =>
  readIdeaFile(listOf(body), { path, knowsProject })
    .projects.flatMap(({ ideas }) => ideas)[0]!
    .idea.mentors.map(({ name }) => name)

test('readMentors: a paragraph after the list of mentors is a mentor if it has a contact, inside the item and outside', () => {
  const both = ['Ada Fern', 'Bo Reed']
  assert.deepEqual(namesIn('- Mentors:\n  - Ada Fern (@ada)\n\n  Bo Reed (@bo)'), both)
  assert.deepEqual(namesIn('- Mentors:\n- Ada Fern (@ada)\n\nBo Reed (@bo)'), both)
  assert.deepEqual(namesIn('- Mentors:\n  - Ada Fern (@ada)\n\n  Write to them'), ['Ada Fern'])
  assert.deepEqual(namesIn('- Mentors:\n- Ada Fern (@ada)\n\nWrite to them'), ['Ada Fern'])
  assert.deepEqual(namesIn('- Mentors:\n\n  Write to them\n\n  - Ada Fern (@ada)'), ['Ada Fern'])
})

test('readMentors: people below a label with two colons are mentors', () => {
  assert.deepEqual(namesIn('-Mentors: :\n  - Ada Fern (@ada)'), ['Ada Fern'])
})
