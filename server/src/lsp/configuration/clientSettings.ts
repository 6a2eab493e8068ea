import {
  ConfigurationRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver'
import * as z from 'zod/mini'
import { maxProjectFileBytes } from '../../config/findProjectFile.ts'
import { maxTextLength } from '../../model/ideaFile.ts'
import { projectFileName, type ReadFileParams, readFileRequest } from '../../protocol/protocol.ts'
import { lfxExportName, markdownExtensions } from '../../protocol/relevantFiles.ts'
import type { Client, ClientState } from '../clientCapabilities.ts'
import { sendGuarded } from '../guard.ts'
import type { ConfigurationSources } from './configurationStore.ts'

/** The text of a file of this machine, by its `file:` URI; null if there is none. Rejects with the reason if it cannot be read, or is larger. */
export type ReadLocalFile = (uri: string, maxBytes: number) => Promise<string | null>

const section = 'ideaFiles'

interface ClientSources extends ConfigurationSources {
  /** The text of a project file on disk; null if there is none. Rejects with the reason if it cannot be read. */
  readonly readProjectFile: (uri: string) => Promise<string | null>
  /** The text of a file as the client shows it, which may be unsaved. */
  readonly readShown: (uri: string) => Promise<string | null>
}

/** Settings and files of the client; files of this machine are read directly. */
export function clientSources(connection: Connection, state: ClientState, readLocal: ReadLocalFile | undefined): ClientSources {
  const ask = (params: ReadFileParams): Promise<unknown> => connection.sendRequest(readFileRequest, params)
  const read = async (uri: string, maxBytes: number): Promise<unknown> => {
    if (readLocal && uri.startsWith('file:')) return readLocal(uri, maxBytes)
    return state.capabilities.own.files ? ask({ uri, maxBytes }) : null
  }
  return {
    any: () => {
      const { configuration, own } = state.capabilities
      return configuration || own.files || readLocal !== undefined || state.pushedSettings !== undefined
    },
    settings: async (scopeUri) => {
      if (!state.capabilities.configuration) return state.pushedSettings
      const answer = connection.sendRequest(ConfigurationRequest.type, { items: [{ scopeUri, section }] })
      return answer.then(
        (settings) => settings?.[0],
        () => undefined,
      )
    },
    readProjectFile: async (uri) => clientSourceText(await read(uri, maxProjectFileBytes)),
    // a client need not sync every document that it has open
    readShown: (uri) =>
      (state.capabilities.own.files ? ask({ uri }) : read(uri, maxTextLength)).then(clientSourceText, () => null),
  }
}

const clientSourceText = (answer: unknown): string | null => (typeof answer === 'string' ? answer.replace(/^\ufeff/, '') : null)

const pushedSchema = z.object({ [section]: z.optional(z.unknown()) })

/** The settings that a client has pushed: `{ ideaFiles: { … } }`, or `{ … }` itself. */
export function pushedSettings(settings: unknown): unknown {
  const read = pushedSchema.safeParse(settings)
  return read.success ? (read.data[section] ?? settings) : undefined
}

/** Registers for changed settings and files. */
export function watchSettings(connection: Connection, client: Client): void {
  if (client.configuration && client.watchesSettings) {
    sendGuarded(() => connection.client.register(DidChangeConfigurationNotification.type, { section }))
  }
  if (client.watchesFiles) {
    const names = [projectFileName, `*.{${markdownExtensions.join(',')}}`, '.gitignore', lfxExportName]
    const watchers = names.map((name) => ({ globPattern: `**/${name}` }))
    sendGuarded(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }))
  }
}
