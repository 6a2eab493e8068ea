import * as l10n from '@vscode/l10n'
import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { planFixedPaste } from '../../features/authoring/pasteIdea.ts'
import { isWrittenForList, looksLikeCopiedIdea, pasteOffersInField } from '../../features/authoring/pasteOffers.ts'
import { type PasteOffer, type PasteParams, pasteRequest } from '../../protocol/paste.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'
import { authoringInDocument } from './authoring.ts'
import { fixPartFor } from './fixProvider.ts'
import { parserOf } from './params.ts'
import { answerInSteps, type RequestHandler, requestHandler } from './requestHandler.ts'

const pasteParams = z.object({ uri: z.string(), text: z.string(), at: z.number(), plain: z.string(), html: z.string() })

/** What our own extension asks when something is pasted into a list. */
export const pasteHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<PasteParams, PasteOffer[], never>(pasteRequest),
    scope: 'workspace',
    parse: parserOf(pasteParams),
    fallback: [],
    answer: (params, session, request) =>
      authoringInDocument(params, session, (document) =>
        answerInSteps(pasteOffers(document, params, session), (offers) => offers, request, session),
      ),
  }),
]

function* pasteOffers(document: OpenDocument, { at, plain, html }: PasteParams, session: Session): Generator<void, PasteOffer[]> {
  const file = document.read()
  const inField = pasteOffersInField(file, at, plain)
  if (inField.length > 0) return [...inField]
  const copied = { plain, html }
  if (!looksLikeCopiedIdea(file, copied)) return []
  const planned = yield* planFixedPaste(file, copied, at, (text) => document.readChanged(text), fixPartFor(document, session))
  if ('refusal' in planned || planned.newFile !== undefined || isWrittenForList(copied, planned.edits)) return []
  const edits = planned.edits.map(({ span: { start, end }, newText }) => ({ start, end, newText }))
  return [{ kind: 'idea', title: l10n.t('Paste as Idea'), insertText: '', edits, cursor: planned.cursor ?? null }]
}
