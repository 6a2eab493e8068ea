import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createGithub } from '../../server/src/network/github.ts'
import { type Maintainers, readMaintainers } from '../../server/src/review/maintainers.ts'
import { reviewIdea } from '../../server/src/review/reviewIdea.ts'
import { reviewMarkdown } from '../../server/src/review/reviewMarkdown.ts'
import { finePoint, problemPoint, type ReviewPointId, reviewTitles, unknownPoint } from '../../server/src/review/reviewPoint.ts'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import { inEnglish, literalPhrase, noPhrase } from '../../server/src/text/phrase.ts'
import { type FakeAnswer, fakeGithub } from '../support/fakeGithub.ts'
import { readForeign } from '../support/foreignLists.ts'
import { read } from '../support/idea.ts'
import { ideaWith } from '../support/proposals.ts'

const fields = `- Description: Signatures travel along. They are checked at the other end.
- Expected Outcome: A registry that refuses what is not signed.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1`
const issue = '/repos/goharbor/harbor/issues/1'

/** The states and notes of the review of the first idea. */
async function reviewed(
  text: string,
  answers: Readonly<Record<string, FakeAnswer>> | null = null,
  maintainers: Maintainers | null = null,
): Promise<Readonly<Record<string, string>>> {
  const file = read(text, 'lfx-mentorship/2026/03-Sep-Nov/project_ideas.md')
  const findings = createLinter(rules).lint(file, {})
  const server = answers === null ? null : await fakeGithub(answers)
  const github = server && createGithub({ fetch, base: server.base, token: null })
  const project = file.projects[0]!
  const idea = project.ideas.at(-1)!
  const { points } = await reviewIdea(file, { project, idea, line: 5 }, { findings, github, maintainers })
  assert.deepEqual(
    points.map(({ id }) => id),
    Object.keys(reviewTitles),
  )
  return Object.fromEntries(
    points.map(({ id, state, note }) => [id, inEnglish(note) === '' ? state : `${state}: ${inEnglish(note)}`]),
  )
}

test('review: without the network five points are known, and nothing is sent', async () => {
  assert.deepEqual(await reviewed(ideaWith(fields)), {
    complete: 'fine',
    description: 'fine',
    outcome: 'fine',
    sameIssue: 'fine',
    project: 'fine',
    exists: 'unknown: GitHub was not asked',
    open: 'unknown: GitHub was not asked',
    unassigned: 'unknown: GitHub was not asked',
    handles: 'unknown: GitHub was not asked',
    maintainers: 'unknown: no file was given',
  })
})

test('review: what the list itself shows', async () => {
  const poor = fields
    .replace('Signatures travel along. They are checked at the other end.', 'Sign.')
    .replace('A registry that refuses what is not signed.', 'sign')
    .replace('goharbor/harbor', 'etcd-io/etcd')
    .replace('- Recommended Skills: Go\n', '')
  const twice = `${ideaWith(fields.replace('goharbor/harbor', 'etcd-io/etcd'))}\n#### Another\n\n${poor}\n`
  const points = await reviewed(twice)
  assert.match(points.complete!, /^problem: .*Recommended Skills/)
  assert.equal(points.description, 'problem: 5 characters, one sentence')
  assert.equal(points.outcome, 'problem: both are the same text')
  assert.match(points.sameIssue!, /^problem: /)
  assert.match(points.project!, /^problem: .*etcd/)
})

test('review: what is still the template’s is not filled in, as the preview says', async () => {
  const unfilled = [
    fields.replace('Ada Example (@ada, ada@example.org)', 'Jane Doe (@jane-github, jane@email.address)'),
    fields.replace('Ada Example (@ada, ada@example.org)', 'Name (@handle, email)'),
    fields.replace('Ada Example (@ada, ada@example.org)', 'Ada Example'),
    fields.replace('goharbor/harbor/issues/1', 'goharbor/harbor/issues/XXX'),
  ]
  for (const text of unfilled) assert.match((await reviewed(ideaWith(text))).complete!, /^problem: /, text)
})

/** What a review says of the description of the first idea in a list of another organization. */
async function descriptionIn(text: string, path?: string): Promise<string> {
  const file = readForeign(text, path)
  const project = file.projects[0]!
  const idea = project.ideas[0]!
  const { points } = await reviewIdea(file, { project, idea, line: 5 }, { findings: [], github: null, maintainers: null })
  const { state, note } = points.find(({ id }) => id === 'description')!
  return inEnglish(note) === '' ? state : `${state}: ${inEnglish(note)}`
}

test('review: prose below a title, or below the fields, is a description', async () => {
  const prose = 'The lamp turns too slowly. Ships wait for it.'
  const matter =
    '---\ntitle: Turn the lamp\nsize: 175h\ndifficulty: hard\nmentors:\n  - Mia Stone (@mia)\nskills: [Go, SQL]\n---\n'
  const outcome = '## Expected outcomes\n\n- A lamp that turns in a minute\n'
  for (const body of [
    `\n# Turn the lamp\n\n${prose}\n\n${outcome}`,
    `\n${prose}\n\n${outcome}`,
    `\n${outcome}\n## Why now\n\n${prose}\n`,
  ])
    for (const text of [matter + body, (matter + body).replaceAll('\n', '\r\n')])
      assert.equal(await descriptionIn(text, 'ideas/lamp.md'), 'fine', text)
  const summary = matter.replace('size:', 'description: A fast lamp\nsize:')
  assert.equal(await descriptionIn(`${summary}\n${prose}\n`, 'ideas/lamp.md'), 'fine')
  const table = '| Skills | Size | Mentors |\n|---|---|---|\n| Go | 175 hours | Mia Stone |\n'
  const items = '- **Skills:** Go\n- **Size:** 175 hours\n- **Mentors:** Mia Stone\n'
  for (const fields of [table, items])
    for (const order of [
      (title: string, text: string) => `## ${title}\n\n${text}\n\n${fields}`,
      (title: string, text: string) => `## ${title}\n\n${fields}\n${text}\n`,
    ]) {
      const list = `# Ideas\n\n${order('Turn the lamp', prose)}\n${order('Count the ships', 'Ships come in. They go.')}\n${order('Paint the stairs', 'They are gray. Paint them.')}`
      assert.equal(await descriptionIn(list), 'fine', list)
      assert.equal(await descriptionIn(list.replace(prose, '<!-- One day. Two days. -->')), 'problem: there is none', list)
      assert.equal(await descriptionIn(list.replace(prose, 'Turn it.')), 'problem: 8 characters, one sentence', list)
    }
  assert.equal(await descriptionIn(`${matter}\n# Turn the lamp\n\n${outcome}`, 'ideas/lamp.md'), 'problem: there is none')
})

