import { syncAfterRenames } from '../../editing/toc/keepInSync.ts'
import type { FixProvider } from '../../features/codeActions/resolve.ts'
import { fixAll } from '../../rules/engine/fixAll.ts'
import { suppressionEdit } from '../../rules/engine/suppressionEdit.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from './handler.ts'

/** How findings of this document are mended and silenced, under what holds for it. */
export const fixProviderFor = (document: OpenDocument, session: Session): FixProvider => ({
  fixAll: (wanted, reach) =>
    fixAll(
      document.read(),
      {
        update: (file, text, change) => document.updated(file, text, change),
        lint: (file) => session.lint(document, file),
      },
      wanted,
      reach,
    ).edits,
  syncToc: () => syncAfterRenames(document.read()),
  ignore: (code, offset, reach) => suppressionEdit(document.read(), code, offset, reach),
})
