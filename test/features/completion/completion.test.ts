import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Asking, ask, checkCompletion, checkSilence, otherList, shownAt } from '../../support/checkCompletion.ts'
import { list } from '../../support/list.ts'

/** The list with a piece of it replaced; the piece may hold the cursor. */
const having = (from: string, to: string): string => {
  assert.equal(list.split(from).length, 2, `${from} stands once in the list`)
  return list.replace(from, () => to)
}

/** Checks a completion at the place of `from` in the list: `typed` is there before, `after` when `label` is accepted. */
const accepts = (from: string, typed: string, label: string, after: string, asking?: Asking): void =>
  checkCompletion(having(from, typed), label, having(from, after), asking)

const shown = (from: string, typed: string, asking?: Asking): readonly string[] => shownAt(having(from, typed), asking)

const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

const newProject = '## How to apply\n'

test('completion: a project heading gets a name that the list does not have, and the right level', () => {
  accepts(newProject, `### $0\n\n${newProject}`, 'Falco', `### Falco\n\n${newProject}`)
  accepts(newProject, `### Open Tel$0\n\n${newProject}`, 'OpenTelemetry', `### OpenTelemetry\n\n${newProject}`)
  accepts('### Jaeger\n', '##### Fal$0\n\n### Jaeger\n', 'Falco', '### Falco\n\n### Jaeger\n')
  const names = shown(newProject, `### $0\n\n${newProject}`)
  assert.ok(!names.includes('Harbor') && !names.includes('Jaeger'), 'those that are in the list')
  assert.deepEqual([...names].sort(new Intl.Collator('en', { sensitivity: 'base' }).compare), names)
})

test('completion: a project’s heading is replaced as a whole, its own name being free again', () => {
  accepts('### Harbor\n', '### Ha$0rbour light\n', 'Harbor', '### Harbor\n')
  accepts('### Harbor\n', '### $0Harbor\n', 'Falco', '### Falco\n')
  const [first, ...longer] = shown('### Harbor\n', '### Harbor$0\n')
  assert.ok(first === 'Harbor' && longer.includes('Harbor Satellite'), 'what is there comes before what only begins so')
})

test('completion: projects are found by their aliases, with maturity and home page as details', () => {
  assert.ok(shown(newProject, `### copac$0\n\n${newProject}`).includes('Copa'))
  const { items } = ask(having(newProject, `### Falc$0\n\n${newProject}`))
  const falco = items.find(({ label }) => label === 'Falco')!
  assert.match(falco.detail!, /^graduated · https:\/\/falco\.org/)
  assert.match(String(falco.documentation), /CNCF graduated project since 2018/)
})

test('completion: a heading that another name is typed in gets the listed one', () => {
  for (const [typed, name] of [
    ['k8s', 'Kubernetes'],
    ['K8S', 'Kubernetes'],
    ['otel', 'OpenTelemetry'],
    ['flux cd', 'Flux'],
    ['opa', 'Open Policy Agent (OPA)'],
  ] as const) {
    accepts(newProject, `### ${typed}$0\n\n${newProject}`, name, `### ${name}\n\n${newProject}`)
    assert.deepEqual(
      shown(newProject, `### ${typed}$0\n\n${newProject}`).slice(0, 2),
      [typed, name],
      'after what is typed, which stays',
    )
  }
  const { items, incomplete } = ask(having(newProject, `### k8$0\n\n${newProject}`))
  const kubernetes = items.find(({ label }) => label === 'Kubernetes')!
  assert.ok(incomplete, 'with the next letter there may be another first one')
  assert.match(kubernetes.detail!, /^K8s · graduated · /, 'it says why it is there')
  // others look at the beginning alone
  assert.ok(kubernetes.filterText!.startsWith('### k8'))
  const taken = having('### Jaeger\n', '### K8s\n').replace(newProject, `### k8s$0\n\n${newProject}`)
  assert.ok(!shownAt(taken).includes('Kubernetes'), 'the list has it under that name')
})

