import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules as all } from '../../server/src/rules/index.ts'
import { applyEdits, areDisjoint, type Edit } from '../../server/src/text/edits.ts'
import { lint, read } from '../support/checkRule.ts'

const lfx = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'
const gsoc = 'programs/summerofcode/2026.md'
const codes = new Set(
  'field-label field-form field-nesting unknown-field duplicate-field field-order template-placeholder invalid-size size-mismatch missing-field empty-field'.split(
    ' ',
  ),
)
const rules = all.filter(({ code }) => codes.has(code))

/** An idea with this body beside a good one, which makes the file an idea list. */
const listOf = (body: string, path: string): string => `### Harbor

#### Sign what is copied

${body}

#### Copy what is signed

- Description: Copies keep their signatures.
- Expected Outcome: They keep them.
- Recommended Skills: Go
${path === gsoc ? '- Expected project size: small\n' : ''}- Mentor(s): Cy Moss (@cy, cy@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/2
`

/** All that is safe, in rounds: a fix that overlaps an earlier one waits for the next. */
function allSafe(text: string, path: string): string {
  let mended = text
  for (let round = 0; round < 6; round++) {
    const fixes = lint(mended, { rules, path }).flatMap(
      (finding) => finding.fixes?.().filter(({ kind }) => kind === 'safe') ?? [],
    )
    if (fixes.length === 0) return mended
    const edits: Edit[] = []
    for (const fix of fixes) {
      assert.ok(areDisjoint(fix.edits), fix.title)
      if (areDisjoint([...edits, ...fix.edits])) edits.push(...fix.edits)
    }
    mended = applyEdits(mended, edits)
  }
  return assert.fail(`not mended in six rounds:\n${mended}`)
}

const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

/** Holds the findings' codes, by line of the body, and the body with all that is safe mended, in LF and CRLF. */
function check(what: string, path: string, body: string, found: readonly string[], mended: string): void {
  test(`fields are mended: ${what}`, () => {
    const text = listOf(body, path)
    const told = lint(text, { rules, path })
      .filter(({ code }) => code !== 'missing-field')
      .map(({ code, span }) => `${text.slice(0, span.start).split('\n').length - 4} ${code}`)
    assert.deepEqual(told, found)
    assert.equal(allSafe(text, path), listOf(mended, path))
    assert.equal(allSafe(crlf(text), path), crlf(listOf(mended, path)))
  })
}

const link = 'https://github.com/goharbor/harbor/issues/1'

check(
  'a child, and a line that a child took in',
  lfx,
  `- Description: a\n  - Expected Outcome: b\n    - c\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\nUpstream Issue: ${link}`,
  ['2 field-form', '7 field-form'],
  `- Description: a\n- Expected Outcome: b\n  - c\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)
check(
  'lazy lines, and a child that others follow',
  lfx,
  `- Description: a\nExpected Outcome: b\n-Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n  - Upstream Issue: ${link}\n  - Bo Lee (@bo, b@b.co)`,
  ['2 field-form', '3 field-form', '6 field-form'],
  `- Description: a\n- Expected Outcome: b\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n  - Bo Lee (@bo, b@b.co)\n- Upstream Issue: ${link}`,
)
check(
  'a paragraph of labels',
  lfx,
  `Description: a 😀\nExpected Outcome: b\n**Recommended Skills:** Go\n*Mentors: Ann Lee (@ann, a@b.co)\n• Upstream Issue: ${link}`,
  ['1 field-form', '2 field-form', '3 field-form', '4 field-label', '4 field-form', '5 field-form'],
  `- Description: a 😀\n- Expected Outcome: b\n- **Recommended Skills:** Go\n* Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)
