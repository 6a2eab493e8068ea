import type { BodyValue } from './proposalTypes.ts'

/** What GitHub writes for an input without an answer. */
export const noResponse = '_No response_'

/** The body of an issue that GitHub makes of a form: `### LABEL`, an empty line, the value. */
export const proposalBody = (values: readonly BodyValue[]): string =>
  values.map(({ field, shown }) => `### ${field.label}\n\n${shown === '' ? noResponse : shown}`).join('\n\n')

/** `- [X] Resume` for each option that is chosen, otherwise `- [ ] Resume`. */
export const checkboxesInBody = (options: readonly string[], isChosen: (option: string) => boolean): string =>
  options.map((option) => `- [${isChosen(option) ? 'X' : ' '}] ${option}`).join('\n')
