import { cutFragment } from '../../syntax/sections.ts'
import { groupBy } from '../../text/groupBy.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import { readSections, type SectionFacts } from '../blocks/sectionFacts.ts'
import { parseSizeOptions, sizeWordsOf } from '../fields/sizes.ts'
import { normalizeLabel } from '../labels/aliases.ts'
import { readIdea, type Vocabulary } from '../readIdea.ts'
import type { Field, FieldSpec, Idea, Labels, Mentor, MentorSpec, Profile, Template } from '../types.ts'
import { areTemplateSamplesFilledIn, samplesOf } from './templateSamples.ts'

/** A template block as written: nothing in it comes from a profile yet. */
export interface TemplateBlock {
  readonly body: string
  readonly idea: Idea
  /** The idea's own text: the spans of `idea` count in it. */
  readonly ideaText: string
  /** The headings of a project and an idea, if the block has them. */
  readonly headings: readonly string[]
  readonly projectLevel: number | null
  readonly ideaLevel: number | null
}

/** `-       Mentee:`, which Markdown reads as code in an item. */
const wideTemplateBullet = /^([ \t]{0,3}[-*+])[ \t]{5,}(?=\S)/gm

/** Reads a fenced block as a template; null unless one of its sections has mentors and another known field. */
export function readTemplateBlock(body: string, labels?: Labels, profile?: Profile): TemplateBlock | null {
  const sections = readSections(cutFragment(body.replace(wideTemplateBullet, '$1 ')), new Map(), labels)
  const at = sections.findIndex(isIdeaInTemplate)
  if (at < 0) return null
  const headings = sections.slice(0, at + 1).flatMap(({ heading }) => (heading ? [heading] : []))
  const levels = headings.map(({ level }) => level)
  const ideaLevel = levels.at(-1) ?? null
  const projectLevel = levels.findLast((level) => ideaLevel !== null && level < ideaLevel) ?? null
  const idea = readIdea({ sections: sections.slice(at, at + 1), skip: 0 }, templateVocabulary(labels, profile))
  return {
    body,
    idea,
    ideaText: sections[at]!.section.blocks.map(({ text }) => text).join(''),
    headings: headings.filter(({ level }) => level === ideaLevel || level === projectLevel).map(({ text }) => text),
    projectLevel,
    ideaLevel,
  }
}

/** The words with which ideas of a profile are read. */
export const templateVocabulary = (labels: Labels | undefined, profile: Profile | undefined): Vocabulary => ({
  labels,
  sizes: sizeWordsOf(profile?.sizes ?? []),
})

/** Whether a section is certainly an idea: it has mentors and another known field (`docs/spec.md#scope`). */
export const isIdeaInTemplate = ({ keys }: SectionFacts): boolean => keys.has('mentors') && keys.size > 1

/** The fields that a template block uses. */
export const keysOfTemplate = ({ idea }: TemplateBlock): ReadonlySet<string> => new Set(idea.fields.map((field) => field.key))

/** The template of a file: what its block says, completed by the profile. */
export function templateOf(block: TemplateBlock, profile: Profile, knowsProject: (name: string) => boolean): Template {
  const { body, idea, projectLevel, ideaLevel } = block
  const size = idea.fields.find((field) => field.key === 'size')
  const words = sizeWordsOf(profile.sizes)
  const offered = size ? parseSizeOptions(body.slice(body.indexOf(size.label)).split(/\r?\n/, 1)[0]!, words) : []
  return {
    fields: idea.fields.map((field) => templateFieldSpec(field, profile)),
    sizes: size ? (offered.length > 0 ? offered : profile.sizes) : [],
    mentors: templateMentorSpec(block, profile.mentors),
    toc: profile.toc,
    tocMarks: profile.tocMarks,
    projectLevel: projectLevel ?? profile.projectLevel,
    ideaLevel: ideaLevel ?? profile.ideaLevel,
    samples: samplesOf(block, words, knowsProject),
    ...(areTemplateSamplesFilledIn(block, knowsProject) && { filledIn: block.headings.at(-1)! }),
  }
}

/** Whether `written` is one of a field's labels, ignoring letter case and white space. */
export const hasTemplateLabel = (spec: FieldSpec, written: string): boolean => labelKeysOf(spec).all.has(normalizeLabel(written))

/** A field's own label and all of them, as labels are compared. */
const labelKeysOf = memoByIdentity(({ label, aliases = [] }: FieldSpec) => ({
  own: normalizeLabel(label),
  all: new Set([label, ...aliases].map(normalizeLabel)),
}))

