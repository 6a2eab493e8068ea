import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cncfForm, cncfProposalQuota } from '../../server/src/forms/cncfForm.ts'
import { lfidsIn } from '../../server/src/forms/lfids.ts'
import { read } from '../support/idea.ts'
import { fineFields, ideaWith, onlyProposal, parseIssueBody, proposalsOf } from '../support/proposals.ts'

const errorsOf = (text: string): readonly (readonly [string, string])[] =>
  onlyProposal(text)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ field, message }) => [field, message])

test('proposal: every input is answered in the order of the form, and a parser of issue forms reads it back', () => {
  const { title, body } = onlyProposal(ideaWith(fineFields))
  assert.equal(title, '[CNCF LFX Proposal] Harbor Sign what is copied')
  const parsed = parseIssueBody(body)
  assert.deepEqual(
    [...parsed.keys()],
    cncfForm().fields.map(({ label }) => label),
  )
  assert.equal(parsed.get('CNCF Project'), 'Harbor')
  assert.equal(parsed.get('Term'), '2026 Term 3 (Sep-Nov)')
  assert.equal(parsed.get('Program Name'), 'Sign what is copied')
  assert.equal(
    parsed.get('Program Description'),
    '## Description\n\nSignatures travel along.\n\n## Expected outcomes\n\nThey do.',
  )
  assert.equal(parsed.get('Technologies'), 'Go, Rust')
  assert.deepEqual(parsed.get('Skills same as Technologies?'), [
    { label: 'Yes, the required skills are the same as the technologies listed above.', chosen: true },
  ])
  assert.equal(parsed.get('Required/Desirable Skills'), '')
  assert.equal(parsed.get('Mentors'), 'Ada Example | @ada | ada@example.org |')
  assert.equal(parsed.get('Upstream Issue URL'), 'https://github.com/goharbor/harbor/issues/1')
  assert.equal(parsed.get('Custom Prerequisite Name'), '')
})

test('proposal: technologies are the technologies, and other skills go into their own input', () => {
  const text = ideaWith(
    fineFields.replace('- Recommended Skills: Go, Rust', '- Recommended Skills: writing, Rust\n- Technologies: Go, gRPC'),
  )
  const parsed = parseIssueBody(onlyProposal(text).body)
  assert.equal(parsed.get('Technologies'), 'Go, gRPC')
  assert.equal(parsed.get('Required/Desirable Skills'), 'writing, Rust')
  assert.deepEqual(parsed.get('Skills same as Technologies?'), [
    { label: 'Yes, the required skills are the same as the technologies listed above.', chosen: false },
  ])
})

test('proposal: the primary mentor comes first, with the LFID of an export', () => {
  const text = ideaWith(
    fineFields.replace('ada@example.org)', 'ada@example.org)\n  - Ben Example (@Ben-X, ben@example.org) - primary'),
  )
  const person = { name: 'Ben', github_handle: '@ben-x', email: '', lfid: 'benx', role: 'primary' }
  const program = { cncf_project: 'Harbor', program_name_short: '', program_name_full: '', description: '', technologies: '' }
  const exported = { programs: [{ ...program, skills: '', mentors: [person], upstream_issue_url: '', lfx_url: '', term: '' }] }
  const { body, problems } = onlyProposal(text, { lfid: lfidsIn([exported]) })
  assert.equal(
    parseIssueBody(body).get('Mentors'),
    'Ben Example | @Ben-X | ben@example.org | benx\nAda Example | @ada | ada@example.org |',
  )
  assert.deepEqual(
    problems.map(({ severity, message }) => [severity, message]),
    [['warning', 'Ada Example has no LFID. Proposals are approved only with one.']],
  )
})

test('proposal: a full title of 100 characters is fine, one of 101 is refused with the length that fits', () => {
  // "CNCF - Harbor: " and " (2026 Term 3)" leave 71
  assert.deepEqual(errorsOf(ideaWith(fineFields, { title: 'x'.repeat(71) })), [])
  assert.deepEqual(errorsOf(ideaWith(fineFields, { title: 'x'.repeat(72) })), [
    [
      'program_name',
      'The name has 72 characters; expected at most 71, because the full name "CNCF - Harbor: … (term)" can have 100.',
    ],
  ])
  assert.deepEqual(
    onlyProposal(ideaWith(fineFields, { title: 'x'.repeat(71) })).fields.find(({ id }) => id === 'program_name')?.counter,
    {
      used: 71,
      max: 71,
    },
  )
})

