import { syncAfterRenames } from '../../editing/toc/keepInSync.ts'
import type { FixProvider } from '../../features/codeActions/resolveCodeAction.ts'
import type { ParsedIdeaFile } from '../../model/incremental/readState.ts'
import { fixAllInSteps } from '../../rules/engine/fixAll.ts'
import { suppressionEdit } from '../../rules/engine/suppressionEdit.ts'
import { ruleCodes } from '../../rules/index.ts'
import type { Change } from '../../text/textChange.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'

/** Fixes and suppressions for the current text of a document. */
export const fixProviderFor = (document: OpenDocument, { diagnostics, configuration, lists }: Session): FixProvider => ({
  *fixAll(filter, scope) {
    const engine = {
      update: (file: ParsedIdeaFile, text: string, change: Change) => document.updated(file, text, change),
      lint: (file: ParsedIdeaFile) => diagnostics.lintInSteps(file, configuration.of(document.uri), lists.peers(document.uri)),
    }
    return (yield* fixAllInSteps(document.read(), engine, filter, scope)).edits
  },
  syncToc: () => syncAfterRenames(document.read()),
  ignore: (code, offset, scope) => suppressionEdit(document.read(), ruleCodes, code, offset, scope),
})
