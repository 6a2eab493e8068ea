import { type IdeasAnswer, type IdeasParams, ideasRequest } from '../../../server/src/protocol/ideas.ts'
import type { Ask } from '../commands/rulePages.ts'
import { knownVersions, mergeLists, type ShownList } from './mergeLists.ts'

/** The ideas of all lists as the server last told them. It is asked for nothing before `update` is called. */
export interface IdeaStore {
  lists(): readonly ShownList[]
  /** Whether there may be more, as the server still reads. */
  loading(): boolean
  /** Asks for what has changed, one request at a time; resolves when that is here. */
  update(ask: Ask): Promise<void>
  /** Whether anybody has ever called `update`. */
  used(): boolean
  /** Forgets all lists. */
  clear(): void
  /** Calls `listener` when there are other lists, or when it is known that there are no more; returns what ends that. */
  watch(listener: () => void): () => void
}

/** A store without lists. */
export const createStore = (): IdeaStore => {
  let lists: readonly ShownList[] = []
  let loading = false
  let steps: Promise<void> | undefined
  const listeners = new Set<() => void>()

  const set = (next: readonly ShownList[], more: boolean): void => {
    const same = more === loading && next.length === lists.length && next.every((list, index) => list === lists[index])
    lists = next
    loading = more
    if (!same) for (const listener of [...listeners]) listener()
  }
  const step = async (ask: Ask): Promise<void> => {
    const params: IdeasParams = { known: knownVersions(lists) }
    const answer = await ask<IdeasAnswer>(ideasRequest, params).catch(() => undefined)
    // a server that does not answer reads no more; what it told last is better than nothing
    if (answer) set(mergeLists(lists, answer), answer.loading)
    else set(lists, false)
  }
  return {
    lists: () => lists,
    loading: () => loading,
    update: (ask) => {
      steps = (steps ?? Promise.resolve()).then(() => step(ask))
      return steps
    },
    used: () => steps !== undefined,
    clear: () => set([], false),
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
