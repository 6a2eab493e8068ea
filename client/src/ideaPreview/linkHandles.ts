const tagOrText = /<[^<>]*>|[^<]+|</g
/** Within these a text stays as it is. */
const unlinkedElements = new Set(['a', 'code', 'kbd', 'pre', 'samp'])
/** Not `name@host`, `@scope/package` or `mastodon.social/@name`. */
const shownHandle = /(?<![\w.%+/@-])@([a-z\d][a-z\d_-]{0,38})(?![\w@-]|[/.]\w)/gi

/** Links `@handle` to GitHub in HTML that is safe already; `handles` are those of the idea's mentors. */
export function linkHandles(html: string, handles: readonly string[]): string {
  const known = new Set(handles.map((handle) => handle.toLowerCase()))
  if (known.size === 0) return html
  let unlinked = 0
  return html.replace(tagOrText, (part) => {
    const tag = /^<(\/?)([a-z][a-z\d]*)/i.exec(part)
    if (tag && unlinkedElements.has(tag[2]!)) unlinked += tag[1] === '' ? 1 : -1
    if (tag || unlinked > 0) return part
    return part.replace(shownHandle, (written, handle: string) =>
      known.has(handle.toLowerCase()) ? `<a href="https://github.com/${handle}">${written}</a>` : written,
    )
  })
}
