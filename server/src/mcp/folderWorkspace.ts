import { createAgentDocument } from '../agents/agentDocument.ts'
import { noProgramMessage } from '../agents/agentTool.ts'
import type { AgentText, AgentWorkspace, WorkspaceIdea } from '../agents/agentWorkspace.ts'
import { createCliConfiguration } from '../cli/input/configuration.ts'
import { findForm } from '../cli/input/findForm.ts'
import { findLfids } from '../cli/input/findLfids.ts'
import { FolderFiles } from '../cli/input/folderFiles.ts'
import { readLists } from '../cli/input/readLists.ts'
import { readTextFile } from '../cli/input/readTextFile.ts'
import type { Io } from '../cli/io/io.ts'
import { relativePath } from '../cli/io/paths.ts'
import { withProfile } from '../config/effectiveConfiguration.ts'
import { maxTextLength } from '../model/ideaFile.ts'
import { exportedFile } from '../report/exportedFile.ts'
import { errorMessage } from '../text/errorMessage.ts'
import { isInWorkspace, outsideWorkspace } from './workspaceIo.ts'

/** Where a text is read that names no file. */
const unnamedPath = 'ideas.md'

/** The lists below the current folder of `io`. Nothing is kept between two calls: files may have changed. */
export function folderWorkspace(io: Io): AgentWorkspace {
  const openText = async ({ text, path, program }: AgentText) => {
    const shown = path ?? unnamedPath
    const fullPath = io.absolute(shown)
    const configuration = await createCliConfiguration(null, null, io)
    const plain = await configuration.forList(fullPath)
    const effective = program === null ? plain : withProfile(plain, program)
    if (effective === null) throw new Error(noProgramMessage(program ?? ''))
    const siblings = path === null ? [] : (await new FolderFiles(configuration, io).siblingsOf(fullPath)).siblings
    return createAgentDocument({ path: shown, fullPath, text, effective, siblings, peers: [] })
  }
  return {
    openText: async (given) => {
      // also where a text is going to be must be inside: its folder and configuration are read
      if (given.path !== null && !isInWorkspace(given.path, io)) throw new Error(`${given.path}: ${outsideWorkspace}`)
      return openText(given)
    },
    openPath: async (path) => {
      try {
        return await openText({ text: await readTextFile(path, maxTextLength, io), path: relativePath(path, io), program: null })
      } catch (error) {
        throw new Error(`${path}: ${errorMessage(error)}`, { cause: error })
      }
    },
    ideas: () => workspaceIdeasBelow(io),
    formFor: async ({ file }) => {
      const { form, repository } = await findForm(file.path, io)
      return { form, repository, lfid: await findLfids(file.path, io) }
    },
  }
}

async function workspaceIdeasBelow(
  io: Io,
): Promise<{ readonly ideas: readonly WorkspaceIdea[]; readonly unread: readonly string[] }> {
  const ideas: WorkspaceIdea[] = []
  const unread: string[] = []
  for await (const outcome of readLists(['.'], await createCliConfiguration(null, null, io), io)) {
    if (outcome.kind === 'failure') unread.push(outcome.path)
    if (outcome.kind !== 'list') continue
    const { path, projects } = exportedFile(outcome.path, outcome.file)
    for (const project of projects) {
      for (const { line, title, mentors, skills } of project.ideas) {
        const people = mentors.map(({ name, handle }) => ({ name, handle }))
        ideas.push({ path, line, title, project: project.name, mentors: people, skills })
      }
    }
  }
  return { ideas, unread }
}
