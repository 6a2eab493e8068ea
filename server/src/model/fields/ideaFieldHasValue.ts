import type { Field } from '../types.ts'

/** Whether a field has a value, in its item or after it. In front matter it must say something, which `[]`, `- ` and `""` do not. */
export const ideaFieldHasValue = ({
  valueSpan,
  yaml,
}: Pick<Field, 'valueSpan'> & { readonly yaml?: Field['yaml'] | undefined }): boolean =>
  yaml ? yaml.length > 0 : valueSpan.end > valueSpan.start
