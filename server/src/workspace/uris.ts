import { decodePercent } from '../text/decodePercent.ts'

/** The same text for every way in which editors encode a URI: `(` or `%28`, `C:` or `c%3A`. */
export function uriKey(uri: string): string {
  const [, root = '', path = uri] = /^([^/?#]+:\/\/[^/?#]*)([^?#]*)/.exec(uri) ?? []
  const rest = uri.slice(root.length + path.length)
  return root.toLowerCase() + decodePercent(path).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase()) + rest
}

/** The decoded path of a URI; a text that is not a URI is returned as it is. */
export function uriPath(uri: string): string {
  if (!uri.includes('://')) return uri
  try {
    return decodeURIComponent(new URL(uri).pathname)
  } catch {
    return uri
  }
}

/** The folder of a file; both are {@link uriKey}s. */
export const folderKeyOf = (key: string): string => key.slice(0, key.lastIndexOf('/'))

/** Whether `key` is the folder or below it; both are {@link uriKey}s. */
export const isUriInside = (folder: string, key: string): boolean => {
  const bare = withoutSlash(folder)
  return key === bare || key === `${bare}/` || key.startsWith(`${bare}/`)
}

/** The URI of a folder's entry, encoded as in VS Code: everything but letters, digits and `-._~`. */
export function childUri(folder: string, name: string): string {
  // a lone surrogate, which file names can have, cannot be encoded
  const whole = encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'))
  const encoded = whole.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${withoutSlash(folder)}/${encoded}`
}

/** The decoded names from a folder to an entry below it: `/a` and `/a/b/c.md` → `b`, `c.md`. */
export const uriNamesBelow = (folder: string, uri: string): readonly string[] =>
  uriKey(uri)
    .slice(withoutSlash(uriKey(folder)).length)
    .split('/')
    .filter((name) => name !== '')

/** The last name in a URI, decoded. */
export const uriName = (uri: string): string => decodePercent(withoutSlash(uri).slice(withoutSlash(uri).lastIndexOf('/') + 1))

const withoutSlash = (uri: string): string => (uri.endsWith('/') ? uri.slice(0, -1) : uri)

/** A URI below one folder as it is below another: `/a`, `/b`, `/a/c.md` → `/b/c.md`. */
export const moveUriBetween = (from: string, to: string, uri: string): string => uriNamesBelow(from, uri).reduce(childUri, to)
