import { ideaEntries } from '../../features/ideas/ideaEntries.ts'
import { ideaLines } from '../../features/ideas/ideaLines.ts'
import {
  type IdeasAnswer,
  type IdeasParams,
  ideasChangedNotification,
  ideasRequest,
  ideaTextRequest,
  type ListEntry,
} from '../../protocol/ideas.ts'
import type { Finding } from '../../rules/rule.ts'
import type { LineIndex, LinePosition } from '../../text/lineIndex.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { uriKey } from '../../workspace/uris.ts'
import { guard, sendSafely } from '../guard.ts'
import { nextTurn, throttled } from '../scheduling/eventLoop.ts'
import type { RequestHandler, Session } from './handler.ts'

// milliseconds: whoever types a title sees it follow, and an answer that nobody can read is not worked out
const interval = 400

/** What our own extension asks for to show the ideas of all lists; it is told when they have changed. */
export const ideasService: RequestHandler = {
  capability: {},
  offered: () => true,
  listen: (session) => {
    const ideas = new Ideas(session)
    const { connection } = session
    session.onDidChangeLists(() => ideas.changed())
    connection.onRequest<unknown, never>(ideasRequest, (params: unknown) => ideas.answer(readKnown(params)))
    connection.onRequest<unknown, never>(ideaTextRequest, (params: unknown) =>
      guard(connection, ideaTextRequest, '', null, () => textAt(session, params)),
    )
  },
}

/** What was last told of a list, and what it was made of. */
interface Told {
  readonly list: ListSummary
  readonly findings: readonly Finding[] | null
  readonly entry: ListEntry
  /** Stays the same for as long as the entry does. */
  readonly version: string
}

/** The ideas of all lists. Works nothing out before it is asked, and nothing anew that cannot have changed. */
class Ideas {
  readonly #session: Session
  #told: ReadonlyMap<string, Told> = new Map()
  // a client may still hold the versions of a server that has died
  readonly #started = Date.now().toString(36)
  #made = 0
  #loading = false
  /** What the client knows; null before it has asked, and once it was told that this is out of date. */
  #known: string | null = null
  readonly #look = throttled(() => this.#tellOfChange(), interval)

  constructor(session: Session) {
    this.#session = session
  }

  /** What lists say, or their findings, may have changed. */
  changed(): void {
    if (this.#known !== null) this.#look()
  }

  async answer(known: NonNullable<IdeasParams['known']>): Promise<IdeasAnswer> {
    const { connection } = this.#session
    await this.#begin()
    return guard(connection, ideasRequest, '', { loading: false, lists: [] }, () => {
      this.#update()
      this.#known = this.#state()
      const lists = [...this.#told].map(([uri, { version, entry }]) => ({
        uri,
        version,
        list: Object.hasOwn(known, uri) && known[uri] === version ? null : entry,
      }))
      return { loading: this.#loading, lists }
    })
  }

  /** Has the lists loaded, and waits for no more of them than are there already. */
  async #begin(): Promise<void> {
    const whole = this.#session.workspace.whenLoaded()
    let loading = true
    const loaded = whole.then(() => {
      loading = false
    })
    await Promise.race([loaded, new Promise<void>(nextTurn)])
    if (loading && !this.#loading) void loaded.then(() => this.#loaded())
    this.#loading = loading
  }

  #loaded(): void {
    this.#loading = false
    this.changed()
  }

  #tellOfChange(): void {
    const { connection } = this.#session
    if (this.#known === null) return
    guard(connection, ideasChangedNotification, '', undefined, () => this.#update())
    if (this.#known === this.#state()) return
    this.#known = null
    sendSafely(() => connection.sendNotification(ideasChangedNotification))
  }

  #state(): string {
    return [this.#loading, ...[...this.#told].flatMap(([uri, { version }]) => [uri, version])].join(' ')
  }

  #update(): void {
    this.#told = new Map(this.#session.workspace.lists().map((list) => [list.uri, this.#tell(list)]))
  }

  #tell(list: ListSummary): Told {
    const last = this.#told.get(list.uri)
    const { findings, lines } = this.#lookedAt(list)
    if (last?.list === list && last.findings === findings) return last
    const entry = ideaEntries(list, lines(), findings)
    if (last && JSON.stringify(last.entry) === JSON.stringify(entry))
      return { list, findings, entry: last.entry, version: last.version }
    return { list, findings, entry, version: `${this.#started}.${++this.#made}` }
  }

  /** Findings are known of open lists alone: whoever looked at all would read the whole workspace twice. */
  #lookedAt({ uri, text }: ListSummary): { readonly findings: readonly Finding[] | null; readonly lines: () => LineIndex } {
    const { document, enabled, ready, report, elsewhere } = this.#session
    const open = document(uri)
    // before its settings are known, what is on disk stands for it
    if (!open || ready(uri) !== null || open.text !== text) return { findings: null, lines: () => elsewhere(uri)! }
    return { findings: enabled(uri) ? report(open).findings : null, lines: () => open.lines }
  }
}

/** A client may send anything. */
function readKnown(params: unknown): NonNullable<IdeasParams['known']> {
  const known: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'known') : null
  return typeof known === 'object' && known !== null ? Object.fromEntries(Object.entries(known)) : {}
}

function textAt({ workspace, elsewhere }: Session, params: unknown): string | null {
  if (typeof params !== 'object' || params === null) return null
  const key = uriKey(String(Reflect.get(params, 'uri')))
  const list = workspace.lists().find(({ uri }) => uriKey(uri) === key)
  const position = readPosition(Reflect.get(params, 'position'))
  if (!list || !position) return null
  return ideaLines(list, elsewhere(list.uri)?.offsetAt(position) ?? 0)
}

function readPosition(value: unknown): LinePosition | null {
  if (typeof value !== 'object' || value === null) return null
  const [line, character]: readonly unknown[] = [Reflect.get(value, 'line'), Reflect.get(value, 'character')]
  return typeof line === 'number' && typeof character === 'number' ? { line, character } : null
}
