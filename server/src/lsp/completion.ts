import {
  CompletionRequest,
  CompletionTriggerKind,
  type Position,
  ProtocolRequestType,
  type TextDocumentPositionParams,
} from 'vscode-languageserver'
import { type Completions, completions } from '../features/completion/completion.ts'
import { completionList } from '../features/completion/items.ts'
import type { Asked } from '../features/completion/suggestion.ts'
import { completesRequest } from '../protocol.ts'
import { rules } from '../rules/index.ts'
import type { OpenDocument } from './document.ts'
import { type Service, type Session, service } from './service.ts'

/** What brings the list without being asked: the ends of `#### `, `- `, `Mentor(s):`, `(@`, `](#`, `https://`, `Go,` and `<!-- `. */
const triggerCharacters = [' ', '#', '(', '@', ',', '/', ':', '<', '[']

const completesType = new ProtocolRequestType<TextDocumentPositionParams, boolean, never, void, void>(completesRequest)

/** Completion, and whether there is any where a person has just typed a letter that no editor takes for a trigger. */
export const completionServices: readonly Service[] = [
  service(CompletionRequest.type, {
    capability: { completionProvider: { triggerCharacters } },
    fallback: null,
    answer: (document, { position, context }, session) => {
      const asked = context === undefined || context.triggerKind === CompletionTriggerKind.Invoked ? 'invoked' : 'typed'
      const { completion, own } = session.client
      return completionList(completionsAt(document, position, asked, session), document.lines, {
        ...completion,
        suggest: own.suggest,
      })
    },
  }),
  service(completesType, {
    capability: {},
    fallback: false,
    answer: (document, { position }, session) => completionsAt(document, position, 'typed', session).suggestions.length > 0,
  }),
]

const completionsAt = (document: OpenDocument, position: Position, asked: Asked, session: Session): Completions =>
  completions(document.file, document.lines.offsetAt(position), {
    asked,
    rules,
    lists: session.others(document),
    projects: session.projects(document),
    lint: (file) => session.lint(document, file),
    newIdea: session.client.own.newIdea,
  })
