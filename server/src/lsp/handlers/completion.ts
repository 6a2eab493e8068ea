import {
  CompletionRequest,
  CompletionTriggerKind,
  type Position,
  ProtocolRequestType,
  type TextDocumentPositionParams,
} from 'vscode-languageserver'
import { type Completions, completions } from '../../features/completion/completion.ts'
import type { CompletionContext } from '../../features/completion/completionContext.ts'
import { completionList } from '../../features/completion/completionItems.ts'
import { createUsageIndex } from '../../features/completion/usageIndex.ts'
import { completesRequest } from '../../protocol/protocol.ts'
import { rules } from '../../rules/index.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { type RequestHandler, requestHandler, type Session } from './handler.ts'

/** What brings the list without being asked: the ends of `#### `, `- `, `Mentor(s):`, `(@`, `](#`, `https://`, `Go,` and `<!-- `. */
const triggerCharacters = [' ', '#', '(', '@', ',', '/', ':', '<', '[']

const completesType = new ProtocolRequestType<TextDocumentPositionParams, boolean, never, void, void>(completesRequest)

/** Completion, and whether there is any where a person has just typed a letter that no editor takes for a trigger. */
export const completionServices: readonly RequestHandler[] = [
  {
    capability: { completionProvider: { triggerCharacters } },
    offered: () => true,
    // what is known of other lists belongs to one server
    listen: (session) => {
      for (const each of servicesWith(createUsageIndex())) each.listen(session)
    },
  },
]

const servicesWith = (facts: CompletionContext['facts']): readonly RequestHandler[] => [
  requestHandler(CompletionRequest.type, {
    capability: {},
    fallback: null,
    answer: (document, { position, context }, session) => {
      const asked = context === undefined || context.triggerKind === CompletionTriggerKind.Invoked ? 'invoked' : 'typed'
      const found = completionsAt(document, position, contextOf(document, session, facts, asked))
      const { completion, own } = session.client
      return completionList(found, document.lines, { ...completion, suggest: own.suggest })
    },
  }),
  requestHandler(completesType, {
    capability: {},
    fallback: false,
    answer: (document, { position }, session) =>
      completionsAt(document, position, contextOf(document, session, facts, 'typed')).suggestions.length > 0,
  }),
]

const completionsAt = (document: OpenDocument, position: Position, context: CompletionContext): Completions =>
  completions(document.read(), document.lines.offsetAt(position), context)

const contextOf = (
  document: OpenDocument,
  session: Session,
  facts: CompletionContext['facts'],
  asked: CompletionContext['asked'],
): CompletionContext => ({
  asked,
  rules,
  facts,
  lists: session.others(document),
  projects: session.projects(document),
  lint: (file) => session.lint(document, file),
  newIdea: session.client.own.newIdea,
})
