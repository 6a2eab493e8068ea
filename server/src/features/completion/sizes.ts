import { CompletionItemKind } from 'vscode-languageserver-types'
import { formatSize } from '../../editing/sizeText.ts'
import type { SizeSpec, Template } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import type { Suggestion } from './suggestion.ts'

/** A size as an idea is to write it. */
const written = ({ word, hours }: SizeSpec, template: Template): string =>
  word === null ? `${hours} hours` : formatSize(word, template)

/** The sizes on offer, in the template's order; `value` is replaced as a whole. */
export const sizeSuggestions = (template: Template, value: Span): readonly Suggestion[] =>
  template.sizes.map((size) => {
    const newText = written(size, template)
    return {
      label: newText,
      kind: CompletionItemKind.Value,
      detail: size.hours > 0 ? `about ${size.hours} hours` : '',
      filter: size.hours > 0 ? `${newText} ${size.hours} hours` : newText,
      span: value,
      newText,
    }
  })