test('completion: projects of the configuration count too', () => {
  const asking = { projects: ['Lantern Light', 'Harbor'] }
  accepts(newProject, `### Lan$0\n\n${newProject}`, 'Lantern Light', `### Lantern Light\n\n${newProject}`, asking)
  assert.ok(!shown(newProject, `### $0\n\n${newProject}`, asking).includes('Harbor'))
})

const former = otherList('/programs/summerofcode/2025.md', list.replace('#### Show the tide', '#### Weigh the anchor'))

test('completion: an idea’s heading gets the whole entry by the template', () => {
  const entry = `#### Title

- Description: what is to be built
- Expected Outcome: what is there in the end
- Recommended Skills: ${''}
- Expected project size: small (~90 hour projects)
- Mentor(s):
  - Jane Doe (@jane-doe, jane@example.com) - primary
  - John Doe (@john-doe, john@example.com)
- Upstream Issue (URL): https://github.com/jaegertracing/jaeger/issues/
`
  accepts(newProject, `#### $0\n\n${newProject}`, 'New idea', `${entry}\n${newProject}`)
  checkCompletion(`${list.split(newProject)[0]}#### $0`, 'New idea', `${list.split(newProject)[0]}${entry.trimEnd()}`)
  assert.deepEqual(shown('#### Show the tide\n', '#### $0\n'), [], 'there are fields already')
  assert.deepEqual(shown(newProject, `#### Show the $0\n\n${newProject}`), [], 'a title is prose')
})

test('completion: an idea’s heading knows what its project proposed before', () => {
  const asking = { lists: [former] }
  accepts('#### Show the tide\n', '#### $0\n', 'Weigh the anchor', '#### Weigh the anchor\n', asking)
  assert.deepEqual(shown('#### Show the tide\n', '#### Wei$0gh\n', asking), ['Wei', 'Weigh the anchor'])
  assert.equal(ask(having('#### Show the tide\n', '#### $0\n'), asking).items[0]!.detail, 'GSoC 2025')
})

test('completion: the entry is a snippet where the client knows snippets', () => {
  const { items } = ask(having(newProject, `#### $0\n\n${newProject}`), { options: { snippets: true } })
  const { textEdit, insertTextFormat } = items[0]!
  assert.equal(insertTextFormat, 2)
  assert.equal(
    textEdit!.newText,
    `#### \${1:Title}

- Description: \${2:what is to be built}
- Expected Outcome: \${3:what is there in the end}
- Recommended Skills: \${4}
- Expected project size: \${5|small (~90 hour projects),medium (~175 hour projects),large (~350 hour projects)|}
- Mentor(s):
  - \${6:Jane Doe} (@\${7:jane-doe}, \${8:jane@example.com}) - primary
  - \${9:John Doe} (@\${10:john-doe}, \${11:john@example.com})
- Upstream Issue (URL): https://github.com/jaegertracing/jaeger/issues/\${12}$0`,
  )
})

const outcome = '- Expected Outcome: a page with a curve\n'

test('completion: an item gets a missing label as the template spells it', () => {
  accepts(outcome, '- $0\n', 'Expected Outcome', '- Expected Outcome: \n')
  accepts(outcome, '- exp$0\n', 'Expected Outcome', '- Expected Outcome: \n')
  accepts(outcome, '* exp$0\n', 'Expected Outcome', '* Expected Outcome: \n')
  accepts(
    outcome,
    '- $0a page with a curve\n',
    'Expected Outcome',
    '- Expected Outcome: page with a curve\n'.replace(': ', ': a '),
  )
})

test('completion: only labels that the idea lacks, in the template’s order', () => {
  const text = having(outcome, '- $0\n').replace('- Recommended Skills: Go, TypeScript and CSS\n', '')
  assert.deepEqual(shownAt(text), ['Expected Outcome', 'Recommended Skills'])
  assert.deepEqual(shown('#### Show the tide\n', '#### Show the tide\n\n- $0\n'), [], 'nothing is missing')
})

