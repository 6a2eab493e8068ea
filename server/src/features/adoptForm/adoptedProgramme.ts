import { exampleLabelOf } from '../../editing/learned/exampleIdea.ts'
import { commonMentorForm, type MentorForm } from '../../editing/learned/mentorForm.ts'
import { isSharedInTemplate as isListsPractice } from '../../model/schema/learnedTemplate.ts'
import type { FieldKey, IdeaFile, LearnedLabel, LearnedSchema } from '../../model/types.ts'

/** A program of `.idea-files.json` that asks for what a list says of itself; keys in the order in which they are written. */
export interface AdoptedProgramme {
  readonly title: string
  readonly files: readonly string[]
  readonly form: {
    readonly label?: string
    readonly mentor?: string
    readonly titlePrefix?: string
    readonly oneIdeaAFile?: true
    readonly description?: 'unlabelled'
  }
  readonly levels?: { readonly project?: number | null; readonly idea?: number }
  readonly fields: readonly AdoptedField[]
  /** Absent if each mentor has the contacts that `form.mentor` shows. */
  readonly mentors?: { readonly handle: boolean; readonly email: boolean }
}

interface AdoptedField {
  readonly label: string
  readonly key?: FieldKey
  readonly required?: false
  readonly role?: string
  readonly frontMatter?: true
  readonly written?: string
}

const maxAdoptedSample = 120
const maxAdoptedLabel = 60

/**
 * The program that a list with a learned schema follows; `files` are globs of its lists. Null if nothing was learned: the list has
 * another form, or no label in common.
 */
export function adoptedProgramme(file: IdeaFile, files: readonly string[]): AdoptedProgramme | null {
  const { learned } = file.template
  if (!learned || learned.isDeclared) return null
  const labels = learned.labels.filter(({ label }) => label.length <= maxAdoptedLabel && !/[\r\n|]/.test(label))
  if (labels.length === 0) return null
  const label = learned.labelStyle ? usualAdoptedSample(labels) : null
  const mentor = adoptedMentorSample(commonMentorForm(file))
  const contacts = { handle: learned.mentors.handle !== null, email: learned.mentors.email !== null }
  const isOneIdea = learned.reason === 'folder' || learned.reason === 'front matter'
  const levels = adoptedLevels(file, learned)
  return {
    title: adoptedTitle(file),
    files,
    form: {
      ...(label !== null && { label }),
      ...(mentor !== null && { mentor }),
      ...(learned.titlePrefix !== '' && { titlePrefix: learned.titlePrefix }),
      ...(isOneIdea && { oneIdeaAFile: true }),
      ...(isDescriptionUnlabelled(file, labels) && { description: 'unlabelled' }),
    },
    ...(levels && { levels }),
    fields: labels.map((each) => adoptedField(each, file, label)),
    ...((contacts.handle !== mentor?.includes('handle') || contacts.email !== mentor.includes('email')) && {
      mentors: contacts,
    }),
  }
}

/** `**Label**: `: what at least half of a list's labels have in common, perhaps but for their icons; null if they have nothing. */
function usualAdoptedSample(labels: readonly LearnedLabel[]): string | null {
  const samples = labels.flatMap((label) => adoptedSampleWithoutLabel(label) ?? [])
  return adoptedSampleOfHalf(samples) ?? adoptedSampleOfHalf(samples.map((sample) => sample.replace(iconInSample, '')))
}

function adoptedSampleOfHalf(samples: readonly string[]): string | null {
  const counts = samples.map((sample) => samples.filter((each) => each === sample).length)
  const most = Math.max(0, ...counts)
  return most * 2 >= Math.max(1, samples.length) ? samples[counts.indexOf(most)]! : null
}

const iconInSample =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{So}|[\u{1F1E6}-\u{1F1FF}]|\u200d|\u20e3|\ufe0f)+[ \t\u00a0]*/gu

