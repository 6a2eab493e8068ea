import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type Api, activateExtension, type Extension } from './extension.ts'
import type { CreateServerInstance } from './server/serverLifecycle.ts'

/** What VS Code looks for in the main module of an extension. */
export interface ExtensionEntry {
  activate(context: vscode.ExtensionContext): Api
  deactivate(): Promise<void> | undefined
}

/** The entry of an extension host, given how that host runs a server. */
export const createEntry = (createInstanceFor: (context: vscode.ExtensionContext) => CreateServerInstance): ExtensionEntry => {
  let extension: Extension | undefined
  return {
    activate: (context) => {
      // undefined in English
      if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle })
      extension = activateExtension(context, createInstanceFor(context))
      return extension.api
    },
    deactivate: () => extension?.stop(),
  }
}