check(
  'bare labels with lists below them',
  lfx,
  `**Description**: a\n\n**Expected Outcome**\n\n* b\n* c\n\n**Recommended Skills**: Go\n\n**Mentors**:\n\n* Ann Lee (@ann, a@b.co)\n\n**Upstream Issue**: ${link}`,
  ['1 field-form', '3 field-form', '8 field-form', '10 field-label', '10 field-form', '14 field-form'],
  `- **Description**: a\n\n- **Expected Outcome:**\n\n  * b\n  * c\n\n- **Recommended Skills**: Go\n\n- **Mentor(s)**:\n\n  * Ann Lee (@ann, a@b.co)\n\n- **Upstream Issue**: ${link}`,
)
check(
  'tabs, dashes for colons, values outside',
  lfx,
  `-\tDescription:\n\n\ta\n\n-\tExpected Outcome:\n\n* b\n* c\n-\tRecommended Skills - Go\n-\t**Mentors**\n\t- Ann Lee (@ann, a@b.co)\n-\tIssue: ${link}`,
  ['5 field-nesting', '9 field-form', '10 field-label', '10 field-form', '12 field-label'],
  `-\tDescription:\n\n\ta\n\n-\tExpected Outcome:\n\n    * b\n    * c\n-\tRecommended Skills: Go\n-\t**Mentor(s):**\n\t- Ann Lee (@ann, a@b.co)\n-\tUpstream Issue: ${link}`,
)
check(
  'bold labels without a colon, a dash at the end of a line',
  lfx,
  `- **Description** a text\n- Expected Outcome -\n  - b\n- __Recommended Skills__ Go\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue\n  ${link}`,
  ['1 field-form', '2 field-form', '4 field-form', '6 field-form'],
  `- **Description:** a text\n- Expected Outcome:\n  - b\n- __Recommended Skills:__ Go\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue:\n  ${link}`,
)
check(
  'a dash for a colon, and a colon in the prose behind it',
  lfx,
  `- Description - Build it: fast\n- **Expected Outcome** – one thing: speed\n- Recommended Skills: Go\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
  ['1 field-form', '2 field-form'],
  `- Description: Build it: fast\n- **Expected Outcome**: one thing: speed\n- Recommended Skills: Go\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)
check(
  'a longer label that begins with a known one stays as it is',
  lfx,
  `- Description: Build it - fast: now\n- Expected Outcome: b\n- Recommended Skills: Go\n- Skills - nice to have: Rust\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
  [],
  `- Description: Build it - fast: now\n- Expected Outcome: b\n- Recommended Skills: Go\n- Skills - nice to have: Rust\n- Mentor(s): Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)
