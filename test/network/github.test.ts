import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createGithub, type Github, type GithubAnswer } from '../../server/src/network/github.ts'
import { inEnglish } from '../../server/src/text/phrase.ts'
import { fakeGithub } from '../support/fakeGithub.ts'

const why = (answer: GithubAnswer): string => (answer.kind === 'unknown' ? inEnglish(answer.why) : answer.kind)

test('network: what is there, what is not, and the headers of a request', async () => {
  const { base, asked } = await fakeGithub({ '/users/ada': { body: { login: 'ada' } }, '/gone': { status: 410 } })
  const github = createGithub({ fetch, base, token: 'secret' })
  assert.deepEqual(await github.get('/users/ada'), { kind: 'found', data: { login: 'ada' } })
  assert.deepEqual([await github.get('/users/eve'), await github.get('/gone')], [{ kind: 'missing' }, { kind: 'missing' }])
  assert.deepEqual(asked[0], { path: '/users/ada', method: 'GET', token: 'Bearer secret', body: '' })
  const unsigned = createGithub({ fetch, base, token: null })
  await unsigned.get('/users/ada')
  assert.equal(asked.at(-1)!.token, undefined)
})

test('network: the rate limit stops all that follows, with the time', async () => {
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Date.UTC(2026, 10, 30, 12, 34) / 1000) }
  const { base, asked } = await fakeGithub({ '/a': { status: 403, headers } })
  const github = createGithub({ fetch, base, token: null })
  const limited = "GitHub's limit of requests is reached until 12:34 UTC; give a GITHUB_TOKEN, or try again then"
  assert.deepEqual([why(await github.get('/a')), why(await github.get('/b'))], [limited, limited])
  assert.equal(asked.length, 1)
})

test('network: a refusal, a wrong token, an error of the server and broken JSON are sentences', async () => {
  const { base } = await fakeGithub({
    '/no': { status: 403 },
    '/bad': { status: 502 },
    '/odd': { body: '{"a":' },
    '/token': { status: 401 },
  })
  const github = createGithub({ fetch, base, token: 'old' })
  assert.equal(why(await github.get('/no')), 'GitHub refuses it: the token may not see or do this; use one that may')
  assert.equal(why(await github.get('/bad')), 'GitHub answered with 502; try again later')
  assert.equal(why(await github.get('/odd')), 'the answer of GitHub is not JSON; try again later')
  assert.equal(why(await github.get('/token')), 'GitHub does not accept the token; renew it, or leave it out')
})

test('network: a slow server and none at all are sentences', async () => {
  const { base } = await fakeGithub({ '/slow': { hang: true } })
  assert.equal(
    why(await createGithub({ fetch, base, token: null, timeoutMs: 100 }).get('/slow')),
    'GitHub did not answer within 0.1 s; try again',
  )
  const nowhere = createGithub({ fetch, base: 'http://127.0.0.1:1', token: null })
  assert.equal(why(await nowhere.get('/a')), 'GitHub cannot be reached; check the network')
})

test('network: redirects are followed on the same host only, and the token goes nowhere else', async () => {
  const other = await fakeGithub({ '/b': { body: {} } })
  const { base } = await fakeGithub({
    '/old': { status: 301, headers: { location: '/new' } },
    '/new': { body: { ok: true } },
    '/away': { status: 302, headers: { location: `${other.base}/b` } },
    '/round': { status: 301, headers: { location: '/round' } },
  })
  const github = createGithub({ fetch, base, token: 'secret' })
  assert.deepEqual(await github.get('/old'), { kind: 'found', data: { ok: true } })
  for (const path of ['/away', '/round'])
    assert.equal(
      why(await github.get(path)),
      'GitHub redirected the request to another site, which is not followed; check the link',
    )
  assert.equal(other.asked.length, 0)
})

test('network: at most 60 requests without a token', async () => {
  const { base, asked } = await fakeGithub({})
  const github = createGithub({ fetch, base, token: null })
  for (let count = 0; count < 60; count++) assert.equal((await github.get(`/${count}`)).kind, 'missing')
  assert.match(why(await github.get('/61')), /^60 requests are enough for one review; with GITHUB_TOKEN there are more$/)
  assert.equal(asked.length, 60)
})

test('network: an answer of more than 2 MB is not read', async () => {
  const { base } = await fakeGithub({ '/long': { body: JSON.stringify('x'.repeat(3_000_000)) } })
  assert.equal(
    why(await createGithub({ fetch, base, token: null }).get('/long')),
    'the answer of GitHub is too long; look there yourself',
  )
})

test('github: what was sent and taken counts as done, whatever the answer looks like; after a time-out it may be', async () => {
  const { base } = await fakeGithub({ '/taken': { status: 201, body: '{' }, '/slow': { hang: true } })
  const github = (timeoutMs: number): Github => createGithub({ fetch, base, token: 'a', timeoutMs })
  assert.deepEqual(await github(60_000).post('/taken', {}), { kind: 'found', data: null })
  const slow = await github(50).post('/slow', {})
  assert.match(why(slow), /the request may have been carried out, so look before you try again$/)
})
