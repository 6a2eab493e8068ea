import type { BaseLanguageClient } from 'vscode-languageclient'

/** Makes a client write its errors to the output channel only: `client.ts` shows the user what they must know. */
export const withoutPopUps = <C extends BaseLanguageClient>(client: C): C => {
  const log = client.error.bind(client)
  client.error = (message, data) => log(message, data, false)
  return client
}