check(
  'dashes and URLs right behind labels',
  lfx,
  `- Description- a text\n- Expected Outcome: x\n- Recommended Skills: Go\n- Mentor(s)-\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue ${link}`,
  ['1 field-form', '4 field-form', '6 field-form'],
  `- Description: a text\n- Expected Outcome: x\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)
check(
  'items in disorder move whole, co-mentors with the mentors',
  lfx,
  `- Upstream Issue: ${link}\n\n- Mentors:\n  - Ann (@ann, a@b.co)\n\n- Co-Mentors: Bo (@bo, b@b.co)\n\n- Recommended Skills: Go\n\n- Expected Outcome: x\n\n  y\n\n- Description: d`,
  ['1 field-order', '3 field-label'],
  `- Description: d\n\n- Expected Outcome: x\n\n  y\n\n- Recommended Skills: Go\n\n- Mentor(s):\n  - Ann (@ann, a@b.co)\n\n- Co-Mentors: Bo (@bo, b@b.co)\n\n- Upstream Issue: ${link}`,
)
check(
  'blanks at the end of an item go with it',
  lfx,
  `- Description: d\n- Recommended Skills: Go  \n- Expected Outcome: x\n- Upstream Issue: ${link}\n- Mentor(s):\n  - Ann (@ann, a@b.co)\t `,
  ['2 field-order'],
  `- Description: d\n- Expected Outcome: x\n- Recommended Skills: Go  \n- Mentor(s):\n  - Ann (@ann, a@b.co)\t \n- Upstream Issue: ${link}`,
)
check(
  'labels that are indented: what is far enough to the right stays as it is',
  lfx,
  `   Description: It is\n   long.\n\n   Expected Outcome: x\n\n   Recommended Skills: Go\n\n   Mentor(s):\n\n   - Ann Lee (@ann, a@b.co)\n\n   Upstream Issue: ${link}`,
  ['1 field-form', '4 field-form', '6 field-form', '8 field-form', '12 field-form'],
  `- Description: It is\n   long.\n\n- Expected Outcome: x\n\n- Recommended Skills: Go\n\n- Mentor(s):\n\n   - Ann Lee (@ann, a@b.co)\n\n- Upstream Issue: ${link}`,
)
check(
  'a value that is half indented gets the blanks that it lacks',
  lfx,
  `- Description: d\n- Expected Outcome:\n\n - one\n   - deep\n\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
  ['2 field-nesting'],
  `- Description: d\n- Expected Outcome:\n\n  - one\n    - deep\n\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)
check(
  'numbers stay in their places, the items change theirs',
  lfx,
  `1. Description: d\n2. Upstream Issue: ${link}\n3. Recommended Skills:\n   - Go\n4. Mentor(s): Ann (@ann, a@b.co)\n5. Expected Outcome: x`,
  ['2 field-order'],
  `1. Description: d\n2. Expected Outcome: x\n3. Recommended Skills:\n   - Go\n4. Mentor(s): Ann (@ann, a@b.co)\n5. Upstream Issue: ${link}`,
)
check(
  'a field that is there twice comes behind the first, wherever it stood',
  lfx,
  `- Upstream Issue: ${link}\n- Description: d\n- Contact: c\n- Recommended Skills: Go\n- Mentor(s): Ann (@ann, a@b.co)\n- Expected Outcome: x\n- Description: more`,
  ['1 field-order', '3 unknown-field', '7 duplicate-field'],
  `- Description: d\n- Description: more\n- Contact: c\n- Expected Outcome: x\n- Recommended Skills: Go\n- Mentor(s): Ann (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)
check(
  'numbers of different widths are left to a person',
  lfx,
  `9. Recommended Skills: Go\n10. Description: d`,
  ['1 field-order'],
  `9. Recommended Skills: Go\n10. Description: d`,
)
check(
  'text behind the last item is not torn from it',
  lfx,
  `- Recommended Skills: Go\n- Description: d\n\nMore of it.`,
  ['1 field-order'],
  `- Recommended Skills: Go\n- Description: d\n\nMore of it.`,
)
check(
  'notes of the template go, its people stay for the author',
  gsoc,
  `- Description: d\n- Expected project size: # large\n- Mentor(s): #For GSoC, it is **required** to have at least 2 mentors with 1 being a primary mentor.\n  - Jane Doe (@jane-github, jane@email.address) - primary\n  - Ann Lee (@ann, a@b.co) - please use the same email address as you use on the LFX Mentorship Platform\n  - Bo Lee (@john-github, b@b.co)`,
  [
    '2 template-placeholder',
    '3 template-placeholder',
    '4 template-placeholder',
    '5 template-placeholder',
    '6 template-placeholder',
  ],
  `- Description: d\n- Expected project size: large\n- Mentor(s):\n  - Jane Doe (@jane-github, jane@email.address) - primary\n  - Ann Lee (@ann, a@b.co)\n  - Bo Lee (@john-github, b@b.co)`,
)
for (const [size, mended] of [
  ['**350 hrs**', '**large (~350 hour projects)**'],
  ['# 175 hours', 'medium (~175 hour projects)'],
  ['(~175 hours), flexible', 'medium (~175 hour projects), flexible'],
  ['Meduim (~175 hours)', 'medium (~175 hours)'],
] as const) {
  test(`a size is written in the words of the template: ${size}`, () => {
    const body = (value: string): string => `- Description: d\n- Expected project size: ${value}\n- Mentor(s): Ann (@ann, a@b.co)`
    assert.equal(allSafe(listOf(body(size), gsoc), gsoc), listOf(body(mended), gsoc))
  })
}

check(
  'of two sizes the one that is filled in, once',
  gsoc,
  `- Description: d\n- Expected project size:\n- Size: 175 hrs\n- Mentor(s): Ann Lee (@ann, a@b.co)`,
  ['3 field-label', '3 duplicate-field', '3 invalid-size'],
  `- Description: d\n- Expected project size:\n- Expected project size: medium (~175 hour projects)\n- Mentor(s): Ann Lee (@ann, a@b.co)`,
)

for (const size of ['175 or 350 hours', '90-175 hours', '12 weeks', 'huge']) {
  test(`a size that may be several is left to the author: ${size}`, () => {
    const text = listOf(`- Description: d\n- Expected project size: ${size}\n- Mentor(s): Ann (@ann, a@b.co)`, gsoc)
    assert.equal(allSafe(text, gsoc), text)
  })
}

for (const size of [
  'large (~350 hours, 22 weeks)',
  'medium/large (175/350 hours)',
  'large (12 weeks)',
  'small',
  'Medium, 90 - 175 hours',
]) {
  test(`word and hours agree: ${size}`, () => {
    const text = listOf(`- Description: d\n- Expected project size: ${size}\n- Mentor(s): Ann (@ann, a@b.co)`, gsoc)
    assert.deepEqual(
      lint(text, { rules, path: gsoc }).filter(({ code }) => code.includes('size')),
      [],
    )
  })
}

test('a size that contradicts itself may be read by its word or by its hours', () => {
  const text = listOf('- Description: d\n- Expected project size: **Large** (175h)\n- Mentor(s): Ann (@ann, a@b.co)', gsoc)
  const [finding] = lint(text, { rules, path: gsoc }).filter(({ code }) => code === 'size-mismatch')
  const sizes = finding!.fixes!().map(({ edits }) => /size: (.*)/.exec(applyEdits(text, edits))![1])
  assert.deepEqual(sizes, ['**Large** (350h)', '**Medium** (175h)'])
})

test('missing fields are added one by one in the idea’s own style', () => {
  const path = gsoc
  let text = crlf(listOf('* **Description:** d\n\n* **Upstream Issue (URL):** x', path))
  for (let left = 4; left > 0; left--) {
    const missing = lint(text, { rules, path }).filter(({ code }) => code === 'missing-field')
    assert.equal(missing.length, left)
    text = applyEdits(text, missing.at(left % 2 === 0 ? -1 : 0)!.fixes!()[0]!.edits)
  }
  const body =
    '* **Description:** d\n\n* **Expected Outcome:**\n\n* **Recommended Skills:**\n\n* **Expected project size:**\n\n* **Mentor(s):**\n  - Name (@handle, e-mail) - primary\n  - Name (@handle, e-mail)\n\n* **Upstream Issue (URL):** x'
  assert.equal(text, crlf(listOf(body, path)))
})

test('a missing field is a misspelled one where there is one', () => {
  const text = listOf('- Descripiton: d\n- Mentor(s): Ann (@ann, a@b.co)', lfx)
  const [missing] = lint(text, { rules, path: lfx }).filter(({ code }) => code === 'missing-field')
  assert.match(applyEdits(text, missing!.fixes!()[0]!.edits), /\n- Description: d\n- Mentor/)
})

test('what a file’s own template shows is a placeholder in its ideas', () => {
  const text = `## Template

\`\`\`
### Project name
#### Idea title
- Description: Say what is to be built.
- Recommended Skills: Go, Rust
- Expected project size: # small (about 90 hours) or large (about 350 hours)
- Mentor(s):
  - Full Name (@your-handle, name@example.com) - please tell us where to reach you
- Upstream Issue: https://github.com/org/repo/issues/1
\`\`\`

## Ideas

### Project name

#### Idea title

- Description: Say what is to be built.
- Recommended Skills: Go, Rust
- Expected project size: 350 hours
- Mentor(s):
  - Full Name (@your-handle, name@example.com)
  - Ann Lee (@ann, a@b.co) - please tell us where to reach you
- Upstream Issue: https://github.com/org/repo/issues/1
`
  const found = lint(text, { rules })
  const marked = found.filter(({ code }) => code === 'template-placeholder').map(({ span }) => text.slice(span.start, span.end))
  assert.deepEqual(marked, [
    'Project name',
    'Idea title',
    'Say what is to be built.',
    'Full Name',
    'please tell us where to reach you',
    'https://github.com/org/repo/issues/1',
  ])
  assert.match(allSafe(text, 'ideas.md'), /\n- Expected project size: large \(about 350 hours\)\n/)
})

test('people of a template that shows a real idea are no placeholders', () => {
  const idea = '- Description: d\n- Mentor(s):\n  - Ann Lee (@annlee, ann@harbor.dev)\n'
  const text = `## Template\n\n\`\`\`\n### Project\n#### Title\n${idea.replace('d\n', '\n')}\`\`\`\n\n### Harbor\n\n#### Sign\n\n${idea}`
  assert.deepEqual(
    lint(text, { rules }).filter(({ code }) => code === 'template-placeholder'),
    [],
  )
})

test('an LFX URL that waits takes neither a line across nor prose for its value', () => {
  const text = `${listOf(`- Description: d\n- LFX URL:\n\n---\n\nWrite to us.`, lfx)}- LFX URL:\n\n---\n`
  assert.deepEqual(
    lint(text, { rules, path: lfx }).filter(({ code }) => code === 'field-nesting'),
    [],
  )
})

const team = ['* Cy Xu (@cyxu, cy@example.org)', '* Bo Ray (@boray, bo@example.org)']
check(
  'a value goes into its item, and the label right below it does not',
  lfx,
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
    test(`nobody is lost when all is mended: ${JSON.stringify(skills + between + mentors)}`, () => {
      const text = listOf(`${skills}${between}${mentors}\n\n${team.join('\n')}`, lfx)
      for (const each of [text, crlf(text)]) {
        const people = read(allSafe(each, lfx), lfx).projects[0]!.ideas[0]!.idea.mentors
        assert.deepEqual(
          people.map(({ handle }) => handle),
          ['cyxu', 'boray'],
        )
      }
    })

test('labels in bold below a heading of their own keep their people when the fields above them become items', () => {
  const people = ['Cy Xu (@cyxu, cy@example.org)', 'Bo Ray (@boray, bo@example.org)']
  const first = `**Description:** To be signed.\n\n**Mentors:** ${people[0]!}`
  const second = `##### Another one\n\n**Description**\n\nText.\n\n**Mentors**\n\n* ${people[1]!}`
  const after = read(allSafe(listOf(`${first}\n\n${second}`, lfx), lfx), lfx)
  assert.deepEqual(
    after.projects[0]!.ideas.slice(0, -1).flatMap(({ idea }) => idea.mentors.map(({ handle }) => handle)),
    ['cyxu', 'boray'],
  )
})

const pair = ['  - Cy Xu (@cyxu, cy@example.org) - primary', '  - Bo Ray (@boray, bo@example.org)'].join('\n')
check(
  'a label one step too deep is lifted above the people beside it',
  lfx,
  `- Recommended Skills: Go\n  - Mentor(s):\n${pair}\n- Upstream Issue: https://github.com/goharbor/harbor/issues/3`,
  ['2 field-form'],
  `- Recommended Skills: Go\n- Mentor(s):\n${pair}\n- Upstream Issue: https://github.com/goharbor/harbor/issues/3`,
)
check(
  'two labels one step too deep',
  lfx,
  `- Description: To be signed.\n  - Recommended Skills:\n  - Go\n  - C\n  - Mentor(s):\n${pair}`,
  ['2 field-form', '5 field-form'],
  `- Description: To be signed.\n- Recommended Skills:\n  - Go\n  - C\n- Mentor(s):\n${pair}`,
)
check(
  'an empty label among people is none of their labels',
  lfx,
  `- Mentor(s):\n  - Upstream Issue:\n${pair}`,
  ['2 empty-field', '2 field-form'],
  `- Mentor(s):\n${pair}\n- Upstream Issue:`,
)

check(
  'a comment between label and value goes with the value',
  gsoc,
  '- Expected project size:\n\n<!-- small, medium or large -->\nmedium\n\n- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/3',
  ['1 field-nesting'],
  '- Expected project size:\n\n  <!-- small, medium or large -->\n  medium\n\n- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/3',
)

test('a comment above a value silences what is told of it', () => {
  const silent = '<!-- idea-files-disable-next-line invalid-size -->\n'
  const codesOf = (comment: string): readonly string[] => {
    const text = listOf(`**Expected project size**\n\n${comment}175 hours`, gsoc)
    return lint(text, { path: gsoc }).flatMap(({ code }) =>
      code === 'invalid-size' || code === 'unused-suppression' ? [code] : [],
    )
  }
  assert.deepEqual(codesOf(''), ['invalid-size'])
  assert.deepEqual(codesOf(silent), [])
})
