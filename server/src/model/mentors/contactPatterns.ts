/** What a pattern finds; `otherSite` is an account that is not GitHub's. */
export type ContactKind = 'otherSite' | 'email' | 'obfuscated' | 'malformed' | 'handle'

/** A letter of an account or an address: Chinese and the like are written right after both, without a space. */
const letter = String.raw`\w\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`

/** An obfuscated dot: ` DOT `, `[.]`, `(dot)`. */
const dot = String.raw`(?:[ \t]+DOT[ \t]+|[ \t]*[[({<][ \t]*dot[ \t]*[\])}>][ \t]*)`

/** `@`, ` AT `, `[at]` */
const at = String.raw`(?:@|[ \t]*(?:[ \t]AT[ \t]|[[({<][ \t]*at[ \t]*[\])}>])[ \t]*)`

/** Contacts in the order in which they are tried. They are sticky: `lastIndex` is set before each use. */
export const contactPatterns: readonly (readonly [ContactKind, RegExp])[] = [
  // a picture: neither a name nor an account
  ['otherSite', /!\[[^\]\r\n]{0,200}\]\([^()\s]{0,300}\)/y],
  // ada@example.org, <mailto:ada@example.org>
  [
    'email',
    new RegExp(
      String.raw`<?(?:mailto:)?((?:[\w.%+-]|\\_)+@[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?)+)(?![${letter}])>?`,
      'uy',
    ),
  ],
  // ada_at_example.org, ada_at_example_dot_org
  ['obfuscated', /[a-z\d.%+-]+(?:_[a-z\d.%+-]+){0,4}_at_[a-z\d-]+(?:(?:\.|_dot_)[a-z\d-]+)+/iy],
  // ada AT example DOT org, ada [at] example (dot) org
  ['obfuscated', new RegExp(String.raw`[\w.%+-]+(?:${dot}[\w.%+-]+){0,4}${at}[\w-]+(?:(?:\.|${dot})[\w-]+)*`, 'iy')],
  // ada@ example.org, ada@exämple,org: the whole of it, though it contains what no address may
  [
    'malformed',
    new RegExp(
      String.raw`[${letter}.%+\-]+@(?:[ \t]{1,4}[\w\-]+(?:\.[\w\-]+)+|[${letter}.\-]*(?:,[a-z]{2,10}(?=[\s)\]>]|$))?)`,
      'uy',
    ),
  ],
  // @ada:example.org, as Matrix writes an account
  ['otherSite', /@[\w.=-]{1,64}:[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/y],
  // @ada, @example/maintainers; `mentor-handle` checks what GitHub allows
  [
    'handle',
    new RegExp(
      String.raw`@{1,2}(?:-(?=[\w\-]))?(?:[${letter}]|\\_)(?:(?:[${letter}.\-]|\\_)*(?:[${letter}\-]|\\_))?(?:\/[a-z\d](?:[\w.\-]{0,80}[\w\-])?(?![\w.%+\-]{0,80}@))?`,
      'uy',
    ),
  ],
]

/**
 * Whether the `AT` and `DOT` of a text replace `@` and a dot. A lower-case ` at ` does so only in brackets, with a `dot`, or if the
 * part before it repeats a name or an account: `Ada (ada at example.org)`, but not `Engineer at example.com`.
 */
export function isObfuscated(text: string, before: string): boolean {
  if (/[ \t]AT[ \t]|_at_/.test(text) || /[[({<][ \t]*(?:at|dot)[ \t]*[\])}>]|[ \t]dot[ \t]|_at_/i.test(text)) return true
  const [local = '', host = ''] = text.split(/[ \t]at[ \t]+/)
  if (!/^[a-z\d.%+_-]+$/.test(local) || !/\.[a-z]{2,}$/.test(host)) return false
  const known = before.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return local.split(/[.%+_-]/).some((part) => part.length > 2 && known.some((word) => word.startsWith(part)))
}
