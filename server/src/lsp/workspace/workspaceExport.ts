import { type EffectiveConfiguration, readOptions } from '../../config/effectiveConfiguration.ts'
import { readLfxExport } from '../../exports/lfxExport.ts'
import { readInFolder } from '../../model/folder/readInFolder.ts'
import { readIdeaFile, readIdeaFileInSteps } from '../../model/ideaFile.ts'
import { exportedFile } from '../../report/exportedFile.ts'
import { exportedPrograms, exportedProgramsPath } from '../../report/exportedPrograms.ts'
import type { ExportedFile, ExportReport } from '../../report/schema.ts'
import { isExportSummary } from '../../workspace/exportSummary.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { openDocumentPath } from '../documents/openDocument.ts'
import { runPaced } from '../scheduling/pacer.ts'
import type { Session } from '../session.ts'

/** Reads all lists and exports of LFX programs as `idea-files export` does, in pieces; each once for as long as its text does not change. */
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
    for (const list of lists.withExports()) {
      const file = this.#cached.get(list) ?? (await this.#readList(list, isCancelled))
      if (file === null) return null
      this.#cached.set(list, file)
      files.push(file)
    }
    return { files }
  }

  async #readList(list: ListSummary, isCancelled: () => boolean): Promise<ExportedFile | null> {
    const { configuration, lists, pacer } = this.#session
    const { uri, text } = list
    const { effective } = await configuration.onDisk(uri)
    if (isExportSummary(list)) return readWorkspacePrograms(list, workspacePath(uri, lists.folders()), effective)
    const steps = readIdeaFileInSteps(text, readOptions(effective, openDocumentPath(uri)))
    const alone = await runPaced(steps, () => pacer.pause(), isCancelled)
    return alone && exportedFile(workspacePath(uri, lists.folders()), readInFolder(alone, lists.siblings(uri)))
  }
}

/** The programs of an export as a list; one that cannot be read has no summary. */
function readWorkspacePrograms({ text }: ListSummary, path: string, effective: EffectiveConfiguration): ExportedFile | null {
  const read = readLfxExport(text)
  if (!('data' in read)) return null
  const options = readOptions(effective, exportedProgramsPath(read.data))
  return exportedPrograms(path, read.data, (each) => readIdeaFile(each, options))
}

/** A path from the folder of the workspace that has it: `file:///home/ada/lists/ideas/2026.md` → `ideas/2026.md`; otherwise the whole path. */
export function workspacePath(uri: string, folders: readonly string[]): string {
  const folder = folders.find((each) => uri.startsWith(each.endsWith('/') ? each : `${each}/`))
  const path = openDocumentPath(uri)
  return folder === undefined ? path : path.slice(openDocumentPath(folder).replace(/\/$/, '').length + 1)
}
