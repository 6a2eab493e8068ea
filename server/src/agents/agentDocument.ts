import { type EffectiveConfiguration, readOptions } from '../config/effectiveConfiguration.ts'
import { type FolderSiblings, readFileInFolder, updateFileInFolder } from '../model/folder/readInFolder.ts'
import type { ParsedIdeaFile } from '../model/incremental/readState.ts'
import { createLinter } from '../rules/engine/createLinter.ts'
import { fixAll } from '../rules/engine/fixAll.ts'
import { rules } from '../rules/index.ts'
import { changeBetween } from '../text/textChange.ts'
import type { ListSummary } from '../workspace/listSummary.ts'
import type { AgentDocument } from './agentWorkspace.ts'

/** A text with everything that decides how it is read. */
export interface AgentSource {
  /** As answers show it. */
  readonly path: string
  /** The full path, with forward slashes. */
  readonly fullPath: string
  readonly text: string
  readonly effective: EffectiveConfiguration
  readonly siblings: FolderSiblings
  /** The lists that it is compared with. */
  readonly peers: readonly ListSummary[]
}

/** Reads a text for an agent's tools. */
export function createAgentDocument({ path, fullPath, text, effective, siblings, peers }: AgentSource): AgentDocument {
  const options = readOptions(effective, fullPath)
  const file = readFileInFolder(text, options, siblings)
  const linter = createLinter(rules)
  const lint = (each: ParsedIdeaFile) => linter.lint(each, effective.severities, peers)
  return {
    path,
    file,
    findings: () => lint(file),
    safeFixes: () =>
      fixAll(file, { update: (each, changed, change) => updateFileInFolder(each, changed, change, options, siblings), lint })
        .edits,
    read: (changed) => updateFileInFolder(file, changed, changeBetween(text, changed), options, siblings),
  }
}
