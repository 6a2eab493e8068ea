// dist/client.js, which runs in the Node and in the web extension host: nearly all code is the same, so the extension has it once.
// Only the module of the present host is run.
import type * as vscode from 'vscode'
import { createEntry } from './entry.ts'
import type { Api } from './extension.ts'

const entry =
  'importScripts' in globalThis
    ? import('./browser.ts').then(({ createBrowserInstances }) => createEntry(createBrowserInstances))
    : import('./node.ts').then(({ createNodeInstances }) => createEntry(createNodeInstances))

/** What VS Code calls first; what it returns is for other extensions, and tests. */
export const activate = async (context: vscode.ExtensionContext): Promise<Api> => (await entry).activate(context)

/** What VS Code waits for when it closes. */
export const deactivate = async (): Promise<void> => (await entry).deactivate()