test('completion: a label is replaced with its colon, and its value stays', () => {
  accepts(outcome, '- Out$0come: a page with a curve\n', 'Expected Outcome', '- Expected Outcome: a page with a curve\n')
  accepts(outcome, '- $0Outcomes :a page\n', 'Expected Outcome', '- Expected Outcome: a page\n')
  accepts(outcome, '- **Out$0come**: a page\n', 'Expected Outcome', '- **Expected Outcome**: a page\n')
  accepts(outcome, '- **exp$0\n', 'Expected Outcome', '- **Expected Outcome**: \n')
})

test('completion: labels have the emphasis of their siblings', () => {
  const bold = list.replace(/^- ((?:Desc|Rec|Exp|Ment|Up)[^:\n]*):/gm, '- **$1:**')
  const [from, at, to] = ['- **Expected Outcome:** a reader\n', '- $0\n', '- **Expected Outcome:** \n']
  assert.ok(bold.includes(from))
  for (const typed of [at, '- **$0\n', '- **Exp$0**\n']) {
    checkCompletion(
      bold.replace(from, () => typed),
      'Expected Outcome',
      bold.replace(from, () => to),
    )
  }
})

const mentors = `- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org) - primary
  - Bo Reed (@bo-reed, bo@example.org)
`

test('completion: the label of mentors brings the first bullet below it, and the next list', () => {
  accepts(mentors, '- Men$0\n', 'Mentor(s)', '- Mentor(s):\n  - \n')
  accepts(
    mentors,
    mentors.replace('Mentor(s):', 'Ment$0ors:'),
    'Mentor(s)',
    mentors.replace('Mentor(s):', 'Mentor(s): ').replace(': \n', ': \n'),
  )
  const command = (options: Asking['options']) =>
    ask(having(mentors, '- $0\n'), { options: options! }).items.find(({ label }) => label === 'Mentor(s)')!.command?.command
  assert.equal(command({ suggest: true }), 'editor.action.triggerSuggest')
  assert.equal(command({ suggest: false }), undefined)
})

test('completion: a size is one of the template’s', () => {
  const size = '- Expected project size: large (~350 hour projects)\n'
  const sizes = ['small (~90 hour projects)', 'medium (~175 hour projects)', 'large (~350 hour projects)']
  assert.deepEqual(shown(size, '- Expected project size: $0\n'), sizes)
  assert.deepEqual(shown(size, '- Expected project size: 17$0\n'), ['17', sizes[1]])
  assert.equal(shown(size, '- Expected project size: med$0\n')[0], sizes[1], 'which continues what is typed')
  accepts(size, '- Expected project size:$0\n', sizes[1]!, `- Expected project size: ${sizes[1]}\n`)
  accepts(size, '- Expected project size: $0\n', sizes[0]!, `- Expected project size: ${sizes[0]}\n`)
  accepts(size, '- Expected project size: 175 h$0rs\n', sizes[1]!, `- Expected project size: ${sizes[1]}\n`)
  accepts(size, '- Expected project size: m$0edium (~175 hours)  \n', sizes[1]!, `- Expected project size: ${sizes[1]}  \n`)
  assert.deepEqual(shown(size, `- Expected project size: ${sizes[2]}$0\n`), [], 'nothing to change')
})

const skills = '- Recommended Skills: Go, TypeScript and CSS\n'
const skillsAre = (typed: string, label: string, after: string, asking?: Asking): void =>
  accepts(skills, `- Recommended Skills: ${typed}\n`, label, `- Recommended Skills: ${after}\n`, asking)

