import * as vscode from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { type Api, activateExtension, type Extension } from './client.ts'

/** As much of the web's Worker as is needed here; the types of the DOM are not loaded. */
interface WebWorker {
  terminate(): void
  addEventListener(type: 'error', listener: () => void): void
}
declare const Worker: new (url: string) => WebWorker

/** Writes what goes wrong to the output channel and pops nothing up: what a person must know, activateExtension says. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false)
  }
}

/** A worker lives on after an uncaught error, or hangs unloaded; to us it is then as dead as a process would be. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: WebWorker) {
    super(worker)
    worker.addEventListener('error', () => this.fireClose())
  }
}

let extension: Extension | undefined

/** The entry in the web extension host: the server is a worker. */
export const activate = (context: vscode.ExtensionContext): Api => {
  const url = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true)
  extension = activateExtension(context, (options) => {
    let worker: WebWorker | undefined
    const start = async () => {
      worker = new Worker(url)
      return { reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) }
    }
    const client = new QuietClient('ideaFiles', 'Idea Files', start, options)
    return { client, end: () => worker?.terminate(), pid: () => undefined }
  })
  return extension.api
}

export const deactivate = (): Promise<void> | undefined => extension?.stop()
