import { agentTools } from './agentTools.ts'

/** The name of a tool in VS Code, where all extensions share one list: `ideaFiles_check_ideas`. */
export const manifestToolPrefix = 'ideaFiles_'

/** The tools as the extension's manifest contributes them. What a user reads is in `package.nls.json`, what a model reads is not translated. */
export const manifestTools = (): readonly object[] =>
  agentTools.map(({ name, description, inputSchema: { $schema: _, ...inputSchema } }) => ({
    name: `${manifestToolPrefix}${name}`,
    displayName: `%tool.${name}.title%`,
    toolReferenceName: name.replaceAll('_', '-'),
    canBeReferencedInPrompt: true,
    userDescription: `%tool.${name}.description%`,
    modelDescription: description,
    icon: '$(lightbulb)',
    tags: ['idea-files'],
    inputSchema,
  }))

/** What a user reads of the tools in {@link manifestTools}, by key. */
export const manifestToolTexts = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    agentTools.flatMap(({ name, title, description }) => [
      [`tool.${name}.title`, title],
      [`tool.${name}.description`, `${description.split(/[.:] /)[0]}.`],
    ]),
  )
