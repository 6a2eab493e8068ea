import * as l10n from '@vscode/l10n'
import { plainLabelText } from '../../model/schema/labelKey.ts'
import { yamlText } from '../../model/schema/yamlScalars.ts'
import type { IdeaFile } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { type Span, shift, touches } from '../../text/span.ts'
import { quote } from '../../text/wording.ts'

/** The title of an idea in the front matter of its file. */
export interface MatterTitle {
  /** Its text, without quotation marks; in the file. */
  readonly span: Span
  readonly text: string
  /** The index of the first heading if that repeats the title; null if none does. */
  readonly heading: number | null
}

/** The title in front matter, at a cursor in it or in the heading that repeats it; `via` is the text at the cursor. */
export function matterTitleAt(file: IdeaFile, offset: number): (MatterTitle & { readonly via: Span }) | null {
  const title = titleOfMatter(file)
  if (title === null) return null
  if (isAtMatterTitle(file.text, title.span, offset)) return { ...title, via: title.span }
  const placed = title.heading === null ? undefined : file.headings[title.heading]
  return placed && touches(shift(placed.heading.span, placed.at), offset)
    ? { ...title, via: shift(placed.heading.textSpan, placed.at) }
    : null
}

/** Quotation marks around it belong to it. */
const isAtMatterTitle = (text: string, { start, end }: Span, offset: number): boolean =>
  touches({ start: start - Number(/["']/.test(text[start - 1] ?? '')), end: end + Number(/["']/.test(text[end] ?? '')) }, offset)

function titleOfMatter(file: IdeaFile): MatterTitle | null {
  const body = frontMatterEnd(file.text)
  for (const { at, idea } of file.projects.flatMap(({ ideas }) => ideas)) {
    const { heading, fields } = idea
    if (heading === null || at + heading.span.end > body) continue
    const yaml = fields.find(({ labelSpan, yaml: texts }) => texts && labelSpan.start === heading.span.start)?.yaml
    if (yaml?.length !== 1) continue
    const span = shift(yaml[0]!, at)
    const [first] = file.headings
    const isRepeated = first !== undefined && plainLabelText(first.heading.text) === plainLabelText(heading.text)
    return { span, text: yamlText(file.text, span).trim(), heading: isRepeated ? 0 : null }
  }
  return null
}

/** What gives the idea another title in its front matter; a reason why the name is not allowed. */
export function matterTitleEdit(
  file: IdeaFile,
  { span }: MatterTitle,
  name: string,
  read: (text: string) => IdeaFile,
): Edit | { readonly refusal: string } {
  if (name === '') return { refusal: l10n.t('A heading cannot be empty.') }
  if (/[\r\n]/.test(name)) return { refusal: l10n.t('A heading must be a single line.') }
  const isNamed = (edit: Edit): boolean => titleOfMatter(read(applyEdits(file.text, [edit])))?.text === name
  return (
    matterTitleForms(file.text, span, name).find(isNamed) ?? {
      refusal: l10n.t`Named ${quote(name)}, this would no longer be recognized as an idea.`,
    }
  )
}

/** The name as the title is written, and with quotation marks for what YAML would read otherwise (`C # D`). */
function matterTitleForms(text: string, span: Span, name: string): readonly Edit[] {
  const quoted = JSON.stringify(name)
  const mark = text[span.start - 1]
  if (mark === '"' && text[span.end] === mark) return [{ span, newText: quoted.slice(1, -1) }]
  if (mark === "'" && text[span.end] === mark) return [{ span, newText: name.replaceAll("'", "''") }]
  return [
    { span, newText: name },
    { span, newText: quoted },
  ]
}
