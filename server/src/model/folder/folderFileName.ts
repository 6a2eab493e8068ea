/** Names, without extension and in lower case, of files that introduce a folder or say how to use it: `README.de`, `_index`. */
const introduces =
  /^(?:readme|_?index|_?toc|summary|contributing|code[-_]of[-_]conduct|license|licence|changelog|security|support|faq|guide(?:line)?s?)(?:[-_.][a-z]{2,3}){0,2}$/

/** `template`, `0000-template`, `idea_template`; a `template-engine.md` may be an idea. */
const isTemplateName =
  /^[\d_.-]{0,8}(?:(?:new|the|our|your|gsoc|project|idea|ideas|proposal|mentorship)[-_ .]){0,3}(?:template|example|sample)(?:[-_ .](?:idea|project|proposal))?$/

/** The name of a file in a path, without its extension. */
const plainFileName = (path: string): string => {
  const slashed = path.replaceAll('\\', '/')
  const name = slashed.slice(slashed.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return (dot > 0 ? name.slice(0, dot) : name).toLowerCase()
}

/** Whether a file may be an idea of its folder's list by its name (docs/spec.md#folders). */
export function mayBeFolderIdeaName(path: string): boolean {
  const name = plainFileName(path)
  return !introduces.test(name) && !isTemplateName.test(name)
}
