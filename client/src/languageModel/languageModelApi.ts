import type * as vscode from 'vscode'

/** A tool as `vscode.lm.registerTool` takes it. */
export interface LanguageModelTool {
  readonly prepareInvocation: (options: { readonly input: unknown }) => {
    readonly invocationMessage: string
    readonly confirmationMessages: { readonly title: string; readonly message: string }
  }
  readonly invoke: (options: { readonly input: unknown }, token: vscode.CancellationToken) => Promise<unknown>
}

/** Lists servers of the Model Context Protocol. */
export interface McpProvider {
  readonly provideMcpServerDefinitions: () => readonly unknown[]
}

/** The parts of VS Code for language models that are newer than the oldest version that runs this extension; undefined in older ones. */
export interface LanguageModelApi {
  /** From 1.95 on. */
  readonly registerTool?: (name: string, tool: LanguageModelTool) => vscode.Disposable
  /** A tool's result of texts. */
  readonly toolResult?: (parts: readonly string[]) => unknown
  /** From 1.101 on. */
  readonly registerMcpProvider?: (id: string, provider: McpProvider) => vscode.Disposable
  /** A server that is a process with a folder. */
  readonly stdioServer?: (server: StdioServer) => unknown
}

export interface StdioServer {
  readonly label: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly cwd: vscode.Uri
  readonly version: string
}

type Constructor = new (...args: readonly unknown[]) => object
type Register = (id: string, value: object) => vscode.Disposable

const vscodeMember = (owner: unknown, name: string): unknown =>
  typeof owner === 'object' && owner !== null ? Reflect.get(owner, name) : undefined

/** What a version of VS Code has; `editor` is its module. */
export function languageModelApi(editor: unknown): LanguageModelApi {
  const models = vscodeMember(editor, 'lm')
  const method = (name: string): Register | undefined => {
    const found = vscodeMember(models, name)
    return typeof found === 'function' ? (found.bind(models) as Register) : undefined
  }
  const constructorOf = (name: string): Constructor | undefined => {
    const found = vscodeMember(editor, name)
    return typeof found === 'function' ? (found as Constructor) : undefined
  }
  const [registerTool, registerMcpProvider] = [method('registerTool'), method('registerMcpServerDefinitionProvider')]
  const [Result, Text] = [constructorOf('LanguageModelToolResult'), constructorOf('LanguageModelTextPart')]
  const Server = constructorOf('McpStdioServerDefinition')
  return {
    ...(registerTool && { registerTool }),
    ...(Result && Text && { toolResult: (parts: readonly string[]) => new Result(parts.map((part) => new Text(part))) }),
    ...(registerMcpProvider && { registerMcpProvider }),
    ...(Server && {
      stdioServer: ({ label, command, args, env, cwd, version }: StdioServer) =>
        Object.assign(new Server(label, command, args, env, version), { cwd }),
    }),
  }
}
