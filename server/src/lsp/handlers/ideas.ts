import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { ideaSummaryTitle } from '../../features/hover/ideaSummary.ts'
import { exportedIdeaLines } from '../../features/ideas/exportedIdeaLines.ts'
import { ideaAt } from '../../features/ideas/ideaAt.ts'
import { ideaEntries } from '../../features/ideas/ideaEntries.ts'
import { ideaLines } from '../../features/ideas/ideaLines.ts'
import { similarIdeas } from '../../features/ideas/similarIdeas.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import { nodeAt } from '../../model/nodeAt.ts'
import { projectNameOf } from '../../model/outline/namedProjects.ts'
import {
  type IdeasAnswer,
  type IdeasParams,
  type IdeaTextParams,
  ideasChangedNotification,
  ideasRequest,
  ideaTextRequest,
  type ListEntry,
} from '../../protocol/ideas.ts'
import {
  type FreshIdeaParams,
  freshIdeaRequest,
  type IdeaAt,
  type IdeaAtParams,
  ideaAtRequest,
  type SimilarIdeas,
  similarIdeasRequest,
} from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { isExportSummary } from '../../workspace/exportSummary.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { guard, sendGuarded } from '../guard.ts'
import { nextTurn } from '../scheduling/eventLoop.ts'
import { throttled } from '../scheduling/timers.ts'
import type { Session } from '../session.ts'
import { parserOf } from './params.ts'
import { perSession, type RequestHandler, requestHandler } from './requestHandler.ts'

const positionSchema = z.object({ line: z.number(), character: z.number() })
const ideasParams = z.object({ known: z.record(z.string(), z.string()) })

/** What our own extension requests to show ideas: one as a preview, those of all lists as a tree. */
export const ideaHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<IdeaAtParams, IdeaAt | null, never>(ideaAtRequest),
    scope: 'document',
    fallback: null,
    answer: (document, params, session) => {
      const { file, findings } = session.diagnostics.of(document)
      return ideaAt(file, document.lines, findings, document.lines.offsetAt(params.position))
    },
  }),
  requestHandler({
    type: new RequestType<FreshIdeaParams, null, never>(freshIdeaRequest),
    scope: 'document',
    parse: parserOf(z.object({ textDocument: z.object({ uri: z.string() }), position: z.nullable(positionSchema) })),
    fallback: null,
    answer: (document, { position }, { diagnostics }) => {
      diagnostics.setFreshIdea(document, position && document.lines.offsetAt(position))
      return null
    },
  }),
  requestHandler({
    type: new RequestType<IdeaAtParams, SimilarIdeas | null, never>(similarIdeasRequest),
    scope: 'document',
    ready: 'lists',
    fallback: null,
    answer: (document, params, { lists }) => {
      const file = document.read()
      const place = nodeAt(file, document.lines.offsetAt(params.position))
      if (!('idea' in place)) return null
      const { idea } = place
      const project = projectNameOf(file, idea)
      const found = similarIdeas(project, idea, lists.others(document.uri))
      const zero = { line: 0, character: 0 }
      return {
        title: ideaSummaryTitle(idea.idea.heading?.text),
        project,
        ideas: found.map(({ list, idea: { title, span } }) => {
          const lines = lists.linesOf(list.uri)
          const range = lines ? toLspRange(lines, span) : { start: zero, end: zero }
          return { title: ideaSummaryTitle(title), list: list.programme.label, uri: list.uri, range }
        }),
      }
    },
  }),
  requestHandler({
    type: new RequestType<IdeasParams, IdeasAnswer, never>(ideasRequest),
    scope: 'workspace',
    parse: (params) => ideasParams.safeParse(params).data ?? { known: {} },
    fallback: { loading: false, lists: [] },
    answer: ({ known = {} }, session) => ideasOf(session).answer(known),
  }),
  requestHandler({
    type: new RequestType<IdeaTextParams, string | null, never>(ideaTextRequest),
    scope: 'workspace',
    parse: parserOf(z.object({ uri: z.string(), position: positionSchema })),
    fallback: null,
    answer: (params, { lists }) => {
      const list = lists.find(params.uri)
      if (list === null) return null
      const offset = lists.linesOf(list.uri)?.offsetAt(params.position) ?? 0
      return isExportSummary(list) ? exportedIdeaLines(list.text, offset) : ideaLines(list, offset)
    },
  }),
]

