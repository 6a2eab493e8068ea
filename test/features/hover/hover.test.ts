import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hover } from '../../../server/src/features/hover/hover.ts'
import type { HoverFormat } from '../../../server/src/features/hover/renderCard.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'
import { type ListSummary, summarizeList } from '../../../server/src/workspace/listSummary.ts'
import { open, withCursor } from '../../support/cursor.ts'
import { list } from '../../support/list.ts'

interface Around {
  readonly lists?: readonly ListSummary[]
  readonly format?: HoverFormat
  readonly showsFindings?: boolean
  readonly followsFileLinks?: boolean
}

/** The hover at `$0`, and the text that it is about. */
function reported(
  marked: string,
  { lists = [], format = 'markdown', ...more }: Around = {},
): { readonly text: string; readonly about: string } | null {
  const { file, lines, offset } = open(marked)
  const found = hover(file, lines, offset, { lists, findings: () => createLinter(rules).lint(file), format, ...more })
  if (found === null) return null
  const { contents, range } = found
  assert.ok(range && typeof contents === 'object' && 'kind' in contents && contents.kind === format)
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)]
  assert.ok(start <= offset && offset <= end, 'the range holds the cursor')
  return { text: contents.value, about: file.text.slice(start, end) }
}

/** Checks the whole hover at a place of the list. */
function checkHover(place: string, about: string, text: string, around: Around = {}, whole = list): void {
  assert.deepEqual(reported(withCursor(whole, place), around), { text, about })
}

const other = (path: string, ...changes: readonly (readonly [string, string])[]): ListSummary => {
  const text = changes.reduce((before, [from, to]) => before.replace(from, () => to), list)
  return summarizeList(`file:///${path}`, readIdeaFile(text, { path, knowsProject: () => false }))
}
const others: readonly ListSummary[] = [
  other(
    'programs/summerofcode/2025.md',
    ['#### Show the tide', '#### Show the *old* tide'],
    ['Recommended Skills: Python', 'Recommended Skills: type-script'],
  ),
  other('programs/lfx-mentorship/2024/01-Mar-May/project_ideas.md', [
    'ada-fern, ada@example.org) - primary',
    'Ada-Fern, ada@else.example)',
  ]),
]

test('hover: a mentor: who, what they mentor here and elsewhere', () => {
  checkHover(
    '  - Ada F$0ern (@ada-fern, ada@example.org) - primary',
    'Ada Fern (@ada-fern, ada@example.org) - primary',
    `**Ada Fern** · primary mentor

[@ada-fern](https://github.com/ada-fern) · [ada\\@example.org](mailto:ada@example.org)

In this list:

- Show the tide (Harbor) · primary · this idea

GSoC 2025:

- Show the old tide (Harbor) · primary

LFX 2024 01-Mar-May:

- Show the tide (Harbor)`,
    { lists: others },
  )
})

test('hover: ideas of other lists are links, where the editor follows them', () => {
  const around = { lists: others, followsFileLinks: true }
  const [title, , gsoc] = others.map(({ uri, text }) => [
    `${uri}#L${text.slice(0, text.indexOf('#### Show the')).split('\n').length}`,
    uri,
  ])
  assert.ok(gsoc === undefined && title)
  const mentor = reported(withCursor(list, '  - Ada F$0ern (@ada-fern, ada@example.org) - primary'), around)!.text
  assert.ok(mentor.includes(`- [Show the old tide (Harbor)](${title[0]}) · primary`), mentor)
  const skill = reported(withCursor(list, '- Recommended Skills: G$0o, TypeScript and CSS'), around)!.text
  assert.ok(skill.includes(`- [Show the old tide (Harbor)](${title[0]}) · GSoC 2025`), skill)
  const project = reported(withCursor(list, '### Har$0bor'), around)!.text
  assert.ok(project.includes(`- GSoC 2025: [2 ideas](${title[0]})`), project)
  const idea = reported(withCursor(list, '#### Show t$0he tide'), around)!.text
  assert.ok(idea.includes(`- [Show the old tide](${title[0]}) (GSoC 2025)`), idea)
  const plain = reported(withCursor(list, '### Har$0bor'), { ...around, format: 'plaintext' })!.text
  assert.ok(plain.includes('- GSoC 2025: 2 ideas') && !plain.includes('file:'), plain)
  const virtual = others.map((each) => ({ ...each, uri: each.uri.replace('file:', 'vscode-vfs:') }))
  assert.ok(!reported(withCursor(list, '### Har$0bor'), { ...around, lists: virtual })!.text.includes('vfs'))
})

