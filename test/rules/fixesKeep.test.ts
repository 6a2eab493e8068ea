import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../server/src/catalog/projects.ts'
import { readIdeaFile, updateIdeaFile } from '../../server/src/model/ideaFile.ts'
import { fixAll } from '../../server/src/rules/engine/fixAll.ts'
import { lint } from '../support/checkRule.ts'

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'

const listOf = (body: string): string => `### Harbor

#### Copy what is signed

${body}

#### Sign what is copied

- Description: Signatures go along.
- Mentor(s): Cy Moss (@cy, cy@example.org)
`

/** The body after all that is safe is mended, in LF and in CRLF. */
function check(what: string, body: string, mended: string): void {
  test(`what a fix could tear apart stays together: ${what}`, () => {
    for (const ends of ['\n', '\r\n']) {
      const text = listOf(body).replaceAll('\n', ends)
      const read = readIdeaFile(text, { path, knowsProject })
      const { file } = fixAll(read, {
        update: (was, now, change) => updateIdeaFile(was, now, change, was.options),
        lint: (now) => lint(now.text, { path }),
      })
      assert.equal(file.text, listOf(mended).replaceAll('\n', ends))
    }
  })
}

check(
  'mentors who stand behind the item that swallowed their label, when a field before it goes elsewhere',
  `- Description: a
- Recommended Skills: Go
**Upstream Issue**: https://github.com/goharbor/harbor/issues/1
-_Mentors_:
- Ada Fern (@ada, ada@example.org)`,
  `- Description: a
- Recommended Skills: Go
- _Mentor(s)_:
  - Ada Fern (@ada, ada@example.org)
- **Upstream Issue**: https://github.com/goharbor/harbor/issues/1`,
)
check(
  'a label that an item took in, and the items that follow it',
  `- Expected Outcome:
  - A transfer goes on
-Recommended Skills
  - Go
  - Rust
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
  `- Expected Outcome:
  - A transfer goes on
- Recommended Skills:
  - Go
  - Rust
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
)
check(
  'people on both sides of a field that stands among them',
  `- Mentor(s):
  - Ada Fern (@ada, ada@example.org)
  - Upstream Issue:
  - Bo Reed (@bo, bo@example.org)`,
  `- Mentor(s):
  - Ada Fern (@ada, ada@example.org)
  - Bo Reed (@bo, bo@example.org)
- Upstream Issue:`,
)
check(
  'an item with its second paragraph',
  `- Expected Outcome:

- A transfer goes on.

  It says so.

- Mentor(s): Ada Fern (@ada, ada@example.org)`,
  `- Expected Outcome:

  - A transfer goes on.

    It says so.

- Mentor(s): Ada Fern (@ada, ada@example.org)`,
)
check(
  'a value outside, below which a label stands that a paragraph would take in',
  `- Expected Outcome:

A transfer goes on.
-Mentor:
- Ada Fern (@ada, ada@example.org)`,
  `- Expected Outcome:

  A transfer goes on.
- Mentor(s):
  - Ada Fern (@ada, ada@example.org)`,
)
check(
  'the mark of a note, behind which an unknown label would become the value',
  `- Description: #
- Hints: read the code
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
  `- Description: #
- Hints: read the code
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
)
check(
  'the mark of a note alone goes where a known field follows',
  `- Description: #
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
  `- Description: 
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
)
check(
  'an unknown field that an empty one would take in, came it there',
  `- Mentor(s): Ada Fern (@ada, ada@example.org)
- Hints: read the code
- Description:
- Upstream Issue: https://github.com/goharbor/harbor/issues/1`,
  `- Mentor(s): Ada Fern (@ada, ada@example.org)
- Hints: read the code
- Description:
- Upstream Issue: https://github.com/goharbor/harbor/issues/1`,
)
check(
  'entries that run into one another, of which one is there twice',
  `- Mentor(s): Dee Ash (@dee, dee@example.org), Cy Elm,  cy@example.org) and [Dee Ash](https://github.com/dee), @elm, Gil Fir`,
  `- Mentor(s): Dee Ash (@dee, dee@example.org), Cy Elm,  cy@example.org) and [Dee Ash](https://github.com/dee), @elm, Gil Fir`,
)

test('a single word for a label is written only where it is read as one', () => {
  const text = `## Ideas

### Harbor

- Description: a
- Mentor(s): Ada Fern (@ada)
- Issue: https://github.com/goharbor/harbor/issues/1

### Jaeger

Upstream Issue: https://github.com/jaegertracing/jaeger/issues/1

- Mentor(s): Ada Fern (@ada)
`
  const labels = lint(text, { path: 'programs/summerofcode/2020.md' }).filter(({ code }) => code === 'field-label')
  assert.deepEqual(
    labels.map(({ fix, fixes }) => [fix, fixes]),
    [['none', undefined]],
  )
})

const mentorsOf = (body: string): readonly (string | null)[] =>
  readIdeaFile(listOf(body), { path, knowsProject })
    .projects.flatMap(({ ideas }) => ideas)[0]!
    .idea.mentors.map(({ name }) => name)

test('who stands in a paragraph behind the list of mentors is one with a contact, inside the item and outside', () => {
  const both = ['Ada Fern', 'Bo Reed']
  assert.deepEqual(mentorsOf('- Mentors:\n  - Ada Fern (@ada)\n\n  Bo Reed (@bo)'), both)
  assert.deepEqual(mentorsOf('- Mentors:\n- Ada Fern (@ada)\n\nBo Reed (@bo)'), both)
  assert.deepEqual(mentorsOf('- Mentors:\n  - Ada Fern (@ada)\n\n  Write to them'), ['Ada Fern'])
  assert.deepEqual(mentorsOf('- Mentors:\n- Ada Fern (@ada)\n\nWrite to them'), ['Ada Fern'])
  assert.deepEqual(mentorsOf('- Mentors:\n\n  Write to them\n\n  - Ada Fern (@ada)'), ['Ada Fern'])
})

test('people below a label with two colons are its own', () => {
  assert.deepEqual(mentorsOf('-Mentors: :\n  - Ada Fern (@ada)'), ['Ada Fern'])
})
