/** Every Markdown file below a project file. */
const everywhere = '**'

/**
 * Which files a project file may make lists of, as globs that an editor knows: those of its programmes, and all where it has labels of
 * its own. Cheap and generous, as `mayBeIdeaList` is: the server reads the file as a whole.
 */
export function claimedGlobs(text: string): readonly string[] {
  const lists = [...text.matchAll(/"files"\s*:\s*\[\s*((?:"(?:[^"\\\n]|\\.)*"[\s,]*)*)/g)].map(([, list = '']) => list)
  const globs = lists.flatMap((list) => [...list.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, glob = '']) => editorGlob(glob)))
  return /"labels"\s*:/.test(text) ? [everywhere, ...globs] : globs
}

/** A project file's glob as an editor reads it, a range of numbers (`{2024..2026}`) taken as any text. */
function editorGlob(glob: string): string {
  const plain = glob
    .trim()
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\{\d{1,4}\.\.\d{1,4}\}/g, '*')
  const anywhere = plain.includes('/') ? plain : `**/${plain}`
  return anywhere.endsWith('/') ? `${anywhere}**` : anywhere
}