test('completion: a skill has its usual name, whatever is typed', () => {
  skillsAre('$0', 'Rust', 'Rust')
  skillsAre('Go,$0', 'Rust', 'Go, Rust')
  skillsAre('Go, $0', 'Rust', 'Go, Rust')
  skillsAre('Go, k8$0', 'Kubernetes', 'Go, Kubernetes')
  skillsAre('gola$0', 'Go', 'Go')
  const programming = shown(skills, '- Recommended Skills: pro$0\n')
  assert.ok(programming.indexOf('Prometheus') < programming.indexOf('Go'), 'what is called so comes before "Go programming"')
  // the list may come when the word is there: Tab must not make more of it
  assert.equal(shown(skills, '- Recommended Skills: Go, Kubernetes$0\n')[0], 'Kubernetes')
  skillsAre('Go, k$0ube, CSS', 'Kubernetes', 'Go, Kubernetes, CSS')
  skillsAre('Go, TypeScript and ru$0', 'Rust', 'Go, TypeScript and Rust')
  skillsAre('$0 and CSS', 'Rust', 'Rust and CSS')
  accepts(skills, '- Recommended Skills:\n  - Go\n  - py$0\n', 'Python', '- Recommended Skills:\n  - Go\n  - Python\n')
})

test('completion: skills of the line are left out, and the others come by their use', () => {
  const names = shown(skills, '- Recommended Skills: golang, CSS, $0\n')
  assert.ok(!names.includes('Go') && !names.includes('CSS'))
  const below = shown(skills, '- Recommended Skills:\n  - golang\n  - $0\n  - CSS\n')
  assert.ok(!below.includes('Go') && !below.includes('CSS') && below.includes('TypeScript'), 'nor those of the items next to it')
  const { items } = ask(having(skills, '- Recommended Skills: $0\n'), { lists: [former, former] })
  assert.deepEqual(
    items.slice(0, 4).map(({ label, detail }) => `${label} ${detail}`),
    // the fixture's ideas ask for Go, TypeScript, CSS; Python; C, once in each list
    ['Python used 3 times', 'C used 3 times', 'Go used 2 times', 'TypeScript used 2 times'].sort((a, b) => order(a) - order(b)),
  )
})

/** As the catalog has them, those used three times first. */
const order = (text: string): number => ['Python', 'C ', 'Go', 'TypeScript'].findIndex((name) => text.startsWith(name))

const second = '  - Bo Reed (@bo-reed, bo@example.org)\n'

test('completion: a mentor is a whole line, found by any part of it', () => {
  for (const typed of [
    '$0',
    'ed$0',
    'Lak$0',
    '(@ed$0',
    '@ed-l$0',
    'ed@ex$0',
    'Ed Lake (@$0',
    'Ed Lake (@ed-lake, $0',
    'Edward L. (@ed$0)',
  ]) {
    accepts(second, `  - ${typed}\n`, 'Ed Lake (@ed-lake)', '  - Ed Lake (@ed-lake, ed@example.org)\n')
  }
  assert.deepEqual(shown(second, '  - Somebody New (@$0)\n'), [], 'nobody is meant yet')
  accepts(second, '  - Ed $0Pond (@ed, e@x)\n', 'Ed Lake (@ed-lake)', '  - Ed Lake (@ed-lake, ed@example.org)\n')
  const ed = ask(having(second, '  - Ed$0\n')).items.find(({ label }) => label === 'Ed Lake (@ed-lake)')
  assert.match(String(ed?.documentation), /^ed@example\.org\n.+/, 'the address, and what they mentor')
})

test('completion: people of the project come first, then those of this list, then the others; each once', () => {
  const asking = {
    lists: [
      otherList(
        '/programs/summerofcode/2025.md',
        list.replaceAll('Fay Pool', 'Gil Tarn').replaceAll('fay-pool', 'gil-tarn').replaceAll('fay@', 'gil@'),
      ),
    ],
  }
  assert.deepEqual(shown(second, '  - $0\n', asking), [
    'Cy Moss (@cy-moss)',
    'Di Holm (@di-holm)',
    'Bo Reed (@bo-reed)',
    'Ed Lake (@ed-lake)',
    'Fay Pool (@fay-pool)',
    'Gil Tarn (@gil-tarn)',
  ])
})

test('completion: a mentor becomes the primary one where none is', () => {
  const first = '  - Ada Fern (@ada-fern, ada@example.org) - primary\n'
  accepts(first, '  - $0\n', 'Cy Moss (@cy-moss)', '  - Cy Moss (@cy-moss, cy@example.org) - primary\n')
  accepts(first, '  - C$0y - primary\n', 'Cy Moss (@cy-moss)', '  - Cy Moss (@cy-moss, cy@example.org) - primary\n')
})

