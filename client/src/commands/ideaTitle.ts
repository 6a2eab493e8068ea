/** `##### **Show the tide** ##` → `Show the tide`: a title may be pasted with the marks of its heading, or of a list item. */
export const withoutTitleMarks = (title: string): string => {
  const plain = title
    .replace(/^\s*(?:[#>]+\s+|[-*+•]\s+)*|\s+#+\s*$/g, '')
    .replace(/^[\s#]+$/, '')
    .trim()
  const emphasized = /^(\*\*\*|\*\*|__|\*|_)(?=\S)(.*\S)\1:?$/.exec(plain)
  return emphasized?.[2] !== undefined && !emphasized[2].includes(emphasized[1]!) ? emphasized[2] : plain
}

/** Titles are the same without regard to letter case and spaces. */
export const comparedTitle = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase()
