/** Every Markdown file below a project file. */
const anyFile = '**'

/**
 * Files that a project file may turn into lists, as an editor's globs: those of its programmes, or all if it defines labels. A cheap
 * guess, like `mayBeIdeaList`: the server parses the file.
 */
export function claimedEditorGlobs(text: string): readonly string[] {
  const lists = [...text.matchAll(/"files"\s*:\s*\[\s*((?:"(?:[^"\\\n]|\\.)*"[\s,]*)*)/g)].map(([, list = '']) => list)
  const globs = lists.flatMap((list) => [...list.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, glob = '']) => toEditorGlob(glob)))
  return /"labels"\s*:/.test(text) ? [anyFile, ...globs] : globs
}

// `files/{2024..2026}.md` → `files/*.md`, `*.md` → `**/*.md`, `lists/` → `lists/**`
function toEditorGlob(glob: string): string {
  const plain = glob
    .trim()
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\{\d{1,4}\.\.\d{1,4}\}/g, '*')
  const anywhere = plain.includes('/') ? plain : `**/${plain}`
  return anywhere.endsWith('/') ? `${anywhere}**` : anywhere
}
