import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planNewIdea } from '../../server/src/features/authoring/newIdea.ts'
import { orphanFields } from '../../server/src/rules/orphanFields.ts'
import { templatePlaceholder } from '../../server/src/rules/templatePlaceholder.ts'
import { applySafeFixes, checkFieldFixes, fieldRules, gsocPath } from '../support/checkFieldFixes.ts'
import { checkRule, lint } from '../support/checkRule.ts'
import {
  boldParagraphs,
  foreignProblems,
  headingLabels,
  iconItems,
  ideaRows,
  readForeign,
  rowsInIdeas,
  twoOnALine,
} from '../support/foreignLists.ts'
import { leftAlone } from '../support/plans.ts'

checkFieldFixes(
  'template-placeholder: notes of the template are removed, its people stay for the author',
  gsocPath,
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

test('template-placeholder: what a file’s own template shows is a placeholder in its ideas', () => {
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
  const found = lint(text, { rules: fieldRules })
  const marked = found.filter(({ code }) => code === 'template-placeholder').map(({ span }) => text.slice(span.start, span.end))
  assert.deepEqual(marked, [
    'Project name',
    'Idea title',
    'Say what is to be built.',
    'Full Name',
    'please tell us where to reach you',
    'https://github.com/org/repo/issues/1',
  ])
  assert.match(applySafeFixes(text, 'ideas.md'), /\n- Expected project size: large \(about 350 hours\)\n/)
})

test('template-placeholder: people of a template that shows a real idea are no placeholders', () => {
  const idea = '- Description: d\n- Mentor(s):\n  - Ann Lee (@annlee, ann@harbor.dev)\n'
  const text = `## Template\n\n\`\`\`\n### Project\n#### Title\n${idea.replace('d\n', '\n')}\`\`\`\n\n### Harbor\n\n#### Sign\n\n${idea}`
  assert.deepEqual(
    lint(text, { rules: fieldRules }).filter(({ code }) => code === 'template-placeholder'),
    [],
  )
})

const filledTemplate = (project: string, title: string, mentors: string): string =>
  `## Template\n\n\`\`\`\n### ${project}\n#### ${title}\n- Description:\n- Mentor(s): # at least 2 mentors\n${mentors}\`\`\`\n`

/** What is reported in a list with such a template, whose idea has the same mentors. */
function reportedBelow(template: string, mentors: string): readonly string[] {
  const text = `${template}\n### Harbor\n\n#### Sign\n\n- Description: d\n- Mentor(s):\n${mentors}`
  const lintCodes = (each: string) =>
    lint(each, { rules: [templatePlaceholder, orphanFields] }).map(
      ({ code, span }) => `${code} ${each.slice(span.start, span.end)}`,
    )
  assert.deepEqual(lintCodes(text.replaceAll('\n', '\r\n')), lintCodes(text))
  return lintCodes(text)
}

test('template-placeholder: people of a template that was filled in place are no placeholders, and its idea is reported', () => {
  const people = '  - Ada Example (@ada-example, ada@example.org)\n  - Ben Mail (@ben, ben@mail.ru)\n'
  assert.deepEqual(reportedBelow(filledTemplate('Cilium', 'Trace it', people), people), ['orphan-fields Trace it'])
  assert.deepEqual(reportedBelow(filledTemplate('Orchard', 'Trace it', people), people), ['orphan-fields Trace it'])
  assert.deepEqual(reportedBelow(filledTemplate('Cilium', 'Example Title', people), people), [])
})

test('template-placeholder: made-up people below real headings of a template are still placeholders', () => {
  const people = '  - Jane Doe (@jane-github, jane@email.address)\n'
  assert.deepEqual(reportedBelow(filledTemplate('Cilium', 'Trace it', people), people), ['template-placeholder Jane Doe'])
  assert.deepEqual(reportedBelow(filledTemplate('CNCF Project', 'Example Title', people), people), [
    'template-placeholder Jane Doe',
  ])
})

checkFieldFixes(
  'template-placeholder: what New Mentor and the snippets insert stays for the author, and is reported',
  gsocPath,
  `- Description: d\n- Mentor(s):\n  - Name (@handle, email) - primary\n  - Ann Lee (@ann, a@b.co)\n  - Name (@handle, email)`,
  ['3 template-placeholder', '5 template-placeholder'],
  `- Description: d\n- Mentor(s):\n  - Name (@handle, email) - primary\n  - Ann Lee (@ann, a@b.co)\n  - Name (@handle, email)`,
)

test('template-placeholder: a choice that the program offers, in a list without a template', () =>
  checkRule(
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Expected project size: 175 or 350 Hours
                         ^^^^^^^^^^^^^^^^ template-placeholder warning: "175 or 350 Hours" is the template's choice. Choose one.
- Difficulty: Easy, Medium, or Hard
              ^^^^^^^^^^^^^^^^^^^^^ template-placeholder
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1

#### Copy what is signed

- Description: Copies are listed.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Expected project size: 350 Hours, or 175 for a part
- Difficulty: Medium or Hard
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/2
`,
    { rules: [templatePlaceholder], path: 'programs/summerofcode/2022.md' },
  ))

const placeholdersIn = (mentors: string): readonly string[] =>
  foreignProblems(boldParagraphs.replace('Mia Stone, Leo Brook', () => mentors)).filter((each) =>
    each.startsWith('template-placeholder'),
  )

test('template-placeholder: what New Idea leaves to be filled in is reported in a learned list, once', () => {
  const named = (form: (name: string, handle: string) => string): string =>
    boldParagraphs.replaceAll('Mia Stone', form('Mia Stone', 'mia-stone')).replaceAll('Leo Brook', form('Leo Brook', 'leo-brook'))
  for (const [list, placeholder] of [
    [boldParagraphs, 'Name'],
    [ideaRows, 'Name'],
    [twoOnALine, 'Name'],
    [headingLabels, '@handle'],
    [iconItems, '[Name](https://github.com/handle)'],
    [rowsInIdeas, '[@handle](https://github.com/handle)'],
    [named((name, handle) => `${name} (@${handle})`), 'Name (@handle)'],
    [named((name, handle) => `${name} (@${handle}, ${handle}@example.org)`), 'Name (@handle, email)'],
    [named((name, handle) => `${name} <${handle}@example.org>`), 'Name <email>'],
  ] as const) {
    const made = leftAlone(list, planNewIdea(readForeign(list), { project: '', title: 'Ring the bell', at: 0 }, readForeign))
    const found = foreignProblems(made).filter((each) => /^(?:template-|mentor-)/.test(each))
    assert.deepEqual(found, [`template-placeholder at ${placeholder}`])
    assert.deepEqual(
      foreignProblems(list).filter((each) => each.startsWith('template-')),
      [],
    )
  }
})

test('template-placeholder: one of several mentors of a learned list is still to be filled in', () => {
  for (const mentors of ['Leo Brook, Name', '\n- Leo Brook\n- Name\n', '\n- Name\n- Leo Brook\n'])
    assert.deepEqual(placeholdersIn(mentors), ['template-placeholder at Name'], mentors)
  assert.deepEqual(placeholdersIn('@leo-brook @handle'), ['template-placeholder at @handle'])
  assert.deepEqual(placeholdersIn('Name (email) and Leo Brook'), ['template-placeholder at Name (email)'])
  assert.deepEqual(placeholdersIn('Bo Ek (@handle)'), ['template-placeholder at @handle'])
  assert.deepEqual(placeholdersIn('Leo Brook, Éva B. Ek-Lund (@handle, eva@example.org)'), ['template-placeholder at @handle'])
  assert.deepEqual(placeholdersIn('[Bo Ek](https://github.com/handle)'), ['template-placeholder at https://github.com/handle'])
})

test('template-placeholder: words of a learned list that only look like a mentor to be filled in', () => {
  for (const mentors of [
    'Add yourself as Name (@handle)',
    'Name: Mia Stone',
    '\n- Name\n  - Mia Stone',
    '\n- Name, Email\n- Mia Stone, mia@example.org',
    '\n\n| Name | Handle |\n| --- | --- |\n| Mia Stone | @mia-stone |',
    '**Name**\nMia Stone',
    'Ada Name (@ada)',
    'Slack: @handle',
    'Tell us who you are (@handle)',
    'Bo Ek (@handle-bar)',
    '@handle-bar, @handles',
    'https://github.com/handle/repo',
  ])
    assert.deepEqual(placeholdersIn(mentors), [], mentors)
})
