import type { Connection } from 'vscode-languageserver'
import { readStoredRequest, type StoredTextParams, type StoreTextParams, storeTextRequest } from '../protocol/stored.ts'
import { resultPack, type SessionResults } from '../workspace/results.ts'

/** Results that the client keeps for a server without a file system. A client that cannot do it keeps nothing. */
export const clientResults = (connection: Pick<Connection, 'sendRequest'>): SessionResults => ({
  pack: async (name) => {
    const params: StoredTextParams = { name }
    const stored = await connection.sendRequest<string | null>(readStoredRequest, params)
    return resultPack(name, {
      read: () => stored,
      write: (_, text) => {
        const params: StoreTextParams = { name, text }
        // what is not stored is read again by the next session
        connection.sendRequest(storeTextRequest, params).catch(() => undefined)
      },
    })
  },
  digest: digestInBrowser,
})

/** The SHA-256 of texts; it takes the browser's own code, which answers later. */
async function digestInBrowser(...parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(parts.map((part) => `${part.length} ${part}`).join(''))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
