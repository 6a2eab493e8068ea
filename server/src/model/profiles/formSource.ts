import type { FormSource } from '../../protocol/protocol.ts'
import type { IdeaFile } from '../types.ts'

/** Where a list's form comes from, in the order in which one source goes before the next. */
export function formSourceOf({ templateSpan, template, options, projects }: IdeaFile): FormSource {
  if (templateSpan) return { kind: 'template' }
  if (options.profile) return { kind: 'configuration' }
  if (!template.learned) return { kind: 'profile' }
  if (template.learned.reason === 'folder') return { kind: 'learned', ideas: template.learned.ideas }
  return { kind: 'learned', ideas: projects.reduce((count, { ideas }) => count + ideas.length, 0) }
}
