import * as l10n from '@vscode/l10n'
import { formSourceOf } from '../../model/profiles/formSource.ts'
import type { FileStatus } from '../../protocol/protocol.ts'
import type { DocumentReport } from './diagnosticsCache.ts'

/** The status of a file for the status item. */
export function statusOf(uri: string, { file, diagnostics }: DocumentReport): FileStatus {
  return {
    uri,
    ideaList: file.ideaList,
    profile: file.ideaList ? l10n.t(file.profile.title) : '',
    formSource: file.ideaList ? formSourceOf(file) : null,
    projects: file.projects.filter((project) => project.heading).length,
    ideas: file.projects.reduce((count, project) => count + project.ideas.length, 0),
    findings: diagnostics.length,
    unread: file.unread.length,
  }
}

/** Sends the status of a file only if it differs from the last that was sent. */
export class StatusSender {
  readonly #send: (status: FileStatus) => void
  readonly #sent = new Map<string, string>()

  constructor(send: (status: FileStatus) => void) {
    this.#send = send
  }

  update(status: FileStatus): void {
    const text = JSON.stringify(status)
    if (this.#sent.get(status.uri) === text) return
    this.#sent.set(status.uri, text)
    this.#send(status)
  }

  /** Forgets a file that was closed: when it is opened again, its status is sent again. */
  forget(uri: string): void {
    this.#sent.delete(uri)
  }
}