test('hover: a mentor in plain text, where they mentor twice', () => {
  checkHover(
    '  - Di Holm (@di-$0holm, di@example.org)',
    'Di Holm (@di-holm, di@example.org)',
    `Di Holm · mentor

@di-holm (https://github.com/di-holm) · di@example.org

In this list:

- Read old logs (Harbor) · this idea
- Ring the bell 🔔 (Jaeger) · primary`,
    { format: 'plaintext' },
    list.replace('Ed Lake (@ed-lake, ed@example.org)', 'Di Holm (@di-holm, di@home.example)'),
  )
})

test('hover: a mentor with an odd entry', () => {
  checkHover(
    '  - Bo Reed (@bo--r$0eed) from Lantern Light',
    'Bo Reed (@bo--reed) from Lantern Light',
    `**Bo Reed** · mentor

@bo--reed

Also noted: from Lantern Light

In this list:

- Show the tide (Harbor) · this idea

Problems with this entry:

- Bo Reed has no email address; expected "Bo Reed (@bo--reed, email)". (mentor-email)
- The entry contains text in addition to name, handle and email; expected "Bo Reed (@bo--reed) - from Lantern Light". (mentor-format)
- "@bo--reed" is not a valid GitHub handle: it contains two hyphens in a row. (mentor-handle)`,
    {},
    list.replace('Bo Reed (@bo-reed, bo@example.org)', 'Bo Reed (@bo--reed) from Lantern Light'),
  )
})

test('hover: a mentor without a handle or an address is the same person as no other', () => {
  assert.equal(
    reported(
      withCursor(
        list.replace('Bo Reed (@bo-reed, bo@example.org)', 'Bo Reed').replace('Di Holm (@di-holm, di@example.org)', 'Bo Reed'),
        'large (~350 hour projects)\n- Mentor(s):\n  - Ada Fern (@ada-fern, ada@example.org) - primary\n  - Bo $0Reed',
      ),
    )?.text.split('\n\nProblems with this entry:')[0],
    '**Bo Reed** · mentor',
  )
})

test('hover: a project: its maturity, its pages, its ideas', () => {
  checkHover(
    '### Jae$0ger\n\n####',
    '### Jaeger',
    `**Jaeger** · CNCF graduated project, accepted 2017-09-13

Homepage: [jaegertracing.io](https://www.jaegertracing.io/) · Repository: [github.com/jaegertracing/jaeger](https://github.com/jaegertracing/jaeger)

1 idea in this list:

- Ring the bell 🔔 · medium, about 175 hours · 2 mentors`,
  )
})

test('hover: a project with ideas in other lists', () => {
  const { text } = reported(withCursor(list, '### Jae$0ger\n\n####'), { lists: others })!
  assert.ok(text.endsWith('\n\nIn other lists:\n\n- GSoC 2025: 1 idea\n- LFX 2024 01-Mar-May: 1 idea'), text)
  const many = Array.from({ length: 10 }, (_, index) => other(`programs/summerofcode/${2015 + index}.md`))
  assert.ok(reported(withCursor(list, '### Jae$0ger\n\n####'), { lists: many })?.text.endsWith('\n- … and 2 more'))
})

test('hover: a finding that the editor shows at the mouse is not repeated', () => {
  const whole = list.replace('Bo Reed (@bo-reed, bo@example.org)', 'Bo Reed (@bo--reed) from Lantern Light')
  const { text } = reported(withCursor(whole, '(@bo--r$0eed) from Lantern Light'), { showsFindings: true })!
  assert.ok(!text.includes('(mentor-handle)'), text)
})