test('review: a link to all issues of a repository is no issue of the project', async () => {
  for (const link of ['goharbor/harbor/issues/', 'goharbor/harbor/issues', 'goharbor/harbor/issues/XXX']) {
    const points = await reviewed(ideaWith(fields.replace('goharbor/harbor/issues/1', link)))
    assert.match(points.project!, /^problem: .*issue/, link)
    assert.equal(points.sameIssue, 'unknown: there is no issue', link)
  }
})

test('review: what GitHub says of the issue and of the mentors', async () => {
  const people = { '/users/ada': { body: { login: 'ada' } }, '/users/ben': { body: { login: 'ben' } } }
  const fine = await reviewed(ideaWith(fields), { [issue]: { body: { state: 'open', assignees: [] } }, ...people })
  assert.deepEqual([fine.exists, fine.open, fine.unassigned, fine.handles], ['fine', 'fine', 'fine', 'fine'])
  const bad = await reviewed(ideaWith(fields), {
    [issue]: { body: { state: 'closed', assignees: [{ login: 'eve' }] } },
    '/users/ada': people['/users/ada'],
  })
  assert.deepEqual(
    [bad.exists, bad.open, bad.unassigned, bad.handles],
    ['fine', 'problem: it is closed', 'problem: it is assigned to @eve', 'problem: GitHub has no @ben'],
  )
  const gone = await reviewed(ideaWith(fields), people)
  assert.deepEqual(
    [gone.exists, gone.open],
    ['problem: GitHub has no such issue, or its repository is private', 'unknown: there is no issue to see'],
  )
  const limited = { status: 403, headers: { 'retry-after': '60' } }
  const stopped = await reviewed(ideaWith(fields), { [issue]: limited })
  assert.match(stopped.exists!, /^unknown: GitHub's limit of requests is reached for now/)
  assert.match(stopped.handles!, /^unknown: GitHub's limit/)
  const odd = await reviewed(ideaWith(fields), { [issue]: { body: [] }, ...people })
  assert.deepEqual([odd.open, odd.unassigned], ['unknown: GitHub does not say', 'fine'])
})

const csv = `"Maturity",Project,Name,Company,"Github Name",Link
Graduated,Harbor,"Example, Ada",ACME,Ada,https://example.org
,,Cleo Example,ACME,cleo,
Graduated,etcd,Ben Example,ACME,ben,
`

test("review: the maintainers' file says who is in the list, and never who is no maintainer", async () => {
  const maintainers = readMaintainers(csv)
  assert.equal(
    (await reviewed(ideaWith(fields), null, maintainers)).maintainers,
    'problem: @ben is in the list for another project',
  )
  const eve = fields.replaceAll('ben', 'eve')
  assert.equal((await reviewed(ideaWith(eve), null, maintainers)).maintainers, 'problem: @eve is not in the list')
  const cleo = fields.replaceAll('ben', 'cleo')
  assert.equal((await reviewed(ideaWith(cleo), null, maintainers)).maintainers, 'fine')
  assert.equal(readMaintainers('a,b\nc,d\n'), null)
})

test('review: as Markdown a text of the list is only text', async () => {
  const point = { title: 'The upstream issue exists', state: 'problem', note: literalPhrase('no @ada | <b>') } as const
  const text = reviewMarkdown('a_b.md', [{ title: '[x](http://a)', project: 'Harbor', line: 3, points: [point] }], '2026-11-30')
  assert.ok(text.startsWith('## Review of a&#95;b.md, 2026-11-30\n\n### Harbor: &#91;x&#93;(http://a) (line 3)\n'))
  assert.ok(text.includes('| The upstream issue exists | **problem** | no &#64;ada &#124; &#60;b&#62; |'))
})

test('review: as Markdown an idea that was edited since is marked', () => {
  const review = { title: 'Sign', project: 'Harbor', line: 3, isStale: true, points: [] }
  const text = reviewMarkdown('a.md', [review, { ...review, line: 9, isStale: false }], '2026-11-30')
  assert.ok(text.includes('(line 3)\n\n*The idea was edited after this review.*\n\n| Point'))
  assert.ok(text.includes('(line 9)\n\n| Point'))
})

test('review: the title of a problem says what is wrong', () => {
  for (const [id, title] of Object.entries(reviewTitles)) {
    const problem = problemPoint(id as ReviewPointId, noPhrase).title
    assert.ok(problem !== title && problem !== '', id)
    assert.deepEqual([finePoint(id as ReviewPointId).title, unknownPoint(id as ReviewPointId, noPhrase).title], [title, title])
  }
})
