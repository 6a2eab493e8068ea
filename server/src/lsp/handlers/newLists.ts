import * as l10n from '@vscode/l10n'
import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { readLfxExport } from '../../exports/lfxExport.ts'
import { ideasOpenNextYear, nextYear } from '../../features/authoring/nextYear.ts'
import { listFromExport } from '../../forms/listFromExport.ts'
import {
  type ImportParams,
  importRequest,
  type NewListText,
  type NextYearParams,
  nextYearRequest,
} from '../../protocol/nextYear.ts'
import { parserOf } from './params.ts'
import { type RequestHandler, requestHandler } from './requestHandler.ts'

const nextYearParams = z.object({
  uri: z.string(),
  text: z.string(),
  year: z.nullable(z.number()),
  carry: z.array(z.string()),
})

const newListRefusal = (refusal: string): NewListText => ({ text: '', year: 0, refusal })

/** Where an imported list is read as one: the path makes it a list of accepted projects. */
const importedListUri = 'untitled:/lfx-mentorship/2026/term/README.md'

/** What our own extension requests to make a list of a list, or of an export. */
export const newListHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<NextYearParams, NewListText, never>(nextYearRequest),
    scope: 'workspace',
    parse: parserOf(nextYearParams),
    fallback: () => newListRefusal(l10n.t('Could not create the list. See the Idea Files output.')),
    answer: async ({ uri, text, year, carry }, { documents, configuration }) => {
      await configuration.ready(uri)
      const file = documents.withText(uri, text).read()
      const made = file.ideaList
        ? nextYear(file, { year, carry: carry.length === 0 ? 'none' : carry }, (each) => documents.create(uri, each).read())
        : { refusal: l10n.t("This file is not an idea list. Open last year's list first.") }
      if (!documents.get(uri)) configuration.drop(uri)
      return 'refusal' in made
        ? newListRefusal(made.refusal)
        : { text: made.text, year: made.year, refusal: null, open: ideasOpenNextYear(file) }
    },
  }),
  requestHandler({
    type: new RequestType<ImportParams, NewListText, never>(importRequest),
    scope: 'workspace',
    parse: parserOf(z.object({ text: z.string() })),
    fallback: () => newListRefusal(l10n.t('Could not create the list. See the Idea Files output.')),
    answer: ({ text }, { documents }) => {
      const read = readLfxExport(text)
      if ('problem' in read) return newListRefusal(l10n.t`Could not use the export: ${read.problem}.`)
      if (read.data.programs.length === 0) return newListRefusal(l10n.t('The export has no programs. Export the term again.'))
      const list = listFromExport(read.data, (each) => documents.withText(importedListUri, each).read())
      return { text: list, year: 0, refusal: null }
    },
  }),
]
