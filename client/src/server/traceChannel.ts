import * as vscode from 'vscode'

const traceSetting = 'ideaFiles.trace.server'

const isTraced = (): boolean => vscode.workspace.getConfiguration().get(traceSetting, 'off') !== 'off'

/**
 * The output channel, for the messages between client and server. `ideaFiles.trace.server` alone switches them on: the client library
 * writes them only at the channel's level "trace", which is not a setting.
 */
export const createTraceChannel = (channel: vscode.LogOutputChannel): vscode.LogOutputChannel => {
  const level = (): vscode.LogLevel => (isTraced() ? vscode.LogLevel.Trace : channel.logLevel)
  return {
    ...channel,
    get logLevel() {
      return level()
    },
    onDidChangeLogLevel: (listener, self) =>
      vscode.Disposable.from(
        channel.onDidChangeLogLevel(() => listener.call(self, level())),
        vscode.workspace.onDidChangeConfiguration((change) => {
          if (change.affectsConfiguration(traceSetting)) listener.call(self, level())
        }),
      ),
    trace: (text) => (isTraced() ? channel.info(text) : channel.trace(text)),
  }
}
