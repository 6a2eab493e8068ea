/** Longer URLs are not accepted by browsers. */
const maxWebUrlLength = 2000

/** A web URL as a browser would open it; null for any other text, and for a URL with credentials, as in `https://github.com@evil.org`. */
export function webUrl(url: string): string | null {
  if (url.length > maxWebUrlLength || !/^https?:\/\/[^\s/]/i.test(url)) return null
  try {
    const { href, username, password } = new URL(url)
    return username || password ? null : href
  } catch {
    return null
  }
}

/** The profile of a GitHub account, including old and enterprise-managed handles (`-`, `_`); null if the text is not a handle. */
export const profileUrl = (handle: string): string | null =>
  handle.length <= 39 && /^[a-z\d]+(?:[-_][a-z\d]+)*[-_]?$/i.test(handle) ? `https://github.com/${handle}` : null

/** `mailto:` for an e-mail address; null if the text is not a plain address. */
export function mailUrl(email: string): string | null {
  const found = email.length <= 254 && /^([\w.%+-]{1,64})@([a-z\d-]+(?:\.[a-z\d-]+)+)$/i.exec(email)
  return found ? `mailto:${encodeURIComponent(found[1]!)}@${found[2]}` : null
}

/** The page of `owner/name#number` on GitHub, which redirects to the pull request if the number is that of one. */
export const issueUrl = (repository: string, number: string): string => `https://github.com/${repository}/issues/${number}`
