import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { nodeFolders } from '../../../server/src/platform/nodeFolders.ts'
import { type AgentToolAnswer, agentToolRequest } from '../../../server/src/protocol/agents.ts'
import { reportTableRequest, sitePageRequest } from '../../../server/src/protocol/publishing.ts'
import { lfxExportText } from '../../support/lfxExports.ts'
import { list } from '../../support/list.ts'
import { connect, pullCapabilities, type TestClient } from '../../support/server.ts'

const nonce = '0123456789abcdef0123456789abcdef'
const path = 'summerofcode/2026.md'

async function serverOn(context: TestContext, texts: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const client = connect({ readFile: nodeFolders.read, folders: nodeFolders })
  const uri = pathToFileURL(folder).href
  await client.request('initialize', {
    processId: null,
    rootUri: uri,
    capabilities: pullCapabilities,
    workspaceFolders: [{ uri, name: 'folder' }],
  })
  client.notify('initialized', {})
  return { client, uri }
}

const callTool = (client: TestClient, name: string, input?: unknown): Promise<AgentToolAnswer | null> =>
  client.request(agentToolRequest, { name, input })

test('publishing: the page of a workspace has every idea once, without addresses, and only its own script', async (context) => {
  const { client } = await serverOn(context, { [path]: list })
  const page = await client.request<string>(sitePageRequest, { title: 'Ideas', nonce })
  const titles = Array.from(page.matchAll(/<article [^>]*>\n<h3>([^<]*)/g), ([, title]) => title)
  assert.equal(titles.length, 3)
  assert.equal(new Set(titles).size, 3)
  assert.doesNotMatch(page, /@example\.(?:org|com)/)
  assert.ok(page.includes(`script-src 'nonce-${nonce}'`))
  assert.equal(page.match(/<script/g)?.length, 1)
})

test('publishing: unsaved text counts, and without ideas there is no page', async (context) => {
  const { client, uri } = await serverOn(context, { 'README.md': '# Nothing\n' })
  assert.equal(await client.request(sitePageRequest, { title: 'Ideas', nonce }), null)
  const textDocument = { uri: `${uri}/${path}`, languageId: 'markdown', version: 1, text: list }
  client.notify('textDocument/didOpen', { textDocument })
  assert.match(await client.request<string>(sitePageRequest, { title: 'Ideas', nonce }), /<article /)
})

test('publishing: a nonce that could leave its attribute is refused', async (context) => {
  const { client } = await serverOn(context, { [path]: list })
  assert.equal(await client.request(sitePageRequest, { title: 'Ideas', nonce: '"><script>' }), null)
})

test('publishing: a table of all lists', async (context) => {
  const { client } = await serverOn(context, { [path]: list })
  const table = await client.request<string>(reportTableRequest, { table: 'projects' })
  assert.match(table, /^\| Project \| Ideas \| Mentors \| LFX quota per term \|\n\| --- /)
  assert.equal(await client.request(reportTableRequest, { table: 'secrets' }), null)
})

test('publishing: a table of the lists of one year', async (context) => {
  const other = path.replace('2026', '2025')
  const { client } = await serverOn(context, {
    [path]: list,
    [other]: list.replaceAll('Harbor', 'Falco').replaceAll('Jaeger', 'Falco'),
  })
  const projectsOf = async (year: number | null): Promise<readonly boolean[]> => {
    const table = await client.request<string>(reportTableRequest, { table: 'projects', year })
    return ['Harbor', 'Falco'].map((project) => table.includes(`| ${project} |`))
  }
  assert.deepEqual(await Promise.all([null, 2026, 2025, 0].map(projectsOf)), [
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])
})