test('proposal: a description of 3,000 characters is fine, one of 3,001 is refused', () => {
  const around = '## Description\n\n\n\n## Expected outcomes\n\nThey do.'.length
  const fields = (length: number): string => fineFields.replace('Signatures travel along.', 'y'.repeat(length - around))
  assert.deepEqual(errorsOf(ideaWith(fields(3000))), [])
  assert.deepEqual(errorsOf(ideaWith(fields(3001))), [
    ['program_description', 'The description has 3,001 characters including headings; expected at most 3,000.'],
  ])
})

test('proposal: an address of 8,000 characters is fine, a longer one is reported with what to do instead', () => {
  const addressOf = (length: number) => onlyProposal(ideaWith(fineFields.replace('Signatures travel along.', 'y'.repeat(length))))
  const short = addressOf(100).url!.length
  const atLimit = addressOf(8000 - short + 100)
  assert.equal(atLimit.url!.length, 8000)
  assert.deepEqual(
    atLimit.problems.filter(({ field }) => field === 'url'),
    [],
  )
  const [problem] = addressOf(8001 - short + 100).problems.filter(({ field }) => field === 'url')
  assert.equal(problem?.severity, 'warning')
  assert.match(problem!.message, /8,001 characters.*Copy the body/)
})

test('proposal: the address opens the issue with title and body, and names no form', () => {
  const { url, title, body } = onlyProposal(ideaWith(fineFields))
  const parsed = new URL(url!)
  assert.equal(`${parsed.origin}${parsed.pathname}`, 'https://github.com/cncf/mentoring/issues/new')
  assert.deepEqual(
    [...parsed.searchParams],
    [
      ['title', title],
      ['body', body],
    ],
  )
})

test('proposal: half of a surrogate pair does not stop the address', () => {
  const { url } = onlyProposal(ideaWith(fineFields.replace('travel', '\ud83d travel')))
  assert.ok(new URL(url!).searchParams.get('body')?.includes('\ufffd travel'))
})

test('proposal: what the form refuses is an error of its input', () => {
  const without = (label: string): string =>
    fineFields
      .split('\n')
      .filter((line) => !line.startsWith(`- ${label}`))
      .join('\n')
  const cases: readonly (readonly [string, string, string])[] = [
    [
      ideaWith(fineFields, { project: 'Nobody Knows It' }),
      'cncf_project',
      '"Nobody Knows It" is not one of the form\'s projects.',
    ],
    [ideaWith(without('Upstream')), 'upstream_issue_url', 'This idea has no upstream issue URL.'],
    [
      ideaWith(without('Recommended')),
      'technologies',
      'This idea lists no technologies or skills, but the form requires technologies.',
    ],
    [
      ideaWith(fineFields.replace('(@ada, ada@example.org)', '(@ada)')),
      'mentors',
      'Ada Example has no usable email address, which the form asks for.',
    ],
    [
      ideaWith(fineFields.replace('(@ada, ada@example.org)', '(ada@example.org)')),
      'mentors',
      'Ada Example has no GitHub handle, which the form asks for.',
    ],
    [
      ideaWith(fineFields.replace('ada@example.org)', 'ada@example.org)\n  - Ada Example (@ada, other@example.org)')),
      'mentors',
      'Ada Example is listed twice.',
    ],
  ]
  for (const [text, field, message] of cases) assert.deepEqual(errorsOf(text), [[field, message]], text)
})

test('proposal: a line that begins with "### " would cut the description, and is refused', () => {
  const text = ideaWith(fineFields.replace('Signatures travel along.', 'Signatures travel.\n\n  ### How\n\n  Along.'))
  const [[field, message] = ['', '']] = errorsOf(text)
  assert.equal(field, 'program_description')
  assert.match(message, /^A line of the description starts with "### " \("### How"\)/)
})

test('proposal: five mentors are one too many, four are not', () => {
  const mentors = (count: number): string =>
    Array.from({ length: count }, (_, at) => `  - Nr ${'abcde'[at]} Example (@nr-${at}, nr${at}@example.org)`).join('\n')
  const fields = (count: number): string => fineFields.replace('  - Ada Example (@ada, ada@example.org)', mentors(count))
  assert.deepEqual(errorsOf(ideaWith(fields(4))), [])
  assert.deepEqual(errorsOf(ideaWith(fields(5))), [['mentors', 'This idea has 5 mentors; expected at most 4.']])
})

