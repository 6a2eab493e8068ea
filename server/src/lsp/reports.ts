import type { Diagnostic } from 'vscode-languageserver'
import { diagnosticsOf, sameDiagnostics } from '../features/diagnostics.ts'
import type { IdeaFile } from '../model/types.ts'
import type { Finding } from '../rules/rule.ts'
import type { OpenDocument } from './document.ts'

/** What is wrong with a document as it stood when it was last asked for. */
export interface Report {
  readonly file: IdeaFile
  readonly diagnostics: Diagnostic[]
  /** Stays the same for as long as the diagnostics do. */
  readonly resultId: string
}

/** The latest report of each document, made anew when its text has changed. */
export class Reports {
  readonly #lint: (file: IdeaFile) => readonly Finding[]
  readonly #latest = new WeakMap<OpenDocument, Report>()
  // a client may still hold the ids of a server that has died
  readonly #started = Date.now().toString(36)
  #made = 0

  constructor(lint: (file: IdeaFile) => readonly Finding[]) {
    this.#lint = lint
  }

  /** The report of the document's text as it stands; `related` says whether the client can show related places. */
  of(document: OpenDocument, related: boolean): Report {
    const { file } = document
    const last = this.#latest.get(document)
    if (last?.file === file) return last
    const diagnostics = file.ideaList ? diagnosticsOf(this.#lint(file), document.lines, document.uri, related) : []
    const same = last !== undefined && sameDiagnostics(last.diagnostics, diagnostics)
    const report = { file, diagnostics, resultId: same ? last.resultId : `${this.#started}.${++this.#made}` }
    this.#latest.set(document, report)
    return report
  }
}
