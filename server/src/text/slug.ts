export { slug } from 'github-slugger'

/**
 * GitHub's anchors for the slugs of all headings in order: `usage`, `usage-1`, `usage-2`. Counts like github-slugger's class, which
 * would compute every slug again at each keystroke.
 */
export function anchorsOf(slugs: readonly string[]): readonly string[] {
  const taken = new Map<string, number>()
  return slugs.map((slug) => {
    let anchor = slug
    while (taken.has(anchor)) {
      const repeats = (taken.get(slug) ?? 0) + 1
      taken.set(slug, repeats)
      anchor = `${slug}-${repeats}`
    }
    taken.set(anchor, 0)
    return anchor
  })
}
