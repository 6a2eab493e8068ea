import type { LabelRole } from './labelWords.ts'

/** `<your name>`, but not `<span>`. */
const fillIn =
  '<(?!(?:span|strong|code|small|details|summary|center|font|mark|table|div|kbd|pre|sub|sup|img|del|ins)>)[a-z][a-z ]{2,40}>'
const placeholder = new RegExp(
  String.raw`\?\?\?|\bN hours\b|\{\{ ?\w+ ?\}\}|^\W{0,9}\{\{(?![%<])[^{}]{0,200}\}\}\W{0,9}$|\bname and link\b|^.{0,60}(?:\.\.\.|…)\s*$|${fillIn}|\bjane doe\b|\bTODO\b|\blorem ipsum\b|\bmentor name\b|@(?:(?:github[_-]?)?(?:profile|username)|github[_-]?handle)\b|^\W{0,4}\[ {0,3}\]\W{0,4}$`,
  'im',
)
/** All there is to choose from: `Easy/Moderate/Hard`, `Low, Medium or High`. */
const allLevels =
  /^[\s*_~<([]*(?:easy|low|small|beginner)[ \t]*(?:[/|,]|or)[ \t]*(?:medium|moderate|intermediate)[ \t]*(?:[/|,]?[ \t]*(?:or)?)[ \t]*(?:hard|high|large|advanced|difficult)[\s*_~>)\].]*$/i
/** `_Mention the account of the mentors_` where people are named. */
const request = /^[\s*_<([]*(?:mention|add|list|describe|insert|enter|specify|fill in|put|provide|name of|names of|your)\b/i

/** Whether a value is what a template has in its place. */
export const isPlaceholderValue = (value: string, role: LabelRole | null): boolean =>
  placeholder.test(value) ||
  isEveryLevel(value) ||
  ((role === 'mentor' || role === 'size' || role === 'difficulty' || role === 'skills') && request.test(value))

/** Whether a value offers all levels or sizes: the choice that a template leaves. */
export const isEveryLevel = (value: string): boolean => allLevels.test(value.slice(0, 200))
