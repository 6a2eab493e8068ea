/** The extensions of Markdown files, as VS Code knows them. */
export const markdownExtensions = ['md', 'mkd', 'mdwn', 'mdown', 'markdown', 'markdn', 'mdtxt', 'mdtext', 'workbook'] as const

const markdownName = new RegExp(`\\.(?:${markdownExtensions.join('|')})$`, 'i')

/** Whether a name is that of a Markdown file. */
export const isMarkdown = (name: string): boolean => markdownName.test(name)

/** Whether the workspace index reads a file of this name: Markdown, or `.gitignore`. */
export const isRelevantFile = (name: string): boolean => isMarkdown(name) || name === '.gitignore'
