import type { Change } from '../../text/textChange.ts'
import { readIdeaFile, updateIdeaFile } from '../ideaFile.ts'
import type { ParsedIdeaFile } from '../incremental/readState.ts'
import { learnedTemplate } from '../schema/learnedTemplate.ts'
import type { IdeaFile, LearnedSchema, ReadOptions, Template } from '../types.ts'
import { folderIdeaIn } from './folderIdea.ts'
import { folderSchema } from './folderSchema.ts'
import type { OneIdeaFacts } from './oneIdeaFacts.ts'

/** The facts of the other files of a folder. Caches go by the array. */
export type FolderSiblings = readonly OneIdeaFacts[]

/** The siblings of a file that has none, always the same array. */
export const noSiblings: FolderSiblings = []

/**
 * A file next to its siblings: if the folder is a list and the file one of its ideas, it has the folder's schema. Otherwise, and
 * without siblings, it stays what it is by itself.
 */
export function readInFolder(alone: ParsedIdeaFile, siblings: FolderSiblings): ParsedIdeaFile {
  const own = siblings.length === 0 ? null : folderIdeaIn(alone)
  if (own === null) return alone
  const last = lastRead.get(alone)
  if (last?.siblings === siblings) return last.file
  const template = templateInFolder(siblings, own.facts)
  const file = template === null ? alone : { ...own.file, template, alone }
  lastRead.set(alone, { siblings, file })
  return file
}

/** What a file was next to its siblings: the same object for as long as neither changes. */
const lastRead = new WeakMap<ParsedIdeaFile, { readonly siblings: FolderSiblings; readonly file: ParsedIdeaFile }>()

interface KnownTemplate {
  readonly facts: string
  readonly template: Template | null
}

/** The last template for each array of siblings: a key that changes no label leaves it the same object. */
const known = new WeakMap<FolderSiblings, KnownTemplate>()

function templateInFolder(siblings: FolderSiblings, own: OneIdeaFacts): Template | null {
  const facts = JSON.stringify(own)
  const last = known.get(siblings)
  if (last?.facts === facts) return last.template
  const schema = folderSchema([...siblings, own])
  const template = schema?.includes(own) ? learnedTemplate(schema.learned) : null
  known.set(siblings, { facts, template })
  return template
}

/** Reads a whole text next to its siblings. */
export const readFileInFolder = (text: string, options: ReadOptions, siblings: FolderSiblings): ParsedIdeaFile =>
  readInFolder(readIdeaFile(text, options), siblings)

/** Reads `text`, which differs from `file.text` by `change` only, next to its siblings. */
export const updateFileInFolder = (
  file: ParsedIdeaFile,
  text: string,
  change: Change,
  options: ReadOptions,
  siblings: FolderSiblings,
): ParsedIdeaFile => readInFolder(updateIdeaFile(file.alone ?? file, text, change, options), siblings)

/** What a file's folder has in common, if the folder is a list and the file one of its ideas; null for any other file. */
export const folderSchemaOf = ({ template: { learned } }: IdeaFile): LearnedSchema | null =>
  learned?.reason === 'folder' ? learned : null
