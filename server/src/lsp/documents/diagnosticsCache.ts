import { type Diagnostic, Emitter, type Range } from 'vscode-languageserver'
import { isProjectFile } from '../../config/projectFileSchema.ts'
import { readConfig } from '../../config/readConfig.ts'
import { diagnosticsOf } from '../../features/diagnostics.ts'
import { folderIdeaIn } from '../../model/folder/folderIdea.ts'
import { ideaNodeSpan, nodeAt } from '../../model/nodeAt.ts'
import { mayBeIdeaList } from '../../model/profiles/mayBeIdeaList.ts'
import type { IdeaFile, PlacedIdea } from '../../model/types.ts'
import { emptyFieldCode } from '../../rules/emptyField.ts'
import type { createLinter } from '../../rules/engine/createLinter.ts'
import { rules } from '../../rules/index.ts'
import { lintProjectFile } from '../../rules/invalidConfiguration.ts'
import type { Finding } from '../../rules/rule.ts'
import { touches } from '../../text/span.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import type { Client } from '../clientCapabilities.ts'
import type { ConfigurationStore } from '../configuration/configurationStore.ts'
import type { DocumentConfiguration } from '../configuration/documentConfiguration.ts'
import type { WorkspaceLists } from '../workspace/workspaceLists.ts'
import type { Documents } from './documents.ts'
import type { OpenDocument } from './openDocument.ts'

/** A document with what was found in this version of it. */
export interface DocumentReport {
  readonly file: IdeaFile
  readonly findings: readonly Finding[]
  /** The findings that are shown: without the empty fields of an idea that its author is filling in. */
  readonly shown: readonly Finding[]
  readonly diagnostics: Diagnostic[]
  /** The same for as long as the diagnostics are. */
  readonly resultId: string
}

interface CachedReport extends DocumentReport {
  readonly configuration: DocumentConfiguration
  readonly peers: readonly ListSummary[]
  /** The idea that its author is filling in. */
  readonly fresh: PlacedIdea | null
}

interface DiagnosticsInputs {
  readonly linter: ReturnType<typeof createLinter>
  readonly configuration: ConfigurationStore
  readonly documents: Documents
  readonly lists: WorkspaceLists
  readonly client: () => Client
}

/** The latest report of each document; made again when its text, its configuration or the lists that it is compared with have changed. */
export class DiagnosticsCache {
  readonly #inputs: DiagnosticsInputs
  readonly #latest = new WeakMap<OpenDocument, CachedReport>()
  // a client may still have the ids of a server that has crashed
  readonly #idPrefix = Date.now().toString(36)
  #reports = 0
  readonly #didChange = new Emitter<string>()
  /** Fires with the URI of a document of which other findings are shown than before, though its text is the same. */
  readonly onDidChange = this.#didChange.event

  constructor(inputs: DiagnosticsInputs) {
    this.#inputs = inputs
  }

  /** The report of the document's current text. From the first open idea list on, the others are loaded. */
  of(document: OpenDocument): DocumentReport {
    const { documents, lists } = this.#inputs
    const report = this.#update(document)
    const mayBeList = report.file.ideaList || (!lists.isStarted && mayBeFolderIdea(document))
    if (mayBeList && documents.get(document.uri)) lists.startLoading()
    return report
  }

  /** Sets where the idea is that its author is filling in; null if there is none. */
  setFreshIdea(document: OpenDocument, offset: number | null): void {
    document.setFreshAt(offset)
    this.#didChange.fire(document.uri)
  }

  /** The findings in a file that is read as the document is, under its configuration. */
  lint({ uri }: OpenDocument, file: IdeaFile): readonly Finding[] {
    const { linter, configuration, lists } = this.#inputs
    return linter.lint(file, configuration.of(uri).effective.severities, lists.peers(uri))
  }

  /** Finds what is wrong in a list on disk, step by step; `peers` are the lists that it is compared with. */
  lintInSteps(
    file: IdeaFile,
    { effective }: DocumentConfiguration,
    peers: readonly ListSummary[],
  ): Generator<void, readonly Finding[]> {
    return this.#inputs.linter.lintInSteps(file, effective.severities, peers)
  }

  #update(document: OpenDocument): CachedReport {
    const { lists, client } = this.#inputs
    const { uri, lines } = document
    const file = document.read()
    const configuration = this.#inputs.configuration.of(uri)
    const peers = lists.peers(uri)
    const last = this.#latest.get(document)
    const isKnown = last?.file === file && last.configuration === configuration && last.peers === peers
    const fresh = ideaAtOffset(file, document.freshAt)
    if (isKnown && last.fresh === fresh) return last
    const findings = isKnown ? last.findings : this.#find(document, configuration)
    const shown = fresh ? findings.filter((finding) => !isEmptyFieldOf(fresh, finding)) : findings
    const diagnostics = diagnosticsOf(shown, lines, uri, client().relatedInformation, lists.linesOf)
    const isSame = last !== undefined && sameDiagnostics(last.diagnostics, diagnostics)
    const resultId = isSame ? last.resultId : `${this.#idPrefix}.${++this.#reports}`
    const report = { file, findings, shown, diagnostics, resultId, configuration, peers, fresh }
    this.#latest.set(document, report)
    return report
  }

  #find(document: OpenDocument, { enabled, effective }: DocumentConfiguration): readonly Finding[] {
    if (!enabled) return []
    if (isProjectFile(document.uri)) return lintProjectFile(readConfig(document.text, rules), effective.severities)
    return this.lint(document, document.read())
  }
}

const ideaAtOffset = (file: IdeaFile, offset: number | null): PlacedIdea | null => {
  const place = offset === null ? null : nodeAt(file, offset)
  return place && 'idea' in place ? place.idea : null
}

const isEmptyFieldOf = (idea: PlacedIdea, { code, span }: Finding): boolean =>
  code === emptyFieldCode && touches(ideaNodeSpan(idea), span.start)

/** Whether a document that is not a list by itself may be one with the other files of its folder. */
const mayBeFolderIdea = (document: OpenDocument): boolean =>
  mayBeIdeaList(document.text, '') && folderIdeaIn(document.readAlone())?.facts.evidence === 'people'

/** Whether two lists of diagnostics are equal. */
const sameDiagnostics = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length && a.every((diagnostic, index) => sameDiagnostic(diagnostic, b[index]!))

const sameDiagnostic = (a: Diagnostic, b: Diagnostic): boolean =>
  sameDiagnosticRange(a.range, b.range) &&
  a.code === b.code &&
  a.severity === b.severity &&
  a.message === b.message &&
  sameRelated(a.relatedInformation, b.relatedInformation)

const sameRelated = (a: Diagnostic['relatedInformation'] = [], b: Diagnostic['relatedInformation'] = []): boolean =>
  a.length === b.length &&
  a.every(({ message, location: { uri, range } }, index) => {
    const other = b[index]!
    return message === other.message && uri === other.location.uri && sameDiagnosticRange(range, other.location.range)
  })

const sameDiagnosticRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character
