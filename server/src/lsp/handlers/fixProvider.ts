import { resyncAfterRenames } from '../../editing/toc/resyncToc.ts'
import { type FixPasted, planHeadlessIdea } from '../../features/authoring/pasteIdea.ts'
import { missingFieldCode, missingFieldEdits } from '../../features/codeActions/missingFields.ts'
import type { FixProvider } from '../../features/codeActions/resolveCodeAction.ts'
import type { ParsedIdeaFile } from '../../model/incremental/readState.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type FindingFilter, fixAllInSteps } from '../../rules/engine/fixAll.ts'
import { suppressionEdit } from '../../rules/engine/suppressionEdit.ts'
import { headlessIdeasOf } from '../../rules/ideaWithoutHeading.ts'
import { ruleCodes } from '../../rules/index.ts'
import type { Change } from '../../text/textChange.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'

/** Fixes and suppressions for the current text of a document. */
export const fixProviderFor = (document: OpenDocument, session: Session): FixProvider => ({
  *fixAll(filter, scope) {
    return (yield* fixAllInSteps(document.read(), fixEngineFor(document, session), filter, scope)).edits
  },
  missingFields: (isInIdea) =>
    missingFieldEdits(document.text, function* (text) {
      const file = document.readChanged(text)
      const findings = yield* fixEngineFor(document, session).lint(file)
      return findings.filter((finding) => finding.code === missingFieldCode && isInIdea(finding, file))
    }),
  headlessIdea: (offset) => {
    const file = document.read()
    const found = headlessIdeasOf(file).find(({ title }) => title.start === offset)
    return found ? planHeadlessIdea(file, found.span, (text) => document.readChanged(text)) : null
  },
  syncToc: () => resyncAfterRenames(document.read()),
  ignore: (code, offset, scope) => suppressionEdit(document.read(), ruleCodes, code, offset, scope),
})

const fixEngineFor = (document: OpenDocument, { diagnostics, configuration, lists }: Session) => ({
  update: (file: ParsedIdeaFile, text: string, change: Change) => document.updated(file, text, change),
  lint: (file: ParsedIdeaFile) => diagnostics.lintInSteps(file, configuration.of(document.uri), lists.peers(document.uri)),
})

/** Fixes what is safe to fix in a part of a text that the document does not have yet. */
export const fixPartFor = (document: OpenDocument, session: Session): FixPasted =>
  function* (after, { start, end }) {
    const file = document.readChanged(after)
    const shifted = (now: IdeaFile): number => now.text.length - after.length
    const isInside: FindingFilter = ({ span }, now) => span.start >= start && span.start <= end + shifted(now)
    return (yield* fixAllInSteps(file, fixEngineFor(document, session), isInside, 'finding')).edits
  }