const projects: readonly (readonly [string, string])[] = [
  ['Argo CD', '**Argo CD** · part of Argo, CNCF graduated project, accepted 2020-03-26'],
  ['🔥 CNCF Jaeger Project', '**Jaeger** · CNCF graduated project, accepted 2017-09-13'],
  ['Jeager', '**Jeager**'],
  ['The [Lighthouse](x)', '**The Lighthouse**'],
]
for (const [heading, expected] of projects) {
  test(`hover: a project called ${heading}`, () => {
    assert.equal(
      reported(withCursor(list.replace('### Jaeger', `### ${heading}`), `### ${heading}$0`))?.text.split('\n\n')[0],
      expected,
    )
  })
}

test('hover: an unknown project, and the name that may be meant', () => {
  const secondLine = (heading: string): string | undefined =>
    reported(withCursor(list.replace('### Jaeger', `### ${heading}`), `### ${heading}$0`))?.text.split('\n\n')[1]
  assert.equal(secondLine('Jeager'), 'Not a known CNCF project. Did you mean Jaeger?')
  assert.equal(secondLine('Lighthouse'), 'Not a known CNCF project.')
})

test('hover: two projects that a heading joins', () => {
  const text = reported(withCursor(list.replace('### Jaeger', '### Jaeger and Envoy'), '### Jaeger and$0 Envoy'))?.text ?? ''
  assert.deepEqual(
    text.split('\n\n').filter((part) => part.startsWith('**')),
    ['**Jaeger** · CNCF graduated project, accepted 2017-09-13', '**Envoy** · CNCF graduated project, accepted 2017-09-13'],
  )
})

test('hover: a label, by the rules of the list’s own template', () => {
  checkHover(
    '- Mentor$0(s):\n  - Cy',
    'Mentor(s)',
    `**Mentor(s)** · required · field 5 of 6 in this list's template

At least 2 mentors, one per line: Name (@handle, email). Mark one with " - primary".

\`\`\`text
- Mentor(s):
  - Jane Doe (@jane-doe, jane@example.com) - primary
  - John Doe (@john-doe, john@example.com)
\`\`\``,
  )
  checkHover(
    '- Expected pro$0ject size: large',
    'Expected project size',
    `Expected project size · required · field 4 of 6 in this list's template

One of small (about 90 hours), medium (about 175 hours) or large (about 350 hours).

    - Expected project size: # one of small (~90 hour projects), medium (~175 hour projects), large (~350 hour projects)`,
    { format: 'plaintext' },
  )
})

const bare = (path: string, marked: string): string | undefined => {
  const text = marked.replace('$0', '')
  const file = readIdeaFile(text, { path, knowsProject: () => false })
  const found = hover(file, open(marked).lines, marked.indexOf('$0'), { lists: [], findings: () => [], format: 'markdown' })
  return found === null ? undefined : (found.contents as { readonly value: string }).value
}
const idea =
  '### Harbor\n\n#### Show the tide\n\n- Description: text\n- Mentors:\n  - Ada Fern (@ada-fern)\n- LFX URL:\n- Colour: red\n'
const lfx = 'lfx-mentorship/2026/01-Mar-May/project_ideas.md'

test('hover: a label, by the rules of the programme', () => {
  assert.equal(
    bare(lfx, idea.replace('- Ment', '- Me$0nt')),
    '**Mentor(s)** · required · field 4 of 6 in LFX Mentorship (proposed ideas)\n\n1 to 4 mentors (2 recommended), one per line: Name (@handle, email).',
  )
  assert.equal(
    bare(lfx, idea.replace('LFX', 'L$0FX')),
    "**LFX URL** · optional · field 6 of 6 in LFX Mentorship (proposed ideas)\n\nThe project's LFX Mentorship page. Leave empty until the idea is accepted.",
  )
  assert.equal(
    bare('summerofcode/2021.md', idea.replace('- Ment', '- Me$0nt')),
    '**Mentor(s)** · required · field 3 of 4 in Google Summer of Code (until 2021)\n\nAt least 1 mentor, one per line: Name (@handle).',
  )
})

