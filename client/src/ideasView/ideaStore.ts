import { type IdeasAnswer, type IdeasParams, ideasRequest } from '../../../server/src/protocol/ideas.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { knownVersions, mergeLists, type ShownList } from './mergeLists.ts'

/** The ideas of all lists, as of the server's last answer. Nothing is requested before `update` is called. */
export interface IdeaStore {
  lists(): readonly ShownList[]
  /** Whether the server is still reading lists. */
  loading(): boolean
  /** Requests what has changed, one request at a time; resolves with its answer. */
  update(ask: SendRequest): Promise<void>
  /** Whether `update` has ever been called. */
  used(): boolean
  /** Forgets all lists. */
  clear(): void
  /** Calls `listener` when the lists, or `loading`, have changed; returns a function that ends this. */
  watch(listener: () => void): () => void
}

/** A store without lists. */
export const createStore = (): IdeaStore => {
  let lists: readonly ShownList[] = []
  let loading = false
  let lastUpdate: Promise<void> | undefined
  const listeners = new Set<() => void>()

  const set = (next: readonly ShownList[], more: boolean): void => {
    const isSame = more === loading && next.length === lists.length && next.every((list, index) => list === lists[index])
    lists = next
    loading = more
    if (!isSame) for (const listener of [...listeners]) listener()
  }
  const step = async (ask: SendRequest): Promise<void> => {
    const params: IdeasParams = { known: knownVersions(lists) }
    const answer = await ask<IdeasAnswer>(ideasRequest, params).catch(() => undefined)
    // without an answer, the last lists are better than nothing, and no more will come
    if (answer) set(mergeLists(lists, answer), answer.loading)
    else set(lists, false)
  }
  return {
    lists: () => lists,
    loading: () => loading,
    update: (ask) => {
      lastUpdate = (lastUpdate ?? Promise.resolve()).then(() => step(ask))
      return lastUpdate
    },
    used: () => lastUpdate !== undefined,
    clear: () => set([], false),
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Requests the lists, and resolves as soon as there is one, or no more will come. */
export const waitForIdeaLists = async (store: IdeaStore, ask: SendRequest): Promise<void> => {
  await store.update(ask)
  if (store.lists().length > 0 || !store.loading()) return
  await new Promise<void>((done) => {
    const stop = store.watch(() => {
      if (store.lists().length === 0 && store.loading()) return
      stop()
      done()
    })
  })
}
