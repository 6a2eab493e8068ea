import { agentTools } from './agentTools.ts'

/** The name of a tool in VS Code, where all extensions share one list: `ideaFiles_check_ideas`. */
export const manifestToolPrefix = 'ideaFiles_'

/** The tools as the extension's manifest contributes them. */
export const manifestTools = (): readonly object[] =>
  agentTools.map(({ name, title, description, inputSchema: { $schema: _, ...inputSchema } }) => ({
    name: `${manifestToolPrefix}${name}`,
    displayName: title,
    toolReferenceName: name.replaceAll('_', '-'),
    canBeReferencedInPrompt: true,
    userDescription: description.split(/(?<=[.:]) /)[0],
    modelDescription: description,
    icon: '$(lightbulb)',
    tags: ['idea-files'],
    inputSchema,
  }))
