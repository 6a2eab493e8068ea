/** What tells one URI from another, however its writer encodes it: editors differ in that (`(` or `%28`, `C:` or `c%3A`). */
export function uriKey(uri: string): string {
  const [, root = '', path = uri] = /^([^/?#]+:\/\/[^/?#]*)([^?#]*)/.exec(uri) ?? []
  const rest = uri.slice(root.length + path.length)
  return root.toLowerCase() + decodePath(path).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase()) + rest
}

/** The path in a URI, or the URI itself where it holds none. */
export function uriPath(uri: string): string {
  if (!uri.includes('://')) return uri
  try {
    return decodeURIComponent(new URL(uri).pathname)
  } catch {
    return uri
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** Whether a thing is a folder or stands below it; both as {@link uriKey} gives them. */
export const isInside = (folder: string, key: string): boolean => {
  const bare = withoutSlash(folder)
  return key === bare || key === `${bare}/` || key.startsWith(`${bare}/`)
}

/** The URI of what has this name in a folder, encoded as VS Code does it: all but letters, digits and `-._~`. */
export function childUri(folder: string, name: string): string {
  // half a surrogate pair, as a file's name can have, cannot be encoded
  const whole = encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'))
  const encoded = whole.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${withoutSlash(folder)}/${encoded}`
}

/** The names between a folder and what stands below it, decoded. */
export const namesBelow = (folder: string, uri: string): readonly string[] =>
  uriKey(uri)
    .slice(withoutSlash(uriKey(folder)).length)
    .split('/')
    .filter((name) => name !== '')

/** The last name in a URI, decoded. */
export const uriName = (uri: string): string => decodePath(withoutSlash(uri).slice(withoutSlash(uri).lastIndexOf('/') + 1))

const withoutSlash = (uri: string): string => (uri.endsWith('/') ? uri.slice(0, -1) : uri)
