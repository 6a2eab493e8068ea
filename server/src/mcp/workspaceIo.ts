import type { Io } from '../cli/io/io.ts'
import { relativeTo } from '../cli/io/paths.ts'

const refuseWorkspaceWriting = (): Promise<never> => Promise.reject(new Error('the tools for agents write no files'))

/** Whether a path is below the current folder, wherever symbolic links lead; there need not be a file. */
export const isInWorkspace = (path: string, io: Io): boolean => relativeTo(io.realPath('.'), io.realPath(path)) !== null

/** Says why a path is refused. */
export const outsideWorkspace = 'outside the workspace; expected a path below the current folder'

/**
 * An `Io` that reads below the current folder only, wherever symbolic links lead; what is outside does not exist for it, or is refused.
 * It writes nothing, runs nothing, and prints nothing on stdout, which belongs to the protocol.
 */
export function workspaceIo(io: Io): Io {
  const whenInside = <T>(path: string, work: () => Promise<T>): Promise<T> =>
    isInWorkspace(path, io) ? work() : Promise.reject(new Error(outsideWorkspace))
  return {
    ...io,
    stdout: io.stderr,
    kind: (path) => whenInside(path, () => io.kind(path)),
    list: (path) => whenInside(path, () => io.list(path)),
    read: (path, most) => whenInside(path, () => io.read(path, most)),
    exists: async (path) => isInWorkspace(path, io) && io.exists(path),
    write: refuseWorkspaceWriting,
    create: refuseWorkspaceWriting,
    createFolder: refuseWorkspaceWriting,
    git: () => Promise.reject(new Error('the tools for agents run no programs')),
    progress: () => {},
  }
}
