import { ProtocolRequestType } from 'vscode-languageserver'
import { ideaAt } from '../../features/ideas/ideaAt.ts'
import { type IdeaAt, type IdeaAtParams, ideaAtRequest } from '../../protocol/protocol.ts'
import { requestHandler } from './handler.ts'

const type = new ProtocolRequestType<IdeaAtParams, IdeaAt | null, never, void, void>(ideaAtRequest)

/** The idea at a place with its open findings, for a client that shows it beside the text. */
export const ideaAtService = requestHandler(type, {
  capability: {},
  fallback: null,
  answer: (document, { position }, session) => {
    const { file, findings } = session.report(document)
    return ideaAt(file, document.lines, findings, document.lines.offsetAt(position))
  },
})