test('publishing: the page and the tables have the programs of exports, those of a list only once', async (context) => {
  const { client } = await serverOn(context, { 'lfx-mentorship/lfx-export.json': lfxExportText })
  const titlesOf = (page: string): readonly (string | undefined)[] =>
    Array.from(page.matchAll(/<article [^>]*>\n<h3>(?:<a [^>]*>)?([^<]*)/g), ([, title]) => title)
  const page = await client.request<string>(sitePageRequest, { title: 'Ideas', nonce })
  assert.deepEqual(titlesOf(page).toSorted(), ['Copy what is signed', 'Keep the log short'])
  assert.doesNotMatch(page, /@example\.(?:org|com)/)
  const table = await client.request<string>(reportTableRequest, { table: 'programs' })
  assert.match(
    table,
    /\| \[Copy what is signed\]\(https:\/\/mentorship\.lfx[^)]*\) \| \[Ada Example\]\(https:\/\/github\.com\/ada\), /,
  )
  assert.match(await client.request<string>(reportTableRequest, { table: 'mentors' }), /cleo@example\.org/)

  const listed = `# LFX

### Harbor

#### Copy what is signed

- Description: Signatures travel along.
- Mentor(s):
  - Ada Example (@ada, ada@example.org) - primary
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001/
`
  const both = await serverOn(context, {
    'lfx-mentorship/lfx-export.json': lfxExportText,
    'lfx-mentorship/2026/03-Sep-Nov/README.md': listed,
  })
  const once = await both.client.request<string>(sitePageRequest, { title: 'Ideas', nonce })
  assert.deepEqual(titlesOf(once).toSorted(), ['Copy what is signed', 'Keep the log short'])
  const rows = await both.client.request<string>(reportTableRequest, { table: 'programs' })
  assert.equal(rows.match(/Copy what is signed/g)?.length, 1)
})

test('publishing: tools for language models see the lists of the workspace, and no other files', async (context) => {
  const { client } = await serverOn(context, { [path]: list, 'secret.md': 'nothing of a list' })
  const found = await callTool(client, 'find_ideas')
  assert.match(found?.parts[0] ?? '', new RegExp(`^${path}:\\d+ `, 'm'))
  const checked = await callTool(client, 'check_ideas', { path })
  assert.match(checked?.parts[0] ?? '', / ideas? checked, /)
  assert.equal(checked?.isError, false)
  for (const outside of ['secret.md', '../secret.md', '/etc/hosts']) {
    assert.equal((await callTool(client, 'check_ideas', { path: outside }))?.isError, true, outside)
  }
  assert.equal((await callTool(client, 'check_ideas', { text: list, path: '../x.md' }))?.isError, true)
  const fixed = await callTool(client, 'apply_safe_fixes', { text: list.replace('- Mentor(s):', '- Mentors :'), path })
  assert.equal(fixed?.parts.length, 2)
  const form = await callTool(client, 'idea_template', { path, title: 'Count the bells' })
  assert.match(form?.parts[1] ?? '', /^#### Count the bells\n/)
  assert.equal(await callTool(client, 'none'), null)
})

test("publishing: check_proposal fills in the workspace's own form, with the LFIDs of its exports", async (context) => {
  const { client } = await serverOn(context, { [path]: list })
  const input = { path, title: 'Show the tide' }
  const plain = await callTool(client, 'check_proposal', input)
  assert.match(plain?.parts[1] ?? '', /^### CNCF Project\n/)
  const form =
    'name: Idea\nbody:\n  - { type: textarea, attributes: { label: Mentors, description: "with LFIDs" } }\n  - { type: textarea, attributes: { label: Description } }\n'
  const person = { name: 'Ada', github_handle: 'ada-fern', lfid: 'adax' }
  const exported = JSON.stringify({ programs: [{ cncf_project: 'Harbor', mentors: [person] }] })
  const files = {
    forms: [{ name: 'idea.yml', text: form }],
    exports: [{ name: 'lfx-export.json', text: exported }],
    repository: 'acme/lists',
  }
  const own = await client.request<AgentToolAnswer | null>(agentToolRequest, { name: 'check_proposal', input, files })
  assert.match(own?.parts[1] ?? '', /^### Mentors\n\n.*\| @ada-fern \| .* \| adax\n[\s\S]*### Description\n/)
  assert.equal(await client.request(agentToolRequest, { name: 'check_proposal', input, files: 'all' }), null)
})