/** A field of the template is required unless it is optional in the profile, its label says "optional", or only this file has it. */
function templateFieldSpec({ key, label }: Field, profile: Profile): FieldSpec {
  const known = profile.fields.find((spec) => spec.key === key && (key !== 'other' || hasTemplateLabel(spec, label)))
  const optional = (key === 'other' && !known) || /optional/i.test(label) || known?.required === false
  return { key, label, required: !optional, ...(known?.aliases && { aliases: known.aliases }) }
}

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 }

const leastMentors = /at least (?:\*{0,2})(\d|one|two|three|four)\b/i

/** How many mentors with which contacts: from the note after the label (`at least 2 mentors`) and the sample entries below it. */
function templateMentorSpec({ body, idea, ideaText }: TemplateBlock, fallback: MentorSpec): MentorSpec {
  const note = leastMentors.exec(body)?.[1]?.toLowerCase()
  const min = note === undefined ? fallback.min : (numbers[note] ?? Number(note))
  const samples = idea.mentors
  const asked =
    samples.length > 0
      ? templateContacts(samples, ideaText, fallback)
      : templateContactsOfFormat(templateMentorsValue(idea, ideaText))
  if (asked === null) return { ...fallback, min, advised: Math.max(min, fallback.advised) }
  return {
    min,
    advised: Math.max(min, fallback.advised),
    max: Math.max(min, fallback.max),
    ...asked,
    primary: samples.some((mentor) => mentor.primary) || /\bprimary mentor\b/i.test(body),
  }
}

/** Whether the block itself says which contacts a mentor has. */
export const templateStatesContacts = ({ idea, ideaText }: TemplateBlock): boolean =>
  idea.mentors.length > 0 || templateContactsOfFormat(templateMentorsValue(idea, ideaText)) !== null

/** Whether the block itself says how many mentors there are, by a note or by several sample entries. */
export const templateStatesCount = ({ body, idea }: TemplateBlock): boolean => leastMentors.test(body) || idea.mentors.length > 1

/** What an entry contains in addition to the name. */
type RequiredContacts = Pick<MentorSpec, 'handle' | 'email'>

/** The contacts in sample entries, where `<email>` counts as an address. Samples without contacts leave the handle to the profile. */
function templateContacts(samples: readonly Mentor[], ideaText: string, fallback: MentorSpec): RequiredContacts {
  const form = templateContactsOfFormat(samples.map(({ span }) => ideaText.slice(span.start, span.end)).join('\n'))
  const handle = form?.handle || samples.some(({ handleForm }) => handleForm !== null)
  const email = form?.email || samples.some(({ emailForm }) => emailForm !== null)
  return { handle: handle || (!email && fallback.handle), email }
}

/** The contacts that a format such as `Name (@handle, email)` asks for; null if it names none. */
function templateContactsOfFormat(text: string): RequiredContacts | null {
  const handle = /(?<![\w.])@|\bgithub\b|\bhandle\b/i.test(text)
  const email = /\be-?mail\b|[\w.]@[\w.]/i.test(text)
  return handle || email ? { handle, email } : null
}

/** The values of the mentors fields. */
const templateMentorsValue = ({ fields }: Idea, ideaText: string): string =>
  fields
    .filter(({ key }) => key === 'mentors')
    .map(({ valueSpan }) => ideaText.slice(valueSpan.start, valueSpan.end))
    .join('\n')

/** The template's field for a field: of several with its key the one with its label, otherwise the first. */
export function fieldSpecOf({ key, label }: Field, { fields }: Template): FieldSpec | undefined {
  const same = specsByKey(fields).get(key)
  // one field has the key, whatever its label is
  if (same === undefined || (same.length === 1 && key !== 'other')) return same?.[0]
  const written = normalizeLabel(label)
  const named = same.find((spec) => labelKeysOf(spec).own === written) ?? same.find((spec) => labelKeysOf(spec).all.has(written))
  return named ?? (key === 'other' ? undefined : same[0])
}

const specsByKey = memoByIdentity((fields: readonly FieldSpec[]) => groupBy(fields, ({ key }) => key))

/** Whether a field has a known key, or is one of the template's own fields. */
export const isKnownToTemplate = (field: Field, template: Template): boolean =>
  field.key !== 'other' || fieldSpecOf(field, template) !== undefined
