import * as vscode from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { serveStoredTexts } from './server/extensionStorage.ts'
import { withoutPopUps } from './server/quietClient.ts'
import type { CreateServerInstance } from './server/serverLifecycle.ts'

/** The part of the DOM's `Worker` that is needed here; the types of the DOM are not loaded. */
interface WebWorker {
  terminate(): void
  addEventListener(type: 'error', listener: () => void): void
}
declare const Worker: new (url: string) => WebWorker

/** Treats a worker as dead after an uncaught error (or if its script does not load), though it would go on running. */
class ServerWorkerReader extends BrowserMessageReader {
  constructor(worker: WebWorker) {
    super(worker)
    worker.addEventListener('error', () => this.close())
  }

  /** Reports the connection as closed: a worker that ends does not. */
  close(): void {
    this.fireClose()
  }
}

/** In the web extension host the server is a worker. */
export const createBrowserInstances = (context: vscode.ExtensionContext): CreateServerInstance => {
  const program = vscode.Uri.joinPath(context.extensionUri, 'dist/server.js')
  const url = program.toString(true)
  return (options) => {
    let worker: WebWorker | undefined
    let reader: ServerWorkerReader | undefined
    const start = async () => {
      worker = new Worker(url)
      reader = new ServerWorkerReader(worker)
      return { reader, writer: new BrowserMessageWriter(worker) }
    }
    const end = (): void => {
      worker?.terminate()
      reader?.close()
    }
    const client = withoutPopUps(new LanguageClient('ideaFiles', 'Idea Files', start, options))
    serveStoredTexts(client, context.globalStorageUri, program)
    return { client, end, pid: () => undefined }
  }
}
