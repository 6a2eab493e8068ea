import { labelKey } from '../../model/schema/labelKey.ts'
import { matterPeopleForm } from '../../model/schema/matterPeopleForm.ts'
import type { Field, IdeaFile, MatterPeopleForm, PlacedIdea } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { shift } from '../../text/span.ts'

/** Whether an offset is in the front matter of a text. */
export const isWithinFrontMatter = (text: string, offset: number): boolean => offset < frontMatterEnd(text)

/** Whether the value of a field of an idea is in the front matter of its file. */
export const isFieldInFrontMatter = ({ text }: IdeaFile, { at }: PlacedIdea, { valueSpan }: Field): boolean =>
  isWithinFrontMatter(text, at + valueSpan.end)

/** If neither the file nor its folder names anyone yet. */
const defaultMatterForm: MatterPeopleForm = { kind: 'items', bullet: '  - ', keys: [], slot: 'name', sign: '' }

/** How an idea writes the mentors in its front matter: as it writes its last one, or else as most files of the folder do. */
export function frontMatterFormOf(
  { text, template }: IdeaFile,
  { idea, at }: PlacedIdea,
  { label, valueSpan }: Field,
): { readonly form: MatterPeopleForm; readonly isOwn: boolean } {
  const own = matterPeopleForm(text, shift(valueSpan, at), idea.mentors)
  const usual = template.learned?.labels.find(({ people, key }) => people && key === labelKey(label))?.people
  return { form: own ?? usual ?? defaultMatterForm, isOwn: own !== null }
}

/** A text as a YAML value, in quotation marks if it could be read as anything else. */
export const learnedFileYaml = (text: string): string =>
  /^(?:[\p{L}]|\p{Nd}{1,6} \p{L})[\p{L}\p{N} ,.()'/@+-]*$/u.test(text) &&
  !/ $/.test(text) &&
  !/^(?:true|false|yes|no|on|off|null)$/i.test(text)
    ? text
    : JSON.stringify(text)