test('hover: a label that is not required', () => {
  assert.equal(
    bare(lfx, idea.replace('Colour', 'Col$0our')),
    '**Colour** · not a known field; LFX Mentorship (proposed ideas) has Description, Expected Outcome, Recommended Skills, Mentor(s), Upstream Issue, LFX URL',
  )
  assert.equal(
    bare('summerofcode/2021.md', idea.replace('LFX', 'L$0FX'))?.split('\n\n')[0],
    '**LFX URL** · not required; Google Summer of Code (until 2021) has Description, Recommended Skills, Mentor(s), Issue',
  )
})

test('hover: a label that the template leaves to the programme', () => {
  const template = '## Template\n\n```\n### Project\n#### Title\n- Description:\n- Mentor(s):\n```\n\n'
  assert.equal(
    bare(lfx, template + idea.replace('LFX', 'L$0FX')),
    "**LFX URL** · optional in LFX Mentorship (proposed ideas)\n\nThe project's LFX Mentorship page. Leave empty until the idea is accepted.",
  )
})

const offer = 'Available: small (about 90 hours), medium (about 175 hours) or large (about 350 hours)'
const sizes: readonly (readonly [string, string])[] = [
  ['large (~350 hour projects)', `**large** · about 350 hours\n\n${offer}`],
  ['small, 175 hours', `**small** · about 90 hours\n\nThis idea says 175 hours.\n\n${offer}`],
  ['175 hrs', `**medium** · about 175 hours\n\n${offer}`],
  ['200 hours', `**200 hours** · not a size in this list\n\n${offer}`],
  ['<b>wide</b>', `No size recognized.\n\n${offer}`],
]
for (const [written, expected] of sizes) {
  test(`hover: a size: ${written}`, () => {
    const text = list.replace('large (~350 hour projects)\n- Mentor(s):\n  - Ada', `${written}\n- Mentor(s):\n  - Ada`)
    checkHover(`- Expected project size: ${written}$0\n`, written, expected, {}, text)
  })
}

test('hover: a skill: its name, and who asks for it', () => {
  checkHover(
    'Go, Type$0Script and CSS',
    'TypeScript',
    '**TypeScript**\n\nListed in 1 idea here and 3 ideas in 2 other lists\n\nIn other lists:\n\n- Show the old tide (Harbor) · GSoC 2025\n- Read old logs (Harbor) · GSoC 2025\n- Show the tide (Harbor) · LFX 2024 01-Mar-May',
    {
      lists: others,
    },
  )
  const golang = list.replace('Recommended Skills: Go, T', 'Recommended Skills: golang, T')
  checkHover(
    'gol$0ang',
    'golang',
    '**Go** · written as golang here\n\nListed in 1 idea here and 1 idea in 1 other list\n\nIn other lists:\n\n- Show the tide (Harbor) · LFX 2024 01-Mar-May',
    { lists: others.slice(1) },
    golang,
  )
  const words = list.replace('Recommended Skills: Go, T', 'Recommended Skills: patience & <care>, T')
  checkHover('pat$0ience & <care>', 'patience & <care>', '**patience &amp; &lt;care&gt;**\n\nListed in 1 idea here', {}, words)
})

test('hover: a skill that is a project', () => {
  checkHover(
    'har$0bor, Type',
    'harbor',
    `**Harbor** · written as harbor here

Harbor: CNCF graduated project, accepted 2018-07-31

Homepage: [goharbor.io](https://goharbor.io/) · Repository: [github.com/goharbor/harbor](https://github.com/goharbor/harbor)

Listed in 1 idea here`,
    {},
    list.replace('Recommended Skills: Go, T', 'Recommended Skills: harbor, T'),
  )
})

