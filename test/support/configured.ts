import type { IdeaFile } from '../../server/src/model/types.ts'
import { optionsAt, readOrchard } from './orchard.ts'

/** Reads texts at a path below the folder of a project file, which has no problem. */
export const readConfigured =
  (projectFile: string, path: string) =>
  (text: string): IdeaFile =>
    readOrchard(text, optionsAt(`/orchard/${path}`, projectFile))
