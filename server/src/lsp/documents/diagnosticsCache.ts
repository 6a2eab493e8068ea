import type { Diagnostic } from 'vscode-languageserver'
import { diagnosticsOf, type OtherListLines, sameDiagnostics } from '../../features/diagnostics.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { Finding } from '../../rules/rule.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import type { OpenDocument } from './openDocument.ts'

/** What is wrong with a document as it stood when it was last asked for. */
export interface DocumentReport {
  readonly file: IdeaFile
  readonly findings: readonly Finding[]
  readonly diagnostics: Diagnostic[]
  /** Stays the same for as long as the diagnostics do. */
  readonly resultId: string
}

interface Kept extends DocumentReport {
  readonly setup: unknown
  readonly peers: unknown
}

/** What a document is reported under; the same objects mean that nothing has changed. */
export interface ReportInputs {
  readonly setup: unknown
  readonly peers: readonly ListSummary[]
  readonly elsewhere: OtherListLines
  /** Whether the client can show related places. */
  readonly related: boolean
}

/** The latest report of each document, made anew when its text or its configuration has changed. */
export class DiagnosticsCache {
  readonly #find: (document: OpenDocument) => readonly Finding[]
  readonly #latest = new WeakMap<OpenDocument, Kept>()
  // a client may still hold the ids of a server that has died
  readonly #started = Date.now().toString(36)
  #made = 0

  constructor(find: (document: OpenDocument) => readonly Finding[]) {
    this.#find = find
  }

  /** The report of the document's text as it stands. */
  of(document: OpenDocument, { setup, peers, elsewhere, related }: ReportInputs): DocumentReport {
    const file = document.read()
    const last = this.#latest.get(document)
    if (last?.file === file && last.setup === setup && last.peers === peers) return last
    const findings = this.#find(document)
    const diagnostics = diagnosticsOf(findings, document.lines, document.uri, related, elsewhere)
    const same = last !== undefined && sameDiagnostics(last.diagnostics, diagnostics)
    const resultId = same ? last.resultId : `${this.#started}.${++this.#made}`
    const report = { file, findings, diagnostics, resultId, setup, peers }
    this.#latest.set(document, report)
    return report
  }
}
