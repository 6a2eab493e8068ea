import { createAgentDocument } from '../../agents/agentDocument.ts'
import { noProgramMessage } from '../../agents/agentTool.ts'
import type { AgentWorkspace, WorkspaceIdea } from '../../agents/agentWorkspace.ts'
import { withProfile } from '../../config/effectiveConfiguration.ts'
import { cncfForm, cncfRepository } from '../../forms/cncfForm.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { openDocumentPath } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'
import { workspacePath } from './workspaceExport.ts'

/** The workspace of a session as the tools for language models see it: its lists, with unsaved changes, and nothing else. */
export function agentLists(session: Session): AgentWorkspace {
  const { lists, configuration } = session
  const shownPath = (uri: string): string => workspacePath(uri, lists.folders())
  const open = async (uri: string, path: string, text: string, program: string | null) => {
    const { effective: plain } = await configuration.onDisk(uri)
    const effective = program === null ? plain : withProfile(plain, program)
    if (effective === null) throw new Error(noProgramMessage(program ?? ''))
    const [siblings, peers] = [lists.siblings(uri), lists.peers(uri)]
    return createAgentDocument({ path, fullPath: openDocumentPath(uri), text, effective, siblings, peers })
  }
  return {
    openText: async ({ text, path, program }) => {
      await lists.whenLoaded()
      return open(agentTextUri(path ?? 'ideas.md', lists.folders()), path ?? 'ideas.md', text, program)
    },
    openPath: async (path) => {
      await lists.whenCurrent()
      const wanted = path.replaceAll('\\', '/').replace(/^\.\//, '')
      const list = lists.lists().find(({ uri }) => shownPath(uri) === wanted || uri === path)
      if (list === undefined) throw new Error(`${path}: not an idea list of the workspace; find_ideas names the lists`)
      return open(list.uri, shownPath(list.uri), list.text, null)
    },
    ideas: async () => {
      await lists.whenCurrent()
      return { ideas: lists.lists().flatMap((list) => ideasOfSummary(list, shownPath(list.uri), session)), unread: [] }
    },
    formFor: async () => ({ form: cncfForm(), repository: cncfRepository, lfid: () => null }),
  }
}

/** Where a text is going to be: below the first folder of the workspace. Nothing is read there. */
function agentTextUri(path: string, [folder = 'untitled:']: readonly string[]): string {
  const parts = path.replaceAll('\\', '/').split('/')
  if (parts.includes('..') || path.startsWith('/')) throw new Error(`${path}: outside the workspace; expected a relative path`)
  return `${folder.replace(/\/$/, '')}/${parts.map(encodeURIComponent).join('/')}`
}

const ideasOfSummary = ({ uri, projects }: ListSummary, path: string, { lists }: Session): readonly WorkspaceIdea[] =>
  projects.flatMap(({ ideas }) =>
    ideas.map(({ title, project, span, mentors, skills }) => ({
      path,
      line: (lists.linesOf(uri)?.positionAt(span.start).line ?? 0) + 1,
      title,
      project,
      mentors: mentors.map(({ name, handle }) => ({ name, handle })),
      skills: skills.map(({ name }) => name),
    })),
  )
