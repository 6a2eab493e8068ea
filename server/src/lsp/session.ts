import type { Connection, Event } from 'vscode-languageserver'
import type { Client } from './clientCapabilities.ts'
import type { ConfigurationStore } from './configuration/configurationStore.ts'
import type { EnabledLists } from './configuration/enabledLists.ts'
import type { DiagnosticsCache } from './documents/diagnosticsCache.ts'
import type { Documents } from './documents/documents.ts'
import type { TocOnSave } from './documents/tocOnSave.ts'
import type { Pacing } from './scheduling/pacer.ts'
import type { WorkspaceLists } from './workspace/workspaceLists.ts'

/** The parts of a server that request handlers use. */
export interface Session {
  readonly connection: Connection
  /** What the client supports; before `initialize` it supports nothing. */
  readonly client: Client
  readonly documents: Documents
  readonly configuration: ConfigurationStore
  readonly diagnostics: DiagnosticsCache
  /** Which tables of contents follow their headings on save. */
  readonly tocs: TocOnSave
  /** All lists of the workspace. */
  readonly lists: WorkspaceLists
  /** Which of them are in views. */
  readonly enabledLists: EnabledLists
  /** Gives long work its turns: `await pacer.pause()` between two pieces. */
  readonly pacer: Pacing
  /** The current text of any file: of an open document, unsaved or from disk; null if there is no such file. */
  readonly readFile: (uri: string) => Promise<string | null>
  /** Fires when lists, or the findings in them, may have changed. */
  readonly onDidChangeLists: Event<void>
}