test('completion: after an entry only the role is suggested, if no mentor has it', () => {
  const entry = '  - Ada Fern (@ada-fern, ada@example.org)'
  const first = `${entry} - primary\n`
  for (const typed of [' $0', ' - $0', ' - pri$0']) accepts(first, `${entry}${typed}\n`, '- primary', first)
  assert.deepEqual(shown(second, `${second.trimEnd()} $0\n`), [])
})

test('completion: on the label’s own line a mentor gets a line below it', () => {
  const after = '- Mentor(s):\n  - Cy Moss (@cy-moss, cy@example.org) - primary\n'
  for (const typed of ['$0', ' $0', ' cy$0', ' (@cy$0']) {
    accepts(mentors, `- Mentor(s):${typed}\n`, 'Cy Moss (@cy-moss)', after)
  }
})

const upstream = '- Upstream Issue (URL): https://github.com/harbor-light/harbor/issues/12\n'

test('completion: the upstream issue begins with the project’s repository, then those that its ideas use', () => {
  const home = 'https://github.com/goharbor/harbor/issues/'
  for (const typed of ['$0', ' $0', ' https://$0', ' gohar$0', ' https://github.com/gohar$0']) {
    accepts(upstream, `- Upstream Issue (URL):${typed}\n`, home, `- Upstream Issue (URL): ${home}\n`)
  }
  accepts(upstream, upstream.replace('harbor-light', 'h$0arbor-light'), home, `- Upstream Issue (URL): ${home}12\n`)
  accepts(upstream, '- Upstream Issue (URL): <https://$0>\n', home, `- Upstream Issue (URL): <${home}>\n`)
  accepts(upstream, '- Upstream Issue (URL): [the bell](gohar$0)\n', home, `- Upstream Issue (URL): [the bell](${home})\n`)
  assert.deepEqual(shown(upstream, '- Upstream Issue (URL): $0\n'), [home, 'https://github.com/harbor-light/harbor/issues/'])
})

test('completion: an anchor is one of a heading', () => {
  const entry = '  - [Read old logs](#read-old-logs)\n'
  accepts(entry, '  - [Read old logs](#$0)\n', 'Read old logs', entry)
  accepts(entry, '  - [Read old logs](#read-$0new-logs)\n', 'Read old logs', entry)
  accepts(entry, '  - [](#re$0)\n', 'Read old logs', entry)
  accepts('Write to us.', 'See [there](#ring$0', 'Ring the bell 🔔', 'See [there](#ring-the-bell-')
  assert.equal(shown(entry, '  - [Show the tide](#$0)\n')[0], 'Show the tide', 'what the link is called')
})

test('completion: a line of the table gets an entry that it lacks', () => {
  const entry = '  - [Read old logs](#read-old-logs)\n'
  for (const typed of ['$0', '[$0]', '[Rea$0', 'Rea$0']) accepts(entry, `  - ${typed}\n`, 'Read old logs', entry)
  assert.deepEqual(shown(entry, '  - $0\n'), ['Read old logs'])
})

const lfxPath = '/programs/lfx-mentorship/2026/01-Mar-May/README.md'
const lfx = `# Term

#### Harbor

##### Show the tide

- Description: The lamp shows how high the water stands.
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org)
`

test('completion: an LFX URL begins as they all do', () => {
  const prefix = 'https://mentorship.lfx.linuxfoundation.org/project/'
  for (const typed of ['$0', 'lfx$0', 'https://$0']) {
    checkCompletion(`${lfx}- LFX URL: ${typed}\n`, prefix, `${lfx}- LFX URL: ${prefix}\n`, { path: lfxPath })
  }
  checkCompletion(`${lfx}lfx$0\n`, 'lfx', `${lfx}- LFX URL: ${prefix}\n`, { path: lfxPath, asked: 'invoked' })
})

