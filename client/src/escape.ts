/** A text of a file for a label in which VS Code would draw `$(name)` as an icon: `$(error) Harbor` → `\$(error) Harbor` */
export const escapeIcons = (text: string): string => text.replace(/\$\([a-z0-9-]+(?:~[a-z]+)?\)/gi, '\\$&')

/** A text of a file for a notification or a message below an input, in which `[text](url)` would be a link. */
export const escapeLinks = (text: string): string => text.replaceAll('](', '] (')
