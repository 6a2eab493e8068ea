import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { good } from '../support/goodList.ts'
import { withoutLinks } from '../support/links.ts'

const base = mkdtempSync(join(tmpdir(), 'idea-files-mcp-'))
const workspace = join(base, 'workspace')
const list = 'programs/summerofcode/2026.md'
mkdirSync(join(workspace, 'programs/summerofcode'), { recursive: true })
mkdirSync(join(base, 'elsewhere'))
writeFileSync(join(workspace, list), good)
writeFileSync(join(base, 'secret.md'), good.replaceAll('Harbor', 'Secret'))
writeFileSync(join(base, 'elsewhere/2026.md'), good.replaceAll('Harbor', 'Secret'))
if (!withoutLinks) {
  symlinkSync('../secret.md', join(workspace, 'linked.md'))
  symlinkSync('../elsewhere', join(workspace, 'folder'))
}

/** A real client of the protocol, from npm, and a file of `dist/` as it is built. */
async function connectTo(file: string): Promise<Client> {
  const connected = new Client({ name: 'test', version: '1' })
  const args = [join(process.cwd(), 'dist', file), 'mcp']
  await connected.connect(new StdioClientTransport({ command: process.execPath, args, cwd: workspace }))
  return connected
}

let client: Client
before(async () => {
  client = await connectTo('cli.js')
})
after(async () => {
  await client.close()
  rmSync(base, { recursive: true, force: true })
})

interface Answered {
  readonly isError: boolean
  readonly parts: readonly string[]
}

async function call(name: string, input: Readonly<Record<string, unknown>>): Promise<Answered> {
  const { content, isError } = await client.callTool({ name, arguments: input })
  assert.ok(Array.isArray(content))
  return { isError: isError === true, parts: content.map((part) => String(part.text)) }
}

const codesIn = (answer: Answered): readonly string[] =>
  Array.from((answer.parts[0] ?? '').matchAll(/^\d+:\d+ \w+ ([a-z-]+):/gm), ([, code]) => code!).toSorted()

test('mcp: the client learns the tools, with schemas, and that they only read', async () => {
  const { tools } = await client.listTools()
  assert.deepEqual(
    tools.map(({ name }) => name),
    ['find_ideas', 'idea_template', 'check_ideas', 'apply_safe_fixes', 'explain_rule', 'check_proposal'],
  )
  for (const { inputSchema, annotations, description } of tools) {
    assert.equal(inputSchema.type, 'object')
    assert.equal(annotations?.readOnlyHint, true)
    assert.ok(description)
  }
  assert.equal(client.getServerVersion()?.name, 'idea-files')
})

test('mcp: the server of the extension has the same tools as the command line', async () => {
  const ofExtension = await connectTo('start.js')
  assert.deepEqual(await ofExtension.listTools(), await client.listTools())
  await ofExtension.close()
})

