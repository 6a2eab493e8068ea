import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knowsProject } from '../../../server/src/catalog/knownProjects.ts'
import { readIdeaFile, updateIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { fixAll } from '../../../server/src/rules/engine/fixAll.ts'
import { rules } from '../../../server/src/rules/index.ts'
import { lint } from '../../support/checkRule.ts'
import { makeList } from '../../support/generatedList.ts'
import { namedForm } from '../../support/namedForm.ts'

/** A long list in which some five hundred places can be fixed: labels, forms, mentors, the table of contents. */
function messyList(): string {
  let count = 0
  const some = (written: string, slip: string): string => (count++ % 3 === 0 ? slip : written)
  return makeList({ bytes: 400_000, seed: 1, findingsAtMost: 150 })
    .replace(/^- Description:/gm, (label) => some(label, '-Description:'))
    .replace(/^- Mentor\(s\):/gm, (label) => some(label, '- Mentors'))
    .replace(/ \((@[\w-]+), ([^)]+)\)/g, (bracket, handle, email) => some(bracket, ` ${handle} ${email}`))
    .replace(/\]\(#([\w-]+)\)/g, (link, anchor) => some(link, `](#${anchor}x)`))
}

test('fixAll: all safe fixes of a list of 400 KB are applied while the list is checked a handful of times', () => {
  const options = { path: 'programs/summerofcode/2026.md', knowsProject }
  const linter = createLinter(rules, (message) => assert.fail(message))
  const file = readIdeaFile(messyList(), options)
  const findings = linter.lint(file)
  let checks = 0
  const update = (...[before, now, change]: [typeof file, string, Parameters<typeof updateIdeaFile>[2]]): typeof file =>
    updateIdeaFile(before, now, change, options)
  const { edits, file: after } = fixAll(file, {
    update,
    lint: (now) => {
      checks++
      return linter.lint(now)
    },
  })
  assert.ok(findings.filter(({ fix }) => fix === 'safe').length > 400, `${findings.length} findings`)
  assert.ok(edits.length > 280, `${edits.length} edits`)
  assert.deepEqual(
    linter.lint(after).filter(({ fix }) => fix === 'safe'),
    [],
  )
  assert.ok(checks <= 6, `${checks}`)
})

const listOf = (body: string): string => `### Harbor

#### Copy what is signed

${body}

#### Sign what is copied

- Description: Signatures go along.
- Mentor(s): Cy Moss (@cy, cy@example.org)
`

const path = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'

/** Checks the body after all safe fixes, in LF and in CRLF. */
function check(what: string, body: string, fixed: string): void {
  test(`fixAll: what a fix could tear apart stays together: ${what}`, () => {
    for (const ends of ['\n', '\r\n']) {
      const text = listOf(body).replaceAll('\n', ends)
      const read = readIdeaFile(text, namedForm(text, { path, knowsProject }))
      const { file } = fixAll(read, {
        update: (was, now, change) => updateIdeaFile(was, now, change, was.options),
        lint: (now) => lint(now.text, { path }),
      })
      assert.equal(file.text, listOf(fixed).replaceAll('\n', ends))
    }
  })
}

check(
  'fixAll: mentors after the item that absorbed their label stay, when a field before it moves',
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
  'fixAll: a label that an item absorbed, and the items that follow it, stay together',
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
  'fixAll: people on both sides of a field among them stay together',
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
  'fixAll: an item keeps its second paragraph',
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
  'fixAll: a value outside its item does not absorb the label below it',
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
  'fixAll: the `#` of a note stays if an unknown label after it would become the value',
  `- Description: #
- Hints: read the code
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
  `- Description: #
- Hints: read the code
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
)

check(
  'fixAll: the `#` of a note is removed if a known field follows',
  `- Description: #
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
  `- Description: 
- Mentor(s): Ada Fern (@ada, ada@example.org)`,
)

check(
  'fixAll: an unknown field does not move to an empty one that would absorb it',
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
  'fixAll: entries without separators stay, even if one of them is there twice',
  `- Mentor(s): Dee Ash (@dee, dee@example.org), Cy Elm,  cy@example.org) and [Dee Ash](https://github.com/dee), @elm, Gil Fir`,
  `- Mentor(s): Dee Ash (@dee, dee@example.org), Cy Elm,  cy@example.org) and [Dee Ash](https://github.com/dee), @elm, Gil Fir`,
)