/** `**Size**: ` → `**Label**: `; null for a key of front matter, and a label whose words are written otherwise. */
function adoptedSampleWithoutLabel({ label, sample, inFrontMatter }: LearnedLabel): string | null {
  const at = sample.indexOf(label)
  if (inFrontMatter || at < 0 || sample.length > maxAdoptedSample) return null
  const written = `${sample.slice(0, at)}Label${sample.slice(at + label.length)}`
  return /\p{L}/u.test(written.replace('Label', '')) ? null : written
}

const slotWords = { name: 'Name', handle: 'handle', email: 'email' } as const

/** `[Name](https://github.com/handle)` */
function adoptedMentorSample(form: MentorForm | null): string | null {
  if (form === null) return null
  const sample = form.map((part) => (typeof part === 'string' ? part : slotWords[part.slot])).join('')
  return sample.length <= maxAdoptedSample && !/[\r\n]/.test(sample) ? sample : null
}

/** The first heading of level 1 that is not an idea, or the file's name. */
function adoptedTitle({ headings, projects, path }: IdeaFile): string {
  const ideas = new Set(projects.flatMap((project) => project.ideas.map(({ at }) => at)))
  const found = headings.find(({ heading, at }) => heading.level === 1 && heading.text !== '' && !ideas.has(at))
  return (
    found?.heading.text ??
    path
      .replaceAll('\\', '/')
      .split('/')
      .at(-1)!
      .replace(/\.[^.]*$/, '')
  )
}

/** The levels that the list keeps to; undefined for a table and for files with one idea. */
function adoptedLevels(
  { projects, projectLevel, ideaLevel }: IdeaFile,
  { reason, ideas }: LearnedSchema,
): AdoptedProgramme['levels'] {
  if (reason === 'table' || reason === 'folder' || reason === 'front matter') return undefined
  const levels = projects.flatMap((project) => project.ideas.flatMap(({ idea }) => idea.heading?.level ?? []))
  const share = levels.filter((level) => level === ideaLevel).length
  const isKept = share === ideas || isListsPractice(share, levels.length)
  const headings = projects.flatMap(({ heading }) => heading?.heading.level ?? [])
  const project = headings.length === 0 ? null : projectLevel
  return { ...(project === null || project < ideaLevel ? { project } : {}), ...(isKept && { idea: ideaLevel }) }
}

/** Whether text without a label is below most titles, in a list without a label for descriptions. */
function isDescriptionUnlabelled({ text, projects }: IdeaFile, labels: readonly LearnedLabel[]): boolean {
  if (labels.some(({ field }) => field === 'description')) return false
  const ideas = projects.flatMap((project) => project.ideas)
  const withText = ideas.filter(({ idea, at }) => {
    const [first] = idea.fields
    if (!idea.heading || !first) return false
    return /[\p{L}\p{N}]/u.test(text.slice(at + idea.heading.span.end, at + first.labelSpan.start).replace(/[^\r\n]*$/, ''))
  })
  return isListsPractice(withText.length, ideas.length)
}

function adoptedField(label: LearnedLabel, { template: { fields }, projects }: IdeaFile, usual: string | null): AdoptedField {
  const required = fields.find((spec) => spec.label === label.label)?.required === true
  const isPrimary =
    label.field === 'mentors' && /\bprimary\b/i.test(label.label) && fields.filter(({ key }) => key === 'mentors').length > 1
  const inTable = projects.some(({ ideas }) =>
    ideas.some(({ idea }) => idea.fields.some((field) => field.style?.family === 'table' && exampleLabelOf(field, [label]))),
  )
  const expected = usual?.replace('Label', () => label.label)
  const isOwn =
    !label.inFrontMatter &&
    !inTable &&
    label.sample.trim() !== '' &&
    label.sample.length <= maxAdoptedSample &&
    label.sample.includes(label.label)
  return {
    label: label.label,
    ...(label.field !== 'other' && { key: label.field }),
    ...(!required && { required: false }),
    ...(isPrimary && { role: 'primary' }),
    ...(label.inFrontMatter && { frontMatter: true }),
    ...(isOwn && expected !== undefined && label.sample.trimEnd() !== expected.trimEnd() && { written: label.sample }),
  }
}