test('mcp: an agent lays an idea out, checks it, applies the safe fixes, and fixes the rest itself', async () => {
  const { parts } = await call('idea_template', { program: 'gsoc', project: 'Harbor', title: 'Sign what is copied' })
  const [, form = ''] = parts
  // the agent fills the form in, with four slips
  const filled = form
    .replace(/- Description: $/m, '- Description: Images lose their signatures when they are copied between two registries.')
    .replace(/- Expected Outcome: \n/, '')
    .replace(/- Recommended Skills: $/m, '- Recommended Skills: Go, Cosign')
    .replace('size: small (~90 hour projects)', 'size: medum')
    .replaceAll(
      /(?<=small \(~90 hour projects\)\n- Mentor\(s\):\n|size: medum\n- Mentor\(s\):\n)(?: {2}- .*\n)+/g,
      '  - Ada Example (@ada-example, ada@example.org)\n',
    )
    .replace('(#sign-what-is-copied)', '(#sign-what-is-copid)')
    .replace('harbor/issues/\n', 'harbor/issues/2001\n')
  const first = await call('check_ideas', { text: filled, program: 'gsoc' })
  assert.deepEqual(codesIn(first), ['invalid-size', 'mentor-count', 'missing-field', 'toc-broken-link'])
  const [said, fixed = ''] = (await call('apply_safe_fixes', { text: filled, program: 'gsoc' })).parts
  assert.match(said!, /changed/)
  const second = await call('check_ideas', { text: fixed, program: 'gsoc' })
  const rest = codesIn(second)
  assert.ok(!rest.includes('toc-broken-link'))
  assert.ok(rest.includes('mentor-count'), 'only a person knows the second mentor')
  const explained = await call('explain_rule', { code: 'mentor-count' })
  assert.match(explained.parts[0]!, /^# mentor-count\n/)
  const done = fixed
    .replace('- Recommended Skills: Go', '- Expected Outcome: Copied images keep their signatures.\n- Recommended Skills: Go')
    .replace('size: medum', 'size: medium (~175 hour projects)')
    .replace('ada@example.org)\n', 'ada@example.org) - primary\n  - Ben Example (@ben-example, ben@example.org)\n')
  assert.match((await call('check_ideas', { text: done, program: 'gsoc' })).parts[0]!, /1 idea checked, no problems\.$/)
})

test('mcp: idea_template puts an idea into its place in a list', async () => {
  const { parts } = await call('idea_template', { path: list, project: 'Harbor', title: 'Count what is copied' })
  const edits: readonly { readonly line: number; readonly newText: string }[] = JSON.parse(parts[2]!)
  assert.equal(edits.length, 2)
  assert.ok(edits[0]!.newText.includes('[Count what is copied](#count-what-is-copied)'))
  assert.ok(edits[1]!.newText.endsWith(parts[1]!))
})

test('mcp: find_ideas knows a skill under its other names, mentors by handle, and shows no address', async () => {
  const { parts } = await call('find_ideas', { skill: 'golang', project: 'harbor' })
  assert.match(parts[0]!, /^programs\/summerofcode\/2026\.md:\d+ Sign what is copied \(Harbor\); mentors: /m)
  assert.doesNotMatch(parts[0]!, /example\.org|Secret/)
  assert.match((await call('find_ideas', { mentor: '@nobody-at-all' })).parts[0]!, /^0 ideas found/)
})

test('mcp: check_proposal says what the form would refuse', async () => {
  const { parts } = await call('check_proposal', { path: list, title: 'Sign what is copied' })
  assert.match(parts[0]!, /"Sign what is copied": \d+ problems?\n {2}(?:error|warning) /)
  assert.match(parts[1]!, /^### /)
})

test('mcp: what is outside the workspace is refused, also by links', async () => {
  for (const path of [
    '../secret.md',
    join(base, 'secret.md'),
    ...(withoutLinks ? [] : ['linked.md', 'folder/2026.md']),
    'programs/../../secret.md',
  ]) {
    for (const name of ['check_ideas', 'idea_template', 'check_proposal']) {
      const { isError, parts } = await call(name, { path })
      assert.ok(isError, `${name} ${path}`)
      assert.match(parts[0]!, /outside the workspace/)
      assert.doesNotMatch(parts.join('\n'), /Secret/)
    }
    const { isError } = await call('apply_safe_fixes', { text: good, path })
    assert.ok(isError, path)
  }
})

test('mcp: wrong input, unknown tools and missing files are answered in words', async () => {
  assert.deepEqual(await call('check_ideas', { path: 'none.md' }), {
    isError: true,
    parts: ['none.md: no such file or folder'],
  })
  assert.match((await call('check_ideas', {})).parts[0]!, /expected one of them/)
  const wrong: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
    ['explain_rule', { code: 7 }, /^The input of explain_rule is not valid\. code: expected string$/],
    ['explain_rule', {}, /not valid\. code: expected string$/],
    ['apply_safe_fixes', { text: 'x'.repeat(400_001) }, /not valid\. text: longer than 400000 characters$/],
    ['find_ideas', { skills: 'Go' }, /not valid\. unknown input skills; expected project, mentor, skill or title$/],
    [
      'check_ideas',
      { text: good, program: 'none' },
      /^There is no program "none"; expected gsoc, .* or lfx-accepted, or one of the/,
    ],
    ['check_ideas', { path: 'a\0.md' }, /: not a valid path$/],
    ['check_proposal', { path: list, title: 'None' }, /^The list has no idea "None"; find_ideas has its titles\.$/],
  ]
  for (const [name, input, message] of wrong) {
    const { isError, parts } = await call(name, input)
    assert.ok(isError, name)
    assert.match(parts[0]!, message)
  }
  // some models send null for what they leave out
  assert.equal((await call('find_ideas', { skill: 'Go', project: null })).isError, false)
  await assert.rejects(call('delete_everything', {}), /no tool delete_everything/)
})

test('mcp: nothing was written', () => {
  const linked = withoutLinks ? [] : ['folder', 'linked.md']
  assert.deepEqual(readdirSync(workspace).toSorted(), [...linked, 'programs'])
})
