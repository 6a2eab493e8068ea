import type { ShownList } from './mergeLists.ts'

/**
 * The lists, with problems only of those in tabs: VS Code keeps a document for minutes after its last tab was closed, and so does the
 * server.
 */
export const withFindingsInTabs = (lists: readonly ShownList[], tabs: ReadonlySet<string>): readonly ShownList[] =>
  lists.map((list) =>
    list.findings === null || tabs.has(list.uri)
      ? list
      : { ...list, findings: null, ideas: list.ideas.map((idea) => ({ ...idea, findings: null })) },
  )

/** The lists in tabs that have problems to show. */
export const listsWithOpenFindings = (lists: readonly ShownList[], tabs: ReadonlySet<string>): readonly ShownList[] =>
  lists.filter(({ uri, findings }) => findings !== null && tabs.has(uri))