test('completion: a comment is the table, or silences rules', () => {
  const bare = list.replace(/## Table of Contents[\s\S]*?(?=## Template)/, '')
  const table = `<!-- TOC -->
- [Harbor](#harbor)
  - [Show the tide](#show-the-tide)
  - [Read old logs](#read-old-logs)
- [Jaeger](#jaeger)
  - [Ring the bell 🔔](#ring-the-bell-)
<!-- TOC -->`
  const at = '## Ideas\n\n'
  const [before, after] = bare.split(at) as [string, string]
  for (const typed of ['<$0>', '<$0', '<!-- t$0'])
    checkCompletion(
      `${before}${at}${typed}\n\n${after}`,
      '<!-- TOC -->',
      typed.startsWith('<!') ? `${before}${at}<!-- TOC -->\n<!-- TOC -->\n\n${after}` : `${before}${at}${table}\n\n${after}`,
    )
  checkCompletion(`${before}${at}toc$0\n\n${after}`, '<!-- TOC -->', `${before}${at}${table}\n\n${after}`, { asked: 'invoked' })
  assert.ok(!shown('### Jaeger\n', '<$0\n\n### Jaeger\n').includes('<!-- TOC -->'), 'there is a table')
})

test('completion: a comment that silences a rule names it', () => {
  const odd = having(skills, '- Skills: Go\n')
  const line = '<!-- idea-files-disable-next-line field-label -->'
  const at = (typed: string): string => odd.replace('- Skills: Go\n', () => `  ${typed}\n- Skills: Go\n`)
  checkCompletion(at('<$0>'), line, at(line))
  assert.equal(shownAt(at('<!-- idea-files-disable-next-line $0 -->'))[0], 'field-label', 'what is found there comes first')
  checkCompletion(at('<!-- idea-files-disable-next-line field-l$0 -->'), 'field-label', at(line))
  checkCompletion(at('<!-- idea-files-disable-next-line $0'), 'field-label', at(line))
  checkCompletion(at('<!-- idea-files-disable-next-line field-l$0>'), 'field-label', at(line))
  const two = '<!-- idea-files-disable-next-line field-label $0 -->'
  assert.ok(!shownAt(at(two)).includes('field-label'))
})

test('completion: a comment that nothing closes is closed with its code', () => {
  const open = '<!-- idea-files-disable-next-line'
  const heading = '#### Show the tide\n'
  const at = (typed: string): string => having(heading, `${typed}\n${heading}`)
  for (const [typed, after] of [
    [`${open} mis$0`, `${open} missing-field -->`],
    [`${open} mis$0>`, `${open} missing-field -->`],
    [`${open} mis$0sing-f`, `${open} missing-field -->`],
    [`${open} mis$0--`, `${open} missing-field -->`],
    [`${open} empty-field, mis$0`, `${open} empty-field, missing-field -->`],
    [`${open} mis$0 as agreed`, `${open} missing-field as agreed -->`],
    [`${open} mis$0 as agreed ->`, `${open} missing-field as agreed -->`],
    [`${open} mis$0\n  as agreed -->`, `${open} missing-field\n  as agreed -->`],
    [`${open} mis$0 -->`, `${open} missing-field -->`],
    ['<!--idea-files-disable mis$0', '<!--idea-files-disable missing-field -->'],
  ] as const) {
    checkCompletion(at(typed), 'missing-field', at(after))
    checkCompletion(`${crlf(at(typed))}\r\n<!-- more -->`, 'missing-field', `${crlf(at(after))}\r\n<!-- more -->`)
    // the next comment's end is this one's by then, and nothing of the list is left
    checkCompletion(`${typed}\n\n${list}\n<!-- more -->\n`, 'missing-field', `${after}\n\n${list}\n<!-- more -->\n`)
  }
  checkSilence(`# Notes\n\nMentors: none\n\n${open} mis$0\n`, { asked: 'invoked' })
})

test('completion: the word idea on an empty line is a new idea, for who asks', () => {
  const typed = `idea$0\n\n${newProject}`
  assert.deepEqual(shown(newProject, typed), [])
  const asking = { asked: 'invoked', newIdea: true } as const
  const { items } = ask(having(newProject, typed), asking)
  const [idea] = items
  assert.deepEqual([idea!.label, idea!.command?.command, idea!.textEdit!.newText], ['idea', 'ideaFiles.newIdea', ''])
  accepts(newProject, typed, 'idea', `\n\n${newProject}`, asking)
  const other = shown(newProject, `\n$0\n\n${newProject}`, { asked: 'invoked' })
  assert.equal(other[0], 'idea', 'the entry itself where the client has no dialogue')
})

test('completion: the word idea begins a list where a programme keeps its lists, for who asks, and nowhere else', () => {
  const asking = { asked: 'invoked', newIdea: true } as const
  const path = '/programs/summerofcode/2027.md'
  for (const [before, after] of [
    ['$0', ''],
    ['id$0', ''],
    ['\ufeffidea$0\r\n', '\ufeff\r\n'],
    ['# Ideas\n\nidea$0\n', '# Ideas\n\n\n'],
  ] as const) {
    checkCompletion(before, 'idea', after, { ...asking, path })
    assert.deepEqual(shownAt(before, { ...asking, path }), ['idea'], 'and nothing of lists')
    checkSilence(before, { ...asking, path, asked: 'typed' })
    checkSilence(before, { ...asking, path, newIdea: false })
    for (const other of ['/notes/2027.md', '/programs/summerofcode/README.md', '/programs/lfx-mentorship/2027/README.md']) {
      checkSilence(before, { ...asking, path: other })
    }
  }
  checkCompletion('idea$0', 'idea', '', { ...asking, path: '/programs/lfx-mentorship/2027/01-Mar-May/project_ideas.md' })
  const page = '# Ideas\n\n$1Soon to come.$1\n\n### $0\n\n- $0\n\n```\nid$0\n```\n\n<!-- \nid$0\n-->\n\n[a](#$0\n'
  checkSilence(page, { ...asking, path })
})

test('completion: an empty line of an idea offers what is missing, for who asks', () => {
  accepts(outcome, '$0\n', 'Expected Outcome', '- Expected Outcome: \n', { asked: 'invoked' })
  assert.deepEqual(shown(outcome, '$0\n'), [])
})

test('completion: keeps CRLF', () => {
  const before = crlf(having(mentors, '- Mentor(s): $0\n'))
  const after = crlf(having(mentors, '- Mentor(s):\n  - Cy Moss (@cy-moss, cy@example.org) - primary\n'))
  checkCompletion(before, 'Cy Moss (@cy-moss)', after)
  checkCompletion(crlf(having(outcome, '- $0\n')), 'Expected Outcome', crlf(having(outcome, '- Expected Outcome: \n')))
  checkCompletion(
    crlf(having(skills, '- Recommended Skills: ru$0\n')),
    'Rust',
    crlf(having(skills, '- Recommended Skills: Rust\n')),
  )
  checkCompletion(
    crlf(having(newProject, `### Fal$0\n\n${newProject}`)),
    'Falco',
    crlf(having(newProject, `### Falco\n\n${newProject}`)),
  )
  const { items } = ask(crlf(having(newProject, `#### $0\n\n${newProject}`)))
  assert.doesNotMatch(items[0]!.textEdit!.newText, /(?<!\r)\n/)
})

test('completion: prose stays prose, and so do code, comments, the template and files that are no lists', () => {
  const asked: Asking = { lists: [former] }
  checkSilence(withProse(list), asked)
  for (const code of ['```\n- $0\n#### $0\n[a](#$0\n```', '    - $0', '<!--\n- $0\n### $0\n-->', '<div>\n- $0\n</div>']) {
    checkSilence(having('Write to us.\n', `Write to us.\n\n${code}\n`), asked)
    checkSilence(having('  Sailors asked for it.\n', `  Sailors asked for it.\n\n${code}\n\n`.replace(/^(?=.)/gm, '  ')), asked)
  }
  const inTemplate = list.indexOf('- Mentor(s):')
  checkSilence(`${list.slice(0, inTemplate)}- $0\n${list.slice(inTemplate)}`, asked)
  checkSilence('# Notes\n\n- $0\n\n#### $0\n\nSee [it](#$0) and <$0\n', { ...asked, asked: 'invoked' })
})

test('completion: nothing in inline code, inline HTML and comments within a line', () => {
  const asked: Asking = { lists: [former] }
  const prose = 'Sailors asked for it.'
  for (const code of [
    '`[x](#$0)` is code.',
    '``[x](#$0) ` ``',
    '`code over\n  two lines [x](#$0`',
    '<!-- [x](#$0) -->',
    '<a title="[x](#$0)">',
  ])
    checkSilence(having(prose, code), asked)
  for (const mentor of ['`$0`', '`Ada$0 Fern`', '<!-- $0 -->', '<b title="$0">', '*`Ada $0`*'])
    checkSilence(having('  - Ada Fern (@ada-fern, ada@example.org) - primary\n', `  - ${mentor}\n`), {
      ...asked,
      asked: 'invoked',
    })
  // code that ends before the cursor, or that nothing closes, is none
  for (const text of ['`code`, [x](#$0)', 'a ` and [x](#$0)', '`a` `b [x](#$0)', '<b>[x](#$0)</b>', '<https://a.org> [x](#$0)'])
    assert.ok(shown(prose, text, asked).includes('Harbor'), text)
})

test('completion: nothing in front matter', () => {
  for (const eol of ['\n', '\r\n']) {
    const matter = (inside: string, close = '---'): string =>
      `---\n${inside}\ntitle: Ideas\n${close}\n\n${list}`.replaceAll('\n', eol)
    for (const inside of ['#### $0', '### $0', '- $0', 'x: [y](#$0)', 'a: b\n\n$0', '<!-- $0'])
      checkSilence(matter(inside), { lists: [former], asked: 'invoked' })
    checkSilence(matter('#### $0', '...'), { lists: [former] })
    checkSilence(`\ufeff${matter('### $0')}`)
    // a rule at the start of the file
    assert.ok(shownAt(`---${eol}${eol}### $0${eol}${eol}${list.replaceAll('---', '***')}`).includes('Falco'))
  }
  assert.ok(shownAt(`---\ntitle: Ideas\n---\n\n### $0\n\n${list}`).includes('Falco'))
})

/** The list with marks around its prose. */
const withProse = (text: string): string =>
  [
    'How to take part is written elsewhere.',
    'The lamp shows how high the water stands.',
    'Sailors asked for it.',
    'a page with a curve',
    'Write to us.',
  ].reduce((marked, piece) => marked.replace(piece, () => `$1${piece}$1`), text)

test('completion: nothing is offered that would change nothing, and no range leaves the line, at places all over the list', () => {
  const asking = { asked: 'invoked', lists: [former] } as const
  for (const text of [list, crlf(list), `\ufeff${list}`]) {
    for (let at = 0; at <= text.length; at += 13)
      if (text[at] !== '\n' || text[at - 1] !== '\r') shownAt(`${text.slice(0, at)}$0${text.slice(at)}`, asking)
  }
})

test('completion: a list of 1,000 ideas has more people than one can look through, and says so', () => {
  const idea = list.slice(list.indexOf('#### Show the tide'), list.indexOf('#### Read old logs'))
  const ideas = Array.from({ length: 1000 }, (_, index) =>
    idea.replaceAll('ada-fern', `ada-${index}`).replaceAll('bo-reed', `bo-${index}`),
  )
  const text = having('### Jaeger\n', `### Falco\n\n${ideas.join('')}\n### Jaeger\n`)
  const at = (typed: string) => ask(text.replace('  - Di Holm (@di-holm, di@example.org)', () => `  - ${typed}$0`))
  assert.deepEqual([at('').items.length, at('').incomplete], [400, true])
  assert.deepEqual([at('@bo-99').items.length > 10, at('@bo-99').items.length < 400], [true, true])
})
