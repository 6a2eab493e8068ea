import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { lineSuggestion, postSuggestions, rightLines, suggestionComments } from '../../scripts/suggest.mjs'

const folder = mkdtempSync(join(tmpdir(), 'idea-files-suggest-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const text = '# List\n\n- Mentor(s):\n  - Ada @ada\n- Size: 175\n'
const edits = [{ line: 4, column: 9, endLine: 4, endColumn: 13, newText: '(@ada)' }]
const report = {
  files: [{ path: 'list.md', findings: [{ message: 'Odd for @all', code: 'mentor-format', fixes: [{ edits }] }] }],
}
const patch = '@@ -1,2 +1,5 @@\n # List\n \n+- Mentor(s):\n+  - Ada @ada\n+- Size: 175'
writeFileSync(join(folder, 'list.md'), text)
writeFileSync(join(folder, 'report.json'), JSON.stringify(report))
writeFileSync(join(folder, 'event.json'), JSON.stringify({ pull_request: { number: 7, head: { sha: 'abc' } } }))

/** GitHub's REST for one pull request on loopback. */
async function fakeGithub(comments, status = 200) {
  const posted = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      if (request.method === 'POST')
        posted.push({ url: request.url, body: JSON.parse(body), token: request.headers.authorization })
      const answer = request.url.includes('/files') ? [{ filename: 'list.md', patch }] : request.method === 'GET' ? comments : {}
      response.writeHead(request.method === 'POST' ? status : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  after(() => server.close())
  return { posted, url: `http://127.0.0.1:${server.address().port}` }
}

const env = (url, more = {}) => ({
  GITHUB_API_URL: url,
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_EVENT_PATH: join(folder, 'event.json'),
  GITHUB_REPOSITORY: 'acme/lists',
  GITHUB_WORKSPACE: folder,
  IDEA_FILES_GITHUB_TOKEN: 'secret',
  ...more,
})
const body = 'Odd for @\u200ball (`mentor-format`)\n\n```suggestion\n  - Ada (@ada)\n```'

test('suggest: the lines of a patch, and the lines that a fix changes', () => {
  assert.deepEqual([...rightLines(patch)].at(-1), [5, '- Size: 175'])
  assert.deepEqual(lineSuggestion(text, edits), { start: 4, end: 4, before: ['  - Ada @ada'], text: '  - Ada (@ada)' })
  const two = [...edits, { line: 5, column: 9, endLine: 5, endColumn: 12, newText: 'large\r\n- X' }]
  assert.equal(lineSuggestion(text, two).text, '  - Ada (@ada)\n- Size: large\n- X')
})

test('suggest: a review with one comment is posted once', async () => {
  const first = await fakeGithub([])
  assert.equal(await postSuggestions(join(folder, 'report.json'), env(first.url)), '1 suggestions were posted.')
  assert.deepEqual(first.posted, [
    {
      url: '/repos/acme/lists/pulls/7/reviews',
      body: { commit_id: 'abc', event: 'COMMENT', comments: [{ path: 'list.md', line: 4, side: 'RIGHT', body }] },
      token: 'Bearer secret',
    },
  ])
  const second = await fakeGithub([{ path: 'list.md', line: 4, body }])
  assert.equal(await postSuggestions(join(folder, 'report.json'), env(second.url)), '0 suggestions were posted.')
  assert.deepEqual(second.posted, [])
})

test('suggest: lines that the pull request does not show, or shows otherwise, get none; a fence cannot be closed', () => {
  const comments = (shown) => suggestionComments(report, () => text, new Map([['list.md', shown]]), [])
  assert.equal(comments('@@ -1 +1 @@\n+# List').length, 0)
  assert.equal(comments(patch.replace('Ada @ada', 'Eve @eve')).length, 0)
  const fenced = structuredClone(report)
  fenced.files[0].findings[0].fixes[0].edits[0].newText = '````'
  assert.ok(suggestionComments(fenced, () => text, new Map([['list.md', patch]]), [])[0].body.includes('`````suggestion\n'))
})

test('suggest: never on pull_request_target, not without a token; a token that may not write is said', async () => {
  const { url, posted } = await fakeGithub([], 403)
  const report = join(folder, 'report.json')
  await assert.rejects(
    postSuggestions(report, env(url, { GITHUB_EVENT_NAME: 'pull_request_target' })),
    /not posted on pull_request_target/,
  )
  await assert.rejects(postSuggestions(report, env(url, { IDEA_FILES_GITHUB_TOKEN: '' })), /need the input github-token/)
  assert.equal(posted.length, 0)
  await assert.rejects(postSuggestions(report, env(url)), /The token may not write to this pull request/)
})
