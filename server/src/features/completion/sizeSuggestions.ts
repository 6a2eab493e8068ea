import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { formatSize } from '../../editing/sizeText.ts'
import type { SizeSpec, Template } from '../../model/types.ts'
import type { ValueCursor } from './cursorContext.ts'
import { listValueAt } from './listValue.ts'
import type { Suggestion } from './suggestion.ts'

/** The sizes of the template, in its order; the whole value is replaced. */
export function sizeSuggestions(template: Template, { line, value }: ValueCursor): readonly Suggestion[] {
  const { span, lead } = listValueAt(line, value)
  return template.sizes.map((size) => {
    const text = sizeValue(size, template)
    return {
      label: text,
      kind: CompletionItemKind.Value,
      detail: size.hours > 0 ? l10n.t`about ${size.hours} hours` : '',
      filter: size.hours > 0 ? `${text} ${size.hours} hours` : text,
      span,
      newText: `${lead}${text}`,
      next: 'nextStop',
    }
  })
}

/** `medium`, `~175 hours`: a size as the template asks for it. */
const sizeValue = ({ word, hours }: SizeSpec, template: Template): string =>
  word === null ? `${hours} hours` : formatSize(word, template)
