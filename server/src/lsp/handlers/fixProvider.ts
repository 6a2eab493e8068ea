import { syncAfterRenames } from '../../editing/toc/keepInSync.ts'
import type { FixProvider } from '../../features/codeActions/resolve.ts'
import { fixAll } from '../../rules/engine/fixAll.ts'
import { suppressionEdit } from '../../rules/engine/suppressionEdit.ts'
import { ruleCodes } from '../../rules/index.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'

/** Fixes and suppressions for the current text of a document. */
export const fixProviderFor = (document: OpenDocument, { diagnostics }: Session): FixProvider => ({
  fixAll: (filter, scope) =>
    fixAll(
      document.read(),
      {
        update: (file, text, change) => document.updated(file, text, change),
        lint: (file) => diagnostics.lint(document, file),
      },
      filter,
      scope,
    ).edits,
  syncToc: () => syncAfterRenames(document.read()),
  ignore: (code, offset, scope) => suppressionEdit(document.read(), ruleCodes, code, offset, scope),
})
