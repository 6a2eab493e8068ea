import {
  ConfigurationRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver'
import { projectFileName, type ReadFileParams, readFileRequest } from '../../protocol/protocol.ts'
import type { Client } from '../clientCapabilities.ts'
import { sendSafely } from '../guard.ts'
import type { ConfigurationSources } from './configurationStore.ts'

/** Reads a file of this machine by its `file:` URI; fails where it cannot. */
export type ReadLocalFile = (uri: string) => Promise<string>

const section = 'ideaFiles'

/**
 * Asks the client for settings, and for files where this machine has no others; `readShown` asks it for all files that it may show
 * otherwise than they stand on disk. `pushed` are settings that it sent unasked.
 */
export function sourcesOf(
  connection: Connection,
  client: () => Client,
  pushed: () => unknown,
  readLocal: ReadLocalFile | undefined,
): ConfigurationSources & { readonly readShown: (uri: string) => Promise<string | null> } {
  const ask = (uri: string): Promise<unknown> => connection.sendRequest(readFileRequest, { uri } satisfies ReadFileParams)
  const readFile = async (uri: string): Promise<unknown> => {
    if (readLocal && uri.startsWith('file:')) return readLocal(uri)
    return client().own.files ? ask(uri) : null
  }
  return {
    any: () => client().configuration || client().own.files || readLocal !== undefined || pushed() !== undefined,
    settings: async (scopeUri) => {
      if (!client().configuration) return pushed()
      const answer = connection.sendRequest(ConfigurationRequest.type, { items: [{ scopeUri, section }] })
      return answer.then(
        (settings) => settings?.[0],
        () => undefined,
      )
    },
    readFile: (uri) => textOrNull(readFile(uri)),
    // a client need not tell of every document that it has open
    readShown: (uri) => textOrNull(client().own.files ? ask(uri) : readFile(uri)),
  }
}

const textOrNull = (reading: Promise<unknown>): Promise<string | null> =>
  reading.then(
    (text) => (typeof text === 'string' ? text.replace(/^\ufeff/, '') : null),
    () => null,
  )

/** The settings in what a client sends unasked: it names our section, or sends that alone. */
export function pushedSettings(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined
  return Reflect.get(settings, section) ?? settings
}

/** Asks the client to tell of changed settings and project files. */
export function watch(connection: Connection, client: Client): void {
  if (client.configuration && client.watchesSettings) {
    sendSafely(() => connection.client.register(DidChangeConfigurationNotification.type, { section }))
  }
  if (client.watchesFiles) {
    const watchers = [projectFileName, '*.md', '.gitignore'].map((name) => ({ globPattern: `**/${name}` }))
    sendSafely(() => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }))
  }
}
