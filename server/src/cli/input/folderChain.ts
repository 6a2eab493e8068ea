/** The folders around a full path, the nearest first: `/a/b/c.md` → `/a/b`, `/a`, ``. */
export function folderChain(path: string): readonly string[] {
  const folders: string[] = []
  for (let at = path.lastIndexOf('/'); at >= 0; at = path.lastIndexOf('/', at - 1)) {
    folders.push(path.slice(0, at))
    if (at === 0) break
  }
  return folders
}
