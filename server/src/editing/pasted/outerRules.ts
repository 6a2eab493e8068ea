const rule = String.raw`[ \t]*(?:[-*_=—–―~]{3,100}|(?:[-*_=][ \t]){2,50}[-*_=])[ \t]*`
const ruleAtStart = new RegExp(`^${rule}[\\r\\n]+`)
const ruleAtEnd = new RegExp(`[\\r\\n]${rule}$`)

/** A copied text without the lines at its ends that only separate ideas: `---`, `* * *`, `=====`. */
export function withoutOuterRules(text: string): string {
  const inner = text.trim().replace(ruleAtEnd, '').trimEnd().replace(ruleAtStart, '')
  return inner.length === text.trim().length ? text : inner
}
