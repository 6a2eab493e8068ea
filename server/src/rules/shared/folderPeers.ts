import { isInFolderList } from '../../model/profiles/programmePath.ts'
import type { IdeaSummary, ListSummary } from '../../workspace/listSummary.ts'

/** An idea in an earlier file of the folder; its spans count from that file's start. */
export interface FolderPeerIdea {
  readonly uri: string
  readonly text: string
  readonly idea: IdeaSummary
}

/**
 * The ideas in the earlier files of a folder with one idea in each: with them a file is compared as ideas of one list are. Lists of a
 * program's term repeat each other on purpose, so of other peers there are none.
 */
export const folderPeerIdeas = (peers: readonly ListSummary[]): readonly FolderPeerIdea[] =>
  peers.flatMap(({ uri, text, programme, projects }) =>
    isInFolderList(programme) ? projects.flatMap(({ ideas }) => ideas.map((idea) => ({ uri, text, idea }))) : [],
  )