// a title follows the keys that soon, and no answer is made that the user cannot read
const notifyIntervalMs = 400

/** The entry of a list that was last sent, and what it was made of. */
interface SentEntry {
  readonly list: ListSummary
  readonly findings: readonly Finding[] | null
  readonly entry: ListEntry
  /** The same for as long as the entry is. */
  readonly version: string
}

/** The ideas of all lists. Does nothing before it is asked, and nothing again that cannot have changed. */
class IdeasOfLists {
  readonly #session: Session
  #sent: ReadonlyMap<string, SentEntry> = new Map()
  // a client may still have the versions of a server that has crashed
  readonly #versionPrefix = Date.now().toString(36)
  #versions = 0
  #loading = false
  /** What the client knows; null before it has asked, and after it was notified that this is out of date. */
  #known: string | null = null
  readonly #notify = throttled(() => this.#notifyOfChange(), notifyIntervalMs)

  constructor(session: Session) {
    this.#session = session
    session.onDidChangeLists(() => this.#changed())
  }

  async answer(known: Readonly<Record<string, string>>): Promise<IdeasAnswer> {
    await Promise.all([this.#startLoading(), this.#session.enabledLists.learn()])
    this.#update()
    this.#known = this.#state()
    const lists = [...this.#sent].map(([uri, { version, entry }]) => ({
      uri,
      version,
      list: Object.hasOwn(known, uri) && known[uri] === version ? null : entry,
    }))
    return { loading: this.#loading, lists }
  }

  #changed(): void {
    if (this.#known !== null) this.#notify()
  }

  /** Loads the lists, and waits for no more of them than are there already. */
  async #startLoading(): Promise<void> {
    let loading = true
    const loaded = this.#session.lists.whenLoaded().then(() => {
      loading = false
    })
    await Promise.race([loaded, new Promise<void>(nextTurn)])
    if (loading && !this.#loading) void loaded.then(() => this.#loaded())
    this.#loading = loading
  }

  #loaded(): void {
    this.#loading = false
    this.#changed()
  }

  #notifyOfChange(): void {
    const { connection } = this.#session
    if (this.#known === null) return
    guard(connection, ideasChangedNotification, '', undefined, () => this.#update())
    if (this.#known === this.#state()) return
    this.#known = null
    sendGuarded(() => connection.sendNotification(ideasChangedNotification))
  }

  #state(): string {
    return [this.#loading, ...[...this.#sent].flatMap(([uri, { version }]) => [uri, version])].join(' ')
  }

  #update(): void {
    const { lists, enabledLists } = this.#session
    const shown = lists.withExports().filter(enabledLists.has)
    this.#sent = new Map(shown.map((list) => [list.uri, this.#entryOf(list)]))
  }

  #entryOf(list: ListSummary): SentEntry {
    const last = this.#sent.get(list.uri)
    const { findings, lines } = this.#inspect(list)
    if (last?.list === list && last.findings === findings) return last
    const entry = ideaEntries(list, lines(), findings)
    if (last && JSON.stringify(last.entry) === JSON.stringify(entry))
      return { list, findings, entry: last.entry, version: last.version }
    return { list, findings, entry, version: `${this.#versionPrefix}.${++this.#versions}` }
  }

  /** Only open lists have findings here: those of all would mean to read the whole workspace twice. */
  #inspect({ uri, text }: ListSummary): { readonly findings: readonly Finding[] | null; readonly lines: () => LineIndex } {
    const { documents, configuration, diagnostics, lists } = this.#session
    const open = documents.get(uri)
    // until the configuration of an open list is known, the list on disk is shown
    if (!open || configuration.ready(uri) !== null || open.text !== text)
      return { findings: null, lines: () => lists.linesOf(uri)! }
    return { findings: configuration.of(uri).enabled ? diagnostics.of(open).shown : null, lines: () => open.lines }
  }
}

const ideasOf = perSession((session) => new IdeasOfLists(session))
