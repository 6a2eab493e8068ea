import { labelKey } from '../../model/schema/labelKey.ts'
import { matterPeopleForm } from '../../model/schema/matterPeopleForm.ts'
import type { Field, Idea, IdeaFile, MatterPeopleForm, MentorSlot, PlacedIdea } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { shift } from '../../text/span.ts'
import { writtenMentor } from './mentorForm.ts'

/** Whether an offset is in the front matter of a text. */
export const isWithinFrontMatter = (text: string, offset: number): boolean => offset < frontMatterEnd(text)

/** Whether the value of a field of an idea is in the front matter of its file. */
export const isFieldInFrontMatter = ({ text }: IdeaFile, { at }: PlacedIdea, { valueSpan }: Field): boolean =>
  isWithinFrontMatter(text, at + valueSpan.end)

/** If neither the file nor its folder names anyone yet. */
const defaultMatterForm: MatterPeopleForm = { kind: 'items', bullet: '  - ', keys: [], slot: 'name', sign: '' }

/** How an idea writes the mentors in its front matter: as it writes its last one, or else as most files of the folder do. */
export function frontMatterFormOf(
  { text, template }: Pick<IdeaFile, 'text' | 'template'>,
  { idea, at }: { readonly idea: Pick<Idea, 'mentors'>; readonly at: number },
  { label, valueSpan }: Field,
): { readonly form: MatterPeopleForm; readonly isOwn: boolean } {
  const own = matterPeopleForm(text, shift(valueSpan, at), idea.mentors)
  const usual = template.learned?.labels.find(({ people, key }) => people && key === labelKey(label))?.people
  return { form: own ? withUsualEntry(own, usual) : (usual ?? defaultMatterForm), isOwn: own !== null }
}

/** A form of names alone with what the other files say besides the name. */
const withUsualEntry = (own: MatterPeopleForm, usual: MatterPeopleForm | undefined): MatterPeopleForm =>
  own.slot === 'name' && own.keys.length === 0 && !own.entry && usual?.slot === 'name' && usual.entry
    ? { ...own, entry: usual.entry }
    : own

/** A person as a value without keys, as the form has it. */
export const writtenMatterPerson = (
  { entry, slot, sign }: Pick<MatterPeopleForm, 'entry' | 'slot' | 'sign'>,
  person: Readonly<Record<MentorSlot, string | null>>,
): string => (entry ? writtenMentor(entry, person) : `${sign}${person[slot] ?? ''}`)

/** A text as an item of a YAML list on one line, in which a comma or a bracket would end it. */
export const flowItemYaml = (text: string): string => (/[,[\]{}]/.test(text) ? JSON.stringify(text) : learnedFileYaml(text))

/** A text as a YAML value, in quotation marks if it could be read as anything else. */
export const learnedFileYaml = (text: string): string =>
  /^(?:[\p{L}]|\p{Nd}{1,6} \p{L})[\p{L}\p{N} ,.()'/@+-]*$/u.test(text) &&
  !/ $/.test(text) &&
  !/^(?:true|false|yes|no|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text)
