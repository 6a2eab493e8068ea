/** Whether the workspace index reads a file of this name: Markdown, or `.gitignore`. */
export const isRelevantFile = (name: string): boolean => /\.md$/i.test(name) || name === '.gitignore'
