import { readOptions } from '../../config/effectiveConfiguration.ts'
import { readInFolder } from '../../model/folder/readInFolder.ts'
import { readInSteps } from '../../model/ideaFile.ts'
import { exportedFile } from '../../report/exportedFile.ts'
import type { ExportedFile, ExportReport } from '../../report/schema.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { openDocumentPath } from '../documents/openDocument.ts'
import { runPaced } from '../scheduling/pacer.ts'
import type { Session } from '../session.ts'

/** Reads all lists as `idea-files export` does, in pieces; each once for as long as its text does not change. */
export class WorkspaceExport {
  readonly #session: Session
  readonly #cached = new WeakMap<ListSummary, ExportedFile>()

  constructor(session: Session) {
    this.#session = session
  }

  /** All lists, the newest first; null as soon as `isCancelled`. */
  async read(isCancelled: () => boolean): Promise<ExportReport | null> {
    const { lists } = this.#session
    await lists.whenCurrent()
    const files: ExportedFile[] = []
    for (const list of lists.lists()) {
      const file = this.#cached.get(list) ?? (await this.#readList(list, isCancelled))
      if (file === null) return null
      this.#cached.set(list, file)
      files.push(file)
    }
    return { files }
  }

  async #readList({ uri, text }: ListSummary, isCancelled: () => boolean): Promise<ExportedFile | null> {
    const { configuration, lists, pacer } = this.#session
    const { effective } = await configuration.onDisk(uri)
    const steps = readInSteps(text, readOptions(effective, openDocumentPath(uri)))
    const alone = await runPaced(steps, () => pacer.pause(), isCancelled)
    return alone && exportedFile(workspacePath(uri, lists.folders()), readInFolder(alone, lists.siblings(uri)))
  }
}

/** A path from the folder of the workspace that has it: `file:///home/ada/lists/ideas/2026.md` → `ideas/2026.md`; otherwise the whole path. */
export function workspacePath(uri: string, folders: readonly string[]): string {
  const folder = folders.find((each) => uri.startsWith(each.endsWith('/') ? each : `${each}/`))
  const path = openDocumentPath(uri)
  return folder === undefined ? path : path.slice(openDocumentPath(folder).replace(/\/$/, '').length + 1)
}
