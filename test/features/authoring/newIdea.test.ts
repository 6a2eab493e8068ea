import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type NewIdea, planNewIdea } from '../../../server/src/features/authoring/newIdea.ts'
import type { Plan, Refusal } from '../../../server/src/features/authoring/plan.ts'
import { profiles } from '../../../server/src/model/profiles/profiles.ts'
import { lint } from '../../support/checkRule.ts'
import { list } from '../../support/list.ts'
import { filledIn, leftAlone, opened, refusal, withSnippet } from '../../support/plans.ts'

const gsoc = 'programs/summerofcode/2026.md'
const lfx = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'

function plan(marked: string, idea: Partial<NewIdea>, path = 'ideas.md'): Plan | Refusal {
  const { file, read, offset } = opened(marked, path)
  return planNewIdea(file, { project: 'Harbor', title: 'Sign copies', at: offset, ...idea }, read)
}

const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

/** The whole text after a new idea, its snippet in its own syntax, in LF and in CRLF. */
function checkNewIdea(before: string, idea: Partial<NewIdea>, after: string, path?: string): void {
  for (const ends of [(text: string) => text, crlf]) {
    assert.equal(withSnippet(ends(before.replace('$0', '')), plan(ends(before), idea, path)), ends(after))
  }
}

/** A text with pieces of it replaced; each must be there. */
const changed = (text: string, ...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((now, [from, to]) => {
    assert.ok(now.includes(from), `${from} is not in the text`)
    return now.replace(from, () => to)
  }, text)

const byTemplate = (upstream: string, sample?: string): string => `- Description: \${1:what is to be built}
- Expected Outcome: \${2:what is there in the end}
- Recommended Skills: \${3}
- Expected project size: \${4:small (~90 hour projects)}
- Mentor(s):
  - \${5:Jane Doe} (@\${6:jane-doe}, \${7:jane@example.com}) - primary
  - \${8:John Doe} (@\${9:john-doe}, \${10:john@example.com})
- Upstream Issue (URL): ${upstream}\${11${sample ? `:${sample}` : ''}}$0
`

test('newIdea: an idea is inserted after the last one of its project, by the template of the file, with its entry in the table', () => {
  checkNewIdea(
    list,
    {},
    changed(
      list,
      ['  - [Read old logs](#read-old-logs)\n', '  - [Read old logs](#read-old-logs)\n  - [Sign copies](#sign-copies)\n'],
      ['\n### Jaeger\n', `\n#### Sign copies\n\n${byTemplate('https://github.com/goharbor/harbor/issues/')}\n### Jaeger\n`],
    ),
  )
})

test('newIdea: a new project takes its place in the alphabet: in the middle, first and last', () => {
  checkNewIdea(
    list,
    { project: 'Helm', title: 'Undo a release' },
    changed(
      list,
      ['- [Jaeger](#jaeger)\n', '- [Helm](#helm)\n  - [Undo a release](#undo-a-release)\n- [Jaeger](#jaeger)\n'],
      [
        '\n### Jaeger\n',
        `\n### Helm\n\n#### Undo a release\n\n${byTemplate('https://github.com/helm/helm/issues/')}\n### Jaeger\n`,
      ],
    ),
  )
  checkNewIdea(
    list,
    { project: 'Anchorline', title: 'Hold' },
    changed(
      list,
      ['- [Harbor](#harbor)\n', '- [Anchorline](#anchorline)\n  - [Hold](#hold)\n- [Harbor](#harbor)\n'],
      [
        '\n### Harbor\n',
        // nothing is known of it: the template's own address is to be replaced
        `\n### Anchorline\n\n#### Hold\n\n${byTemplate('', 'https://github.com/example/example/issues/1')}\n### Harbor\n`,
      ],
    ),
  )
  checkNewIdea(
    list,
    { project: 'Zot', title: 'Hold' },
    changed(
      list,
      [
        '  - [Ring the bell 🔔](#ring-the-bell-)\n',
        '  - [Ring the bell 🔔](#ring-the-bell-)\n- [Zot](#zot)\n  - [Hold](#hold)\n',
      ],
      [
        '\n## How to apply\n',
        `\n### Zot\n\n#### Hold\n\n${byTemplate('https://github.com/project-zot/zot/issues/')}\n## How to apply\n`,
      ],
    ),
  )
})

// no template, no table, bold labels, stars, no blank lines, a ruled line between projects, no order
const proposals = `# Ideas
## Jaeger
### Show long traces
* **Description**: Long ones.
* **Expected Outcome**: A page.
* **Recommended Skills**: Go
* **Mentor(s)**:
    * Ada Example (@ada-example, ada@example.org)
* **Upstream Issue**: https://github.com/jaegertracing/jaeger/issues/1

---

## Harbor
### Resume
* **Description**: Go on.
* **Expected Outcome**: It goes on.
* **Recommended Skills**: Go
* **Mentor(s)**:
    * Ben Example (@ben-example, ben@example.org)
* **Upstream Issue**: https://github.com/goharbor/harbor/issues/1

---

## Cilium
### Show drops
* **Description**: Drops.
* **Expected Outcome**: Seen.
* **Recommended Skills**: Go
* **Mentor(s)**:
    * Cem Example (@cem-example, cem@example.org)
* **Upstream Issue**: https://github.com/cilium/cilium/issues/1`

test('newIdea: without a template the ideas of the list are the model, and the programme says what is asked for', () => {
  const entry = `### Sign copies
* **Description**: \${1}
* **Expected Outcome**: \${2}
* **Recommended Skills**: \${3}
* **Mentor(s)**:
    * \${4:Name} (@\${5:handle}, \${6:email})
    * \${7:Name} (@\${8:handle}, \${9:email})
* **Upstream Issue**: https://github.com/`
  checkNewIdea(
    proposals,
    {},
    changed(proposals, ['harbor/issues/1\n', `harbor/issues/1\n${entry}goharbor/harbor/issues/\${10}$0\n`]),
    lfx,
  )
  checkNewIdea(proposals, { project: 'Envoy' }, `${proposals}\n\n---\n\n## Envoy\n${entry}envoyproxy/envoy/issues/\${10}$0`, lfx)
})

test('newIdea: an older programme has its mentors on one line, and asks for no sizes', () => {
  const old = `# Ideas

#### Harbor

##### Resume

- Description: Go on.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada-example), Ben Example (@ben-example)
- Issue: https://github.com/goharbor/harbor/issues/1
`
  checkNewIdea(
    old,
    {},
    `${old.trimEnd()}

##### Sign copies

- Description: \${1}
- Recommended Skills: \${2}
- Mentor(s): \${3:Name} (@\${4:handle})
- Issue: https://github.com/goharbor/harbor/issues/\${5}$0
`,
    'programs/summerofcode/2020.md',
  )
})

test('newIdea: a project is found under its other names, and a double heading by the cursor', () => {
  const twice = changed(list, ['### Jaeger\n', '### Harbor\n'])
  const [first, second] = [plan(twice, {}), plan(twice.replace('The bell rings', 'The $0bell rings'), {})]
  assert.match(leftAlone(twice, first), /issues\/13\n\n#### Sign copies\n/)
  assert.match(leftAlone(twice, second), /😀 TBD\n\n#### Sign copies\n/)
  const cased = changed(list, ['### Harbor\n', '### harbor\n'])
  assert.match(leftAlone(cased, plan(cased, {})), /issues\/13\n\n#### Sign copies\n/)
})

test('newIdea: a project without ideas gets its first', () => {
  const empty = changed(list, ['## How to apply\n', '### Kyverno\n\nIdeas are to come.\n\n## How to apply\n'])
  assert.match(
    leftAlone(empty, plan(empty, { project: 'Kyverno' })),
    /### Kyverno\n\nIdeas are to come\.\n\n#### Sign copies\n\n- Description: what is to be built\n(?:.*\n)*\n## How to apply\n/,
  )
})

test('newIdea: a stale table gets the new entries alone, and links that worked go on to work', () => {
  const stale = changed(list, ['[Show the tide](#show-the-tide)', '[Show tides](#gone)'], ['- [Jaeger](#jaeger)\n', ''])
  const after = leftAlone(stale, plan(stale, { title: 'Ring the bell 🔔' }))
  assert.ok(
    after.includes(`
- [Harbor](#harbor)
  - [Show tides](#gone)
  - [Read old logs](#read-old-logs)
  - [Ring the bell 🔔](#ring-the-bell-)
  - [Ring the bell 🔔](#ring-the-bell--1)
`),
    after.slice(0, 400),
  )
})

test('newIdea: an idea of a project that the table has nothing of brings its entry along', () => {
  const [jaeger, bell] = ['- [Jaeger](#jaeger)\n', '  - [Ring the bell 🔔](#ring-the-bell-)\n']
  const copies = '  - [Sign copies](#sign-copies)\n'
  const table = (before: string): string => /^(?: *- \[.*\n)+/m.exec(leftAlone(before, plan(before, { project: 'Jaeger' })))![0]
  const harbor = /^- \[Harbor\].*\n(?: {2}- .*\n)+/m.exec(list)![0]
  assert.equal(table(changed(list, [jaeger + bell, ''])), harbor + jaeger + copies)
  assert.equal(table(changed(list, [jaeger, ''])), harbor + bell + copies, 'next to the ideas of its project')
  const ideas = list.replace(/^- \[(?:Harbor|Jaeger)\].*\n/gm, '').replace(/^ {2}- \[/gm, '- [')
  assert.doesNotMatch(table(ideas.replace(`${bell.trim()}\n`, '')), /#jaeger/, 'a table of ideas alone stays one')
})

test('newIdea: marks that wait for a table get it with the new idea', () => {
  const bare = list.replace(/## Table[\s\S]*?## Template/, '<!-- TOC -->\n<!-- TOC -->\n\n## Template')
  const table = /^(?: *- \[.*\n)+/m.exec(list)![0]
  assert.ok(
    leftAlone(bare, plan(bare, { project: 'Jaeger' })).includes(
      `<!-- TOC -->\n${table}  - [Sign copies](#sign-copies)\n<!-- TOC -->\n\n## Template`,
    ),
  )
})

test('newIdea: a list of 1,000 ideas gets one more, after those of its project', () => {
  const [head, rest] = list.split('### Jaeger\n') as [string, string]
  const more = Array.from(
    { length: 1000 },
    (_, index) => `#### Idea ${index}\n\n- Description: Number ${index}.\n- Mentor(s):\n\n`,
  )
  const before = `${head}${more.join('')}### Jaeger\n${rest}`
  const after = leftAlone(before, plan(before, {}))
  assert.match(after, /\n#### Idea 999\n\n.*\n.*\n\n#### Sign copies\n\n- Description: /)
  assert.ok(after.includes('  - [Sign copies](#sign-copies)\n- [Jaeger](#jaeger)\n'))
})

test('newIdea: a table that lists projects alone gets no idea, unless the programme asks for it', () => {
  const short = `# Ideas\n\n## Contents\n\n- [Jaeger](#jaeger)\n- [Harbor](#harbor)\n- [Cilium](#cilium)\n\n${proposals.replace('# Ideas\n', '')}`
  const toc = (made: Plan | Refusal): string => leftAlone(short, made).split('\n## Jaeger')[0]!
  assert.equal(toc(plan(short, {}, lfx)), short.split('\n## Jaeger')[0])
  assert.match(toc(plan(short, { project: 'Envoy' }, lfx)), /- \[Cilium\]\(#cilium\)\n- \[Envoy\]\(#envoy\)\n$/)
})

test('newIdea: a list with a template and nothing else gets its first project', () => {
  const fresh = `${list.split('## Ideas')[0]!.replace(/## Table[\s\S]*?## Template/, '## Template')}## Project Ideas\n\nYours may come here.\n\n## How to apply\n`
  const after = leftAlone(fresh, plan(fresh, {}))
  assert.match(after, /\n## Project Ideas\n\nYours may come here\.\n\n### Harbor\n\n#### Sign copies\n\n- Description: /)
  assert.match(after, /harbor\/issues\/\n\n## How to apply\n$/)
})

test('newIdea: an empty file becomes a list of the programme that its path tells, or that was chosen', () => {
  checkNewIdea(
    '\n',
    {},
    `# Google Summer of Code 2026

<!-- TOC -->
- [Harbor](#harbor)
  - [Sign copies](#sign-copies)
<!-- TOC -->

## Template

\`\`\`
### Project name

#### Idea title

- Description:
- Expected Outcome:
- Recommended Skills:
- Expected project size: # one of small (~90 hour projects), medium (~175 hour projects), large (~350 hour projects)
- Mentor(s): # at least 2 mentors
  - Jane Doe (@jane-doe, jane@example.com) - primary
  - John Doe (@john-doe, john@example.com)
- Upstream Issue (URL):
\`\`\`

## Ideas

### Harbor

#### Sign copies

- Description: \${1}
- Expected Outcome: \${2}
- Recommended Skills: \${3}
- Expected project size: \${4:small (~90 hour projects)}
- Mentor(s):
  - \${5:Jane Doe} (@\${6:jane-doe}, \${7:jane@example.com}) - primary
  - \${8:John Doe} (@\${9:john-doe}, \${10:john@example.com})
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/\${11}$0
`,
    gsoc,
  )
  assert.match(refusal(plan('', {})), /^Choose a program for the new list\.$/)
  const notes = '# Notes\n\nOf a meeting.\n'
  const after = leftAlone(notes, plan(notes, { profile: profiles['lfx-proposal'] }))
  assert.match(
    after,
    /^# Notes\n\nOf a meeting\.\n\n## Template\n\n```\n[^`]*```\n\n## Ideas\n\n### Harbor\n\n#### Sign copies\n\n- Description: \n/,
  )
})

for (const profile of Object.values(profiles)) {
  test(`newIdea: a list laid down for ${profile.id} asks for what the programme asks for, and is sound when it is filled in`, () => {
    const { file, read } = opened('')
    const made = planNewIdea(file, { project: 'Harbor', title: 'Sign copies', profile }, read)
    const after = read(leftAlone('', made))
    const { fields, sizes, mentors } = after.template
    assert.deepEqual(
      fields.map(({ key, label }) => [key, label]),
      profile.fields.map(({ key, label }) => [key, label]),
    )
    assert.deepEqual({ sizes, mentors }, { sizes: profile.sizes, mentors: profile.mentors })
    const [line] = withSnippet('', made).match(/- Description: \$\{1\}\n/) ?? []
    assert.ok(line, 'the cursor begins in the description')
  })
}

test('newIdea: filled in by its stops an entry is without a finding', () => {
  const values = [
    'Copies lose their signatures.',
    'They keep them.',
    'Go',
    'medium (~175 hour projects)',
    ...['Gil Brook', 'gil-brook', 'gil@example.org', 'Hal Pond', 'hal-pond', 'hal@example.org'],
    '77',
  ]
  const good = list.replace('😀 TBD', 'https://github.com/lantern-light/bells/issues/3')
  assert.deepEqual(
    lint(filledIn(good, plan(good, {}), values)).map(({ code }) => code),
    lint(good).map(({ code }) => code),
  )
  const fresh = plan('', {}, gsoc)
  assert.deepEqual(
    lint(filledIn('', fresh, values), { path: gsoc }).map(({ code, message }) => `${code}: ${message}`),
    [],
  )
})

test('newIdea: left as it came every sample is found', () => {
  const codes = lint(leftAlone(list, plan(list, {}))).map(({ code, message }) => `${code} ${message}`)
  for (const word of ['what is to be built', 'Jane Doe', 'John Doe']) {
    assert.ok(
      codes.some((code) => code.startsWith('template-placeholder') && code.includes(word)),
      `${word}: ${codes.join('\n')}`,
    )
  }
})

test('newIdea: a title that says nothing, no project and a double title are refused in a sentence', () => {
  assert.equal(refusal(plan(list, { title: ' \n ' })), 'Enter a title.')
  assert.equal(refusal(plan(list, { project: '' })), 'Choose a project.')
  assert.equal(refusal(plan(list, { title: 'Show the tide ' })), 'Harbor already has an idea titled "Show the tide".')
})

test('newIdea: where it would be read as no idea nothing is inserted', () => {
  const torn = changed(list, ['- Upstream Issue (URL): 😀 TBD', '```\n- Upstream Issue (URL):'])
  assert.match(refusal(plan(torn, { project: 'Jaeger' })), /Check for an unclosed code block or comment above\.$/)
  assert.match(refusal(plan('```\ntext\n', {}, gsoc)), /Check for an unclosed code block or comment\.$/)
})

test('newIdea: a byte order mark stays first, and a file without a last line end keeps none', () => {
  assert.match(leftAlone('\ufeff', plan('\ufeff', {}, gsoc)), /^\ufeff# Google Summer of Code 2026\n/)
  const bare = list.split('\n\n## How to apply')[0]!
  assert.match(leftAlone(bare, plan(bare, { project: 'Jaeger' })), /jaegertracing\/jaeger\/issues\/$/)
})
