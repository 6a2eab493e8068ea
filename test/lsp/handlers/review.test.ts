import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReviewAnswer, type ReviewParams, reviewRequest } from '../../../server/src/protocol/review.ts'
import { inEnglish } from '../../../server/src/text/phrase.ts'
import { fineFields, ideaWith } from '../../support/proposals.ts'
import { connect, rangeIn, type TestClient, timeout, uri } from '../../support/server.ts'

const text = ideaWith(fineFields)
const params = (more: Partial<ReviewParams> = {}): ReviewParams => ({
  textDocument: { uri },
  position: rangeIn(text, 'Ada Example').start,
  date: '2026-11-30',
  answers: [],
  maintainers: null,
  ...more,
})

async function opened(): Promise<TestClient> {
  const client = connect()
  await client.initialize()
  client.open(text)
  return client
}

const stateOf = (answer: ReviewAnswer, title: string) =>
  answer.ideas[0]?.points.flatMap((point) => (point.title === title ? [point.state, inEnglish(point.note)] : []))

test('review: ten points of the idea at a position, and what GitHub would have to be asked', { timeout }, async () => {
  const client = await opened()
  const answer = await client.request<ReviewAnswer>(reviewRequest, params())
  assert.deepEqual(
    answer.ideas.map(({ title, project, points }) => [title, project, points.length]),
    [['Sign what is copied', 'Harbor', 10]],
  )
  assert.deepEqual(stateOf(answer, 'The upstream issue is open'), ['unknown', 'GitHub was not asked'])
  assert.ok(answer.asks.includes('/users/ada'))
  assert.equal(answer.asks.filter((path) => /^\/repos\/[\w-]+\/[\w.-]+\/issues\/\d+$/.test(path)).length, 1)
})

test('review: answers of GitHub become points, and nothing is left to ask', { timeout }, async () => {
  const client = await opened()
  const { asks } = await client.request<ReviewAnswer>(reviewRequest, params())
  const answers = asks.map((path) =>
    path.startsWith('/users/')
      ? ({ path, kind: 'missing' } as const)
      : ({ path, kind: 'found', data: { state: 'closed', assignees: [] } } as const),
  )
  const answer = await client.request<ReviewAnswer>(reviewRequest, params({ answers }))
  assert.deepEqual(stateOf(answer, 'The upstream issue is not open'), ['problem', 'it is closed'])
  assert.deepEqual(stateOf(answer, 'The upstream issue is assigned to nobody'), ['fine', ''])
  assert.equal(stateOf(answer, 'Not all mentors have these handles')?.[0], 'problem')
  assert.deepEqual(answer.asks, [])
})

test('review: the whole list, no idea, and parameters that make no sense', { timeout }, async () => {
  const client = await opened()
  const whole = await client.request<ReviewAnswer>(reviewRequest, params({ position: null }))
  assert.equal(whole.ideas.length, 1)
  for (const odd of [null, {}, params({ date: 'today' }), params({ position: { line: 0, character: 0 } })])
    assert.equal(await client.request(reviewRequest, odd), null)
})

const hoverAt = async (client: TestClient, place: string): Promise<string> =>
  JSON.stringify(await client.request('textDocument/hover', { textDocument: { uri }, position: rangeIn(text, place).start }))

test('review: hovers show what the last review saw, with its date', { timeout }, async () => {
  const client = await opened()
  assert.doesNotMatch(await hoverAt(client, 'https://github.com/goharbor'), /Review of/)
  const issue = { path: '/repos/goharbor/harbor/issues/1', kind: 'found', data: { state: 'closed', assignees: [] } } as const
  const maintainers = 'Graduated,Harbor,Ben,ACME,ben\n'
  await client.request(reviewRequest, params({ answers: [issue, { path: '/users/ada', kind: 'missing' }], maintainers }))
  assert.match(await hoverAt(client, 'https://github.com/goharbor'), /Review of 2026\S*11\S*30: closed, not assigned/)
  const mentor = await hoverAt(client, 'Ada Example')
  assert.match(mentor, /Review of 2026\S*11\S*30: GitHub has no such account/)
  assert.match(mentor, /Review of 2026\S*11\S*30: not in the maintainers' file/)
})

test('review: what a server gives to be kept, the next one shows', { timeout }, async () => {
  const client = await opened()
  const answers = [{ path: '/users/ada', kind: 'missing' } as const]
  const first = await client.request<ReviewAnswer>(reviewRequest, params())
  assert.equal(first.seen, null)
  const { seen } = await client.request<ReviewAnswer>(reviewRequest, params({ answers }))
  const next = connect()
  await next.initialize({}, { seenReviews: seen })
  next.open(text)
  assert.match(await hoverAt(next, 'Ada Example'), /Review of 2026\S*11\S*30: GitHub has no such account/)
  const odd = connect()
  await odd.initialize({}, { seenReviews: { version: 2, answers: 'none' } })
  odd.open(text)
  assert.doesNotMatch(await hoverAt(odd, 'Ada Example'), /Review of/)
})

test("review: problems have places in the text, and the maintainers' file is read", { timeout }, async () => {
  const client = await opened()
  const issue = { path: '/repos/goharbor/harbor/issues/1', kind: 'found', data: { state: 'closed', assignees: [] } } as const
  const answer = await client.request<ReviewAnswer>(
    reviewRequest,
    params({ answers: [issue], maintainers: 'Graduated,Harbor,Ben,ACME,ben\n' }),
  )
  const problems = answer.ideas[0]?.points.flatMap(({ problem }) => problem ?? [])
  const link = rangeIn(text, 'https://github.com/goharbor/harbor/issues/1')
  assert.deepEqual(
    problems?.filter(({ message }) => message.startsWith('Upstream')),
    [{ range: link, message: 'Upstream issue: it is closed (review of 2026-11-30).' }],
  )
  assert.deepEqual(
    problems?.find(({ message }) => message.startsWith('Maintainers')),
    { range: rangeIn(text, 'Mentor(s)'), message: "Maintainers' file: @ada is not in the list (review of 2026-11-30)." },
  )
  assert.deepEqual(answer.ideas[0]?.projectHeading, rangeIn(text, '### Harbor'))
  assert.equal(answer.isMaintainersFileOdd, false)
  const odd = await client.request<ReviewAnswer>(reviewRequest, params({ maintainers: 'a,b\n' }))
  assert.equal(odd.isMaintainersFileOdd, true)
})
