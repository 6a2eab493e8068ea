import { skillNamed } from '../catalog/skills.ts'
import { readableLabel } from '../editing/learned/frontMatterIdeaText.ts'
import { readSize } from '../model/fields/sizes.ts'
import type { ExportedFile, ExportedIdea, ExportReport } from '../report/schema.ts'
import { sanitizeControlCharacters } from '../text/sanitize.ts'
import { oneLine } from '../text/wording.ts'
import { redactAddresses } from './addresses.ts'
import { publishedListKey, publishedListNames } from './publishedLists.ts'
import { listedIdeasOnce } from './repeatedIdeas.ts'
import { withoutRepeatedPrograms } from './repeatedPrograms.ts'

/** How ideas are published. */
export interface PublishingOptions {
  /** Whether e-mail addresses are published; everywhere else they are left out, also of texts. */
  readonly withEmail: boolean
  /** The URL of a file on the web by its path, without an anchor; null if it has none. */
  readonly urlOf: (path: string) => string | null
}

export interface PublishedMentor {
  readonly name: string | null
  /** Without `@`. */
  readonly handle: string | null
  /** Null unless addresses are published. */
  readonly email: string | null
}

export interface PublishedSkill {
  /** Its usual name if it is known: `Go` for `golang`. */
  readonly name: string
  /** Other names, for a search. */
  readonly aliases: readonly string[]
}

/** A text of an idea, as Markdown, under its label; an idea's introduction has no label. */
export interface PublishedText {
  readonly label: string
  readonly markdown: string
}

/** An idea as readers see it. Names are on one line, without control characters. */
export interface PublishedIdea {
  /** The list's path and the idea's anchor or line: `ideas/2026.md#sign-images`. */
  readonly id: string
  readonly title: string
  readonly project: string
  /** What its list is called. */
  readonly list: string
  readonly year: number | null
  /** The idea's place on the web; null if its list has none. */
  readonly url: string | null
  /** A word, or hours: `large`, `350 hours`; else as it is written, if that is short. */
  readonly size: string | null
  /** The hours that the idea gives for its size. */
  readonly hours: number | null
  readonly difficulty: string | null
  readonly skills: readonly PublishedSkill[]
  readonly mentors: readonly PublishedMentor[]
  readonly upstream: readonly string[]
  readonly lfxUrl: string | null
  readonly texts: readonly PublishedText[]
}

/** The ideas of these lists, in their order, each of a term once. Their ids differ. */
export function publishedIdeas(report: ExportReport, options: PublishingOptions): readonly PublishedIdea[] {
  const { files } = withoutRepeatedPrograms(report)
  const ids = new Set<string>()
  const names = publishedListNames(files)
  return listedIdeasOnce(files).map(({ file, project, idea }) =>
    publishedIdea(idea, {
      file,
      list: names.get(publishedListKey(file))!,
      project,
      id: uniquePublishedId(file, idea, ids),
      options,
    }),
  )
}

function uniquePublishedId({ path }: ExportedFile, { anchor, line }: ExportedIdea, taken: Set<string>): string {
  const base = `${path}#${anchor ?? `L${line}`}`
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  return id
}

interface PlaceOfIdea {
  readonly file: ExportedFile
  readonly list: string
  readonly project: string
  readonly id: string
  readonly options: PublishingOptions
}

function publishedIdea(idea: ExportedIdea, { file, list, project, id, options }: PlaceOfIdea): PublishedIdea {
  const readable = (text: string): string => publishedName(options.withEmail ? text : redactAddresses(text))
  const url = options.urlOf(file.path)
  const difficulty = idea.fields.find(({ key }) => key === 'difficulty')?.text
  return {
    id,
    title: readable(idea.title ?? '') || 'Untitled idea',
    project: readable(project),
    list: publishedName(list),
    year: file.year,
    url: url === null || idea.anchor === null ? url : `${url}#${encodeURIComponent(idea.anchor)}`,
    size: idea.size ?? (readable(sizeAsWritten(idea)) || null),
    hours: publishedHours(idea),
    difficulty: difficulty === undefined ? null : readable(difficulty) || null,
    skills: publishedSkills(idea.skills.map(readable)),
    mentors: idea.mentors.flatMap(({ name, handle, email }) => {
      const mentor = { name: name && readable(name), handle, email: options.withEmail ? email : null }
      return mentor.name || mentor.handle || mentor.email ? [mentor] : []
    }),
    upstream: idea.upstream,
    lfxUrl: idea.lfxUrl,
    texts: publishedTexts(idea, project).map(({ label, markdown }) => ({
      label: readable(label),
      markdown: options.withEmail ? markdown : redactAddresses(markdown),
    })),
  }
}

/** A longer text is no size. */
const maxShownSize = 40

/** `12 weeks`: a size that is neither a word nor hours. */
function sizeAsWritten({ fields }: ExportedIdea): string {
  const text = oneLine(fields.find(({ key }) => key === 'size')?.text ?? '').replace(/[*_`]/g, '')
  return text.length > maxShownSize ? '' : text
}

function publishedHours({ fields }: ExportedIdea): number | null {
  const text = fields.find(({ key }) => key === 'size')?.text
  return text === undefined ? null : (readSize(text, { start: 0, end: text.length })?.hours ?? null)
}

const publishedName = (text: string): string => sanitizeControlCharacters(oneLine(text))

function publishedSkills(names: readonly string[]): readonly PublishedSkill[] {
  const skills = new Map<string, PublishedSkill>()
  for (const written of names) {
    const known = skillNamed(written)
    const name = known?.name ?? written
    if (name !== '' && !skills.has(name)) skills.set(name, { name, aliases: known?.aliases ?? [] })
  }
  return [...skills.values()]
}

/** Fields that have a place of their own; mentors' texts also have their addresses. */
const structuredFields: ReadonlySet<string> = new Set(['mentors', 'size', 'upstreamIssue', 'lfxUrl', 'difficulty'])

const publishedTexts = ({ text, fields }: ExportedIdea, project: string): readonly PublishedText[] => {
  // a field that is the project is shown as that
  const own = fields.filter((field) => !structuredFields.has(field.key) && !(field.key === 'other' && field.text === project))
  return [{ label: '', markdown: text }, ...own.map(publishedFieldText)].filter(({ markdown }) => markdown.trim() !== '')
}

const publishedFieldText = ({ label, text }: ExportedIdea['fields'][number]): PublishedText => ({
  label: readableLabel(label),
  markdown: text,
})
