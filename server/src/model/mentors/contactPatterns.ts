/** What a pattern finds, in the words of a mentors' line's tokens. */
export type ContactKind = 'otherSite' | 'email' | 'obfuscated' | 'malformed' | 'handle'

/** What stands for a letter where one types an account or an address: Chinese and the like is written right behind both. */
const letter = String.raw`\w\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`

/** A full stop within a name of a host that is not to be found: in words, in brackets. */
const dot = String.raw`(?:[ \t]+DOT[ \t]+|[ \t]*[[({<][ \t]*dot[ \t]*[\])}>][ \t]*)`

const at = String.raw`(?:@|[ \t]*(?:[ \t]AT[ \t]|[[({<][ \t]*at[ \t]*[\])}>])[ \t]*)`

/** How somebody is reached, in the order in which it is to be tried; made anew for each text, as a sticky expression keeps where it was. */
export const contactPatterns = (): readonly (readonly [ContactKind, RegExp])[] => [
  // a picture is no name, and nothing of it is an account
  ['otherSite', /!\[[^\]\r\n]{0,200}\]\([^()\s]{0,300}\)/y],
  [
    'email',
    new RegExp(
      String.raw`<?(?:mailto:)?((?:[\w.%+-]|\\_)+@[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?)+)(?![${letter}])>?`,
      'uy',
    ),
  ],
  ['obfuscated', /[a-z\d.%+-]+(?:_[a-z\d.%+-]+){0,4}_at_[a-z\d-]+(?:(?:\.|_dot_)[a-z\d-]+)+/iy],
  ['obfuscated', new RegExp(String.raw`[\w.%+-]+(?:${dot}[\w.%+-]+){0,4}${at}[\w-]+(?:(?:\.|${dot})[\w-]+)*`, 'iy')],
  // an address with a blank, a comma or a letter in it that no address has is one to its end
  [
    'malformed',
    new RegExp(
      String.raw`[${letter}.%+\-]+@(?:[ \t]{1,4}[\w\-]+(?:\.[\w\-]+)+|[${letter}.\-]*(?:,[a-z]{2,10}(?=[\s)\]>]|$))?)`,
      'uy',
    ),
  ],
  // as Matrix writes an account
  ['otherSite', /@[\w.=-]{1,64}:[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+/y],
  // a team of an organisation (`@example/maintainers`) is one; what GitHub cannot have is for a rule to say
  [
    'handle',
    new RegExp(
      String.raw`@{1,2}(?:-(?=[\w\-]))?(?:[${letter}]|\\_)(?:(?:[${letter}.\-]|\\_)*(?:[${letter}\-]|\\_))?(?:\/[a-z\d](?:[\w.\-]{0,80}[\w\-])?(?![\w.%+\-]{0,80}@))?`,
      'uy',
    ),
  ],
]

/**
 * Whether an `AT` or a `DOT` stands for the sign. In lower case, without brackets and without a `DOT`, it is a word like any other
 * (`Engineer at example.com`) unless what stands before it is part of a name or an account in the text `before` it.
 */
export function isObfuscated(text: string, before: string): boolean {
  if (/[ \t]AT[ \t]|_at_/.test(text) || /[[({<][ \t]*(?:at|dot)[ \t]*[\])}>]|[ \t]dot[ \t]|_at_/i.test(text)) return true
  const [local = '', host = ''] = text.split(/[ \t]at[ \t]+/)
  if (!/^[a-z\d.%+_-]+$/.test(local) || !/\.[a-z]{2,}$/.test(host)) return false
  const known = before.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return local.split(/[.%+_-]/).some((part) => part.length > 2 && known.some((word) => word.startsWith(part)))
}