const links: readonly (readonly [string, string])[] = [
  [
    'https://github.com/goharbor/harbor/pull/12#x',
    '**goharbor/harbor #12** · pull request on GitHub\n\nOwner: [goharbor](https://github.com/goharbor) · Repository: [harbor](https://github.com/goharbor/harbor) · Project: Harbor (graduated)',
  ],
  [
    'https://github.com/orgs/lantern-light/discussions/4',
    '**lantern-light #4** · discussion on GitHub\n\nOwner: [lantern-light](https://github.com/lantern-light)',
  ],
  [
    'https://github.com/lantern-light/bells',
    '**lantern-light/bells** · repository on GitHub\n\nOwner: [lantern-light](https://github.com/lantern-light) · Repository: [bells](https://github.com/lantern-light/bells)',
  ],
  [
    'https://github.com/lantern-light/bells/issues',
    '**lantern-light/bells** · list of issues on GitHub\n\nOwner: [lantern-light](https://github.com/lantern-light) · Repository: [bells](https://github.com/lantern-light/bells)',
  ],
  ['https://gitlab.example.org/a/b/c/-/issues/7', '**a/b/c #7** · issue on GitLab\n\nOwner: a/b · Repository: c'],
  ['https://example.org/bells', '**example.org** · page on another site'],
]
for (const [url, expected] of links) {
  test(`hover: an upstream link: ${url}`, () => {
    const text = list.replace('https://github.com/harbor-light/harbor/issues/12', url)
    checkHover(`(URL): ${url}$0`, url, expected, {}, text)
  })
}

test('hover: an upstream link that shows another address than it has', () => {
  const link = '[issue](https://github.com@evil.example/goharbor/harbor/issues/12)'
  assert.equal(
    reported(withCursor(list.replace('https://github.com/harbor-light/harbor/issues/12', link), link.replace('ue]', 'ue]$0'))),
    null,
  )
})

test('hover: an entry of the table of contents: the idea in brief, or the project', () => {
  checkHover(
    '[Show $0the tide]',
    '- [Show the tide](#show-the-tide)',
    `**Show the tide** · Harbor

The lamp shows how high the water stands. Sailors asked for it.

large, about 350 hours · 2 mentors: Ada Fern, Bo Reed · Go, TypeScript, CSS`,
  )
  assert.equal(reported(withCursor(list, '(#jae$0ger)'))?.text, reported(withCursor(list, '### Jae$0ger\n\n####'))?.text)
  assert.equal(reported(withCursor(list.replace('[Show the tide](#show-the-tide)', '[Gone](#gone)'), '[Go$0ne]')), null)
})

test('hover: an idea is ready, or lacks what its problems say', () => {
  checkHover('#### Show$0 the tide', '#### Show the tide', '**Ready: nothing is missing**')
  const lacking = list.replace(/(#### Show the tide[\s\S]*?)- Recommended Skills:[^\n]*\n/, '$1')
  checkHover(
    '#### Show$0 the tide',
    '#### Show the tide',
    '**Not ready: 1 error**\n\n- This idea is missing the "Recommended Skills" field.',
    {},
    lacking,
  )
})

test('hover: an idea whose problems the editor shows at its title is not ready', () => {
  const lacking = list.replace(/(#### Show the tide[\s\S]*?)- Recommended Skills:[^\n]*\n/, '$1')
  const { text } = reported(withCursor(lacking, '#### Show$0 the tide'), { showsFindings: true })!
  assert.equal(text.split('\n\n')[0], '**Not ready: 1 error**')
  assert.ok(!text.includes('This idea is missing'), text)
})

test('hover: nothing elsewhere', () => {
  for (const place of [
    '# Ideas$0 for the summer',
    '- Jane$0',
    '  - Jane Doe (@jane$0-doe',
    'how high$0 the water',
    'Write to$0 us.',
    '😀 T$0BD',
  ]) {
    if (list.includes(place.replace('$0', ''))) assert.equal(reported(withCursor(list, place)), null, place)
  }
  assert.equal(reported('# A readme\n\n- Mentors$0: none\n'), null)
  const fenced = list.replace(
    '- Description: The lamp',
    '- Description: The lamp\n\n  ```\n  - Mentor(s):\n    - Eve Ash (@eve-ash)\n  ```\n  lamp',
  )
  assert.equal(reported(withCursor(fenced, 'Eve $0Ash')), null)
})

test('hover: the same with other line ends and a byte order mark', () => {
  const crlf = `\ufeff${list.replaceAll('\n', '\r\n')}`
  checkHover(
    '  - Bo$0 Reed (',
    'Bo Reed (@bo-reed, bo@example.org)',
    '**Bo Reed** · mentor\n\n[@bo-reed](https://github.com/bo-reed) · [bo\\@example.org](mailto:bo@example.org)\n\nIn this list:\n\n- Show the tide (Harbor) · this idea',
    {},
    crlf,
  )
})
