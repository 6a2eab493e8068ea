import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type * as vscode from 'vscode'
import { type McpEditor, registerMcpServers } from '../../../client/src/languageModel/mcpServers.ts'

const program = { command: '/usr/bin/node', args: ['dist/server.js', 'mcp'], env: { ELECTRON_RUN_AS_NODE: '1' } }

/** As VS Code 1.101 has it. */
class McpStdioServerDefinition {
  readonly given: readonly unknown[]
  cwd: unknown
  constructor(...given: readonly unknown[]) {
    this.given = given
  }
}

interface Provider {
  readonly provideMcpServerDefinitions: () => readonly McpStdioServerDefinition[]
}

const folderAt = (uri: string, name: string) => ({
  name,
  uri: { scheme: uri.split(':')[0], path: uri } as vscode.Uri,
})

/** A VS Code that lists servers, and what was registered there. */
function withServers(workspaceFolders: McpEditor['workspace']['workspaceFolders']) {
  const registered: { readonly id: string; readonly provider: Provider; readonly isBound: boolean }[] = []
  const disposed: string[] = []
  const lm = {
    registerMcpServerDefinitionProvider(id: string, provider: Provider) {
      registered.push({ id, provider, isBound: this === lm })
      return { dispose: () => disposed.push(id) }
    },
  }
  return { editor: { lm, McpStdioServerDefinition, workspace: { workspaceFolders } }, registered, disposed }
}

test('mcp servers: one for the folder, started with the program in it', () => {
  const folder = folderAt('file:///ideas', 'ideas')
  const { editor, registered, disposed } = withServers([folder])
  const registration = registerMcpServers(editor, '1.2.3', program)
  assert.equal(registered.length, 1)
  const [{ id, provider, isBound }] = registered as [(typeof registered)[number]]
  assert.ok(isBound)
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'))
  assert.deepEqual(
    contributes.mcpServerDefinitionProviders.map((each: { readonly id: string }) => each.id),
    [id],
  )
  const [server, ...others] = provider.provideMcpServerDefinitions()
  assert.deepEqual(others, [])
  assert.ok(server instanceof McpStdioServerDefinition)
  assert.deepEqual(server.given, ['Idea Files', program.command, program.args, program.env, '1.2.3'])
  assert.equal(server.cwd, folder.uri)
  registration?.dispose()
  assert.deepEqual(disposed, [id])
})

test('mcp servers: several folders have a server each, by their names; those that are not on disk have none', () => {
  const { editor, registered } = withServers([
    folderAt('file:///a', 'one'),
    folderAt('vscode-vfs:/github/cncf/mentoring', 'remote'),
    folderAt('file:///b', 'two'),
  ])
  registerMcpServers(editor, '1.2.3', program)
  assert.deepEqual(
    registered[0]?.provider.provideMcpServerDefinitions().map(({ given, cwd }) => [given[0], Reflect.get(cwd as object, 'path')]),
    [
      ['Idea Files: one', 'file:///a'],
      ['Idea Files: two', 'file:///b'],
    ],
  )
})

test('mcp servers: none without a folder, and the folders are those of the moment', () => {
  const { editor, registered } = withServers(undefined)
  registerMcpServers(editor, '1.2.3', program)
  assert.deepEqual(registered[0]?.provider.provideMcpServerDefinitions(), [])
  editor.workspace.workspaceFolders = [folderAt('file:///later', 'later')]
  assert.equal(registered[0]?.provider.provideMcpServerDefinitions().length, 1)
})

test('mcp servers: nothing is registered in a version that lacks any of it', () => {
  const { editor, registered } = withServers([folderAt('file:///ideas', 'ideas')])
  const { workspace, lm } = editor
  for (const older of [
    { workspace },
    { workspace, lm: {} },
    { workspace, lm: { registerTool: () => ({ dispose: () => {} }) } },
    { workspace, lm },
    { workspace, McpStdioServerDefinition },
    { workspace, lm: { registerMcpServerDefinitionProvider: true }, McpStdioServerDefinition },
  ])
    assert.equal(registerMcpServers(older, '1.2.3', program), undefined)
  assert.deepEqual(registered, [])
})
