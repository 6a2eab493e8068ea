import { noSlugs } from '../outline/placeHeadings.ts'
import { mayBeIdeaList } from '../profiles/mayBeIdeaList.ts'
import { profiles } from '../profiles/profiles.ts'
import { noToc } from '../toc/findToc.ts'
import type { IdeaFile, ReadOptions } from '../types.ts'
import type { ParsedIdeaFile, ParsedSection } from './readState.ts'

/** Longer texts are not read (UTF-16 code units): the longest real list has a twentieth of it. */
export const maxTextLength = 4 * 1024 * 1024

export const noOwnProjects: IdeaFile['ownProjects'] = new Map()

/** The model of a file that is not an idea list: its sections only. */
export const emptyFileWithoutIdeas = (
  text: string,
  sections: readonly ParsedSection[],
  options: ReadOptions,
): ParsedIdeaFile => ({
  path: options.path,
  options,
  text,
  ideaList: false,
  profile: profiles.gsoc,
  claimed: false,
  labels: options.labels,
  knowsProject: options.knowsProject,
  ownProjects: options.ownProjects ?? noOwnProjects,
  template: profiles.gsoc,
  statedTemplate: profiles.gsoc,
  templateSpan: null,
  templateBlock: null,
  projectLevel: 1,
  ideaLevel: 2,
  headings: [],
  numberedSlugs: noSlugs,
  sections,
  projects: [],
  toc: null,
  tocHeadings: [],
  tocMatch: null,
  htmlAnchors: [],
  tocReading: noToc,
  unread: [],
})

/** The model of a text over `maxTextLength`: all of it is one unread place, if it could be an idea list. */
export const emptyFileTooLong = (text: string, options: ReadOptions): ParsedIdeaFile => ({
  ...emptyFileWithoutIdeas(text, [], options),
  unread: options.claimed || mayBeIdeaList(text, options.path) ? [{ start: 0, end: text.length }] : [],
})
