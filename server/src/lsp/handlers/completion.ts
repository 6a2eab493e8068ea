import { CompletionRequest, CompletionTriggerKind, type Position, RequestType } from 'vscode-languageserver'
import { type Completions, completions, isStopToFill, mayOpenByItself } from '../../features/completion/completion.ts'
import type { CompletionContext } from '../../features/completion/completionContext.ts'
import { completionList } from '../../features/completion/completionItems.ts'
import { createUsageIndex } from '../../features/completion/usageIndex.ts'
import { type CompletesParams, completesRequest } from '../../protocol/protocol.ts'
import { rules } from '../../rules/index.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'
import { perSession, type RequestHandler, requestHandler } from './requestHandler.ts'

/** What opens the suggestions: the ends of `#### `, `- `, `Mentor(s):`, `(@`, `](#`, `https://`, `Go,` and `<!-- `. */
const triggerCharacters = [' ', '#', '(', '@', ',', '/', ':', '<', '[']

const usageFacts = perSession(() => createUsageIndex())

/** Completion, and whether there is any after a letter, which no editor takes for a trigger. */
export const completionHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: CompletionRequest.type,
    scope: 'document',
    capability: { completionProvider: { triggerCharacters } },
    fallback: null,
    answer: (document, { position, context }, session) => {
      const trigger = context === undefined || context.triggerKind === CompletionTriggerKind.Invoked ? 'invoked' : 'typed'
      const opensItself = context?.triggerKind === CompletionTriggerKind.TriggerCharacter
      if (opensItself && !mayOpenByItself(document.read(), document.lines.offsetAt(position))) return null
      const found = completionsAt(document, position, session, trigger)
      // nothing will come while this word is typed
      if (found.suggestions.length === 0 && !document.read().ideaList) return { isIncomplete: false, items: [] }
      const { completion, own } = session.client
      const closes = own.suggest && trigger === 'typed'
      return completionList(found, document.lines, { ...completion, suggest: own.suggest, closes })
    },
  }),
  requestHandler({
    type: new RequestType<CompletesParams, boolean, never>(completesRequest),
    scope: 'document',
    fallback: false,
    answer: (document, { position, isStop = false }, session) => {
      const offset = document.lines.offsetAt(position)
      if (!mayOpenByItself(document.read(), offset)) return false
      if (isStop) return isStopToFill(document.read(), offset, completionContext(document, session, 'invoked'))
      return completionsAt(document, position, session, 'typed').suggestions.length > 0
    },
  }),
]

const completionsAt = (
  document: OpenDocument,
  position: Position,
  session: Session,
  asked: CompletionContext['asked'],
): Completions => completions(document.read(), document.lines.offsetAt(position), completionContext(document, session, asked))

const completionContext = (document: OpenDocument, session: Session, asked: CompletionContext['asked']): CompletionContext => ({
  asked,
  rules,
  facts: usageFacts(session),
  lists: session.lists.others(document.uri),
  projects: session.configuration.of(document.uri).effective.projects,
  lint: (file) => session.diagnostics.lint(document, file),
  newIdea: session.client.own.newIdea,
})
