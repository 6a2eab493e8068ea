export { slug } from 'github-slugger'

/**
 * GitHub's anchors for headings in their order: the slug, and for one that is taken already `-1`, `-2` … behind it.
 * The same counting as in github-slugger's class, which would slug every heading again at each keystroke.
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
