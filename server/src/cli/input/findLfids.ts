import { lfidsIn } from '../../forms/lfids.ts'
import type { FindLfid } from '../../forms/proposalTypes.ts'
import { lfxExportName } from '../../protocol/relevantFiles.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import { readExportFile } from './exportedList.ts'
import { folderChain } from './folderChain.ts'

/** The LF usernames in the export that is nearest to a list (full path); an export that cannot be read is reported. */
export async function findLfids(listPath: string, io: Io): Promise<FindLfid> {
  for (const folder of folderChain(listPath)) {
    const path = `${folder}/${lfxExportName}`
    if (!(await io.exists(path))) continue
    try {
      return lfidsIn([await readExportFile(path, io)])
    } catch (error) {
      printError(path, errorMessage(error), io)
    }
  }
  return () => null
}