test('proposal: an LFID has letters, digits, ".", "_" and "-" only', () => {
  const odd = onlyProposal(ideaWith(fineFields), { lfid: () => 'ada example' }).problems
  assert.deepEqual(
    odd.map(({ severity, message }) => [severity, message]),
    [['error', 'The LFID "ada example" is not valid. LFIDs have letters, digits, ".", "_" and "-".']],
  )
  assert.deepEqual(onlyProposal(ideaWith(fineFields), { lfid: () => 'a.d_a-1' }).problems, [])
})

test('proposal: the headings of lists are the options of the form', () => {
  const expected: readonly (readonly [string, string])[] = [
    ['OPA', 'Open Policy Agent (OPA)'],
    ['Open Policy Agent', 'Open Policy Agent (OPA)'],
    ['OpenTelemetry', 'OpenTelemetry'],
    ['Argo CD', 'Argo'],
    ['Kubernetes SIG Node', 'Kubernetes'],
    ['CNCF Project: Harbor', 'Harbor'],
    ['Notary', 'Notary Project'],
    ['LitmusChaos', 'Litmus'],
    ['WasmEdge', 'WasmEdge Runtime'],
  ]
  for (const [project, option] of expected) {
    const { body } = onlyProposal(ideaWith(fineFields, { project }))
    assert.equal(parseIssueBody(body).get('CNCF Project'), option, project)
  }
})

test('proposal: the only term that the form offers is taken, and said to be another one than that of the list', () => {
  const messagesAt = (path: string): readonly string[] =>
    proposalsOf(read(ideaWith(fineFields), path), cncfForm(), { lfid: () => 'a' })[0]!.problems.map(({ message }) => message)
  assert.deepEqual(messagesAt('lfx-mentorship/2026/01-Mar-May/project_ideas.md'), [
    'This list is of 2026 Term 1 (Mar-May), but the form takes 2026 Term 3 (Sep-Nov) only.',
  ])
  assert.deepEqual(messagesAt('lfx-mentorship/2026/03-Sep-Nov/project_ideas.md'), [])
  assert.deepEqual(messagesAt('summerofcode/2026.md'), [
    'This list is of GSoC 2026, which is another program; the form takes 2026 Term 3 (Sep-Nov) only.',
  ])
})

test('proposal: a form of the same program has nothing to say about the list', () => {
  const form = { ...cncfForm(), name: 'GSoC idea' }
  const [proposal] = proposalsOf(read(ideaWith(fineFields), 'summerofcode/2026.md'), form, { lfid: () => 'a' })
  assert.deepEqual(proposal!.problems, [])
})

test('proposal: a term that the form does not offer is refused, and so is none where it offers several', () => {
  assert.deepEqual(
    onlyProposal(ideaWith(fineFields), { term: '2025 Term 1', lfid: () => 'a' }).problems.map(({ message }) => message),
    ['"2025 Term 1" is not one of the form\'s terms; expected 2026 Term 3 (Sep-Nov).'],
  )
  assert.deepEqual(onlyProposal(ideaWith(fineFields), { term: '2026 term 3', lfid: () => 'a' }).problems, [])
  const form = cncfForm()
  const fields = form.fields.map((field) =>
    field.id === 'term' ? { ...field, options: ['2027 Term 1 (Mar-May)', '2027 Term 2 (Jun-Aug)'] } : field,
  )
  const [proposal] = proposalsOf(read(ideaWith(fineFields)), { ...form, fields }, { lfid: () => 'a' })
  assert.deepEqual(
    proposal!.problems.map(({ message }) => message),
    ['No term was chosen; expected 2027 Term 1 (Mar-May) or 2027 Term 2 (Jun-Aug).'],
  )
})

test('proposal: the fifth idea of a project is over its quota, and Kubernetes has eight', () => {
  const list = (project: string, count: number): string =>
    `## Ideas\n\n### ${project}\n\n${Array.from({ length: count }, (_, at) => `#### Idea ${at}\n\n${fineFields.replace('issues/1', `issues/${at}`)}\n`).join('\n')}`
  const over = (project: string, count: number): number =>
    proposalsOf(read(list(project, count))).filter(({ problems }) => problems.some(({ field }) => field === 'cncf_project'))
      .length
  assert.deepEqual([over('Harbor', 4), over('Harbor', 5), over('Kubernetes', 8), over('Kubernetes', 9)], [0, 1, 0, 1])
  assert.deepEqual([cncfProposalQuota('Harbor'), cncfProposalQuota('Kubernetes')], [4, 8])
})
