import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { Refused } from '../../session/ask-server.js'
import { faultsIn } from '../../session/faults.js'
import { type ProgrammeDraft, read } from './programme-draft.js'
import {
  type Known,
  makeProgramme,
  readProgramme,
  saveFields,
  saveLines,
  saveSeats,
} from './save-programme.js'

type Saving = {
  /** The programme as it was read; nothing where it is still to be made. */
  known: Known | undefined
  draft: ProgrammeDraft
  /** Of one that is to be made: its id, and the one it is a copy of. */
  make?: { id: string; copyOf: string | undefined }
  onSaved: (known: Known) => void
}

/**
 * Saves a programme part by part: fields, panel, lines. What is typed stays when something is refused, and a second
 * press goes on where the first one ended.
 */
export function useProgrammeForm({ known, draft, make, onSaved }: Saving) {
  const { t } = useTranslation()
  const [made, setMade] = useState<Known>()
  const [newer, setNewer] = useState<Program>()
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  const { fields, seats, lines, faults } = read(draft)

  async function save() {
    setTried(true)
    if (busy || faults.length > 0) return
    setBusy(true)
    setRefusal('')
    try {
      let present = made ?? known
      if (!present && make) setMade((present = await makeProgramme(make.id, fields, make.copyOf)))
      if (!present) return
      const program = await saveFields(present, fields, newer?.version)
      await saveSeats(present, seats)
      await saveLines(present, lines)
      setNewer(undefined)
      onSaved(await readProgramme(program.id))
    } catch (error) {
      const stale = error instanceof Refused && error.code === 'program.stale'
      if (stale) setNewer(error.details['program'] as Program)
      const said = [(error as Error).message, ...Object.values(faultsIn(error))].join(' ')
      setRefusal(stale ? t('programme.stale', { title: (error.details['program'] as Program).title }) : said)
    } finally {
      setBusy(false)
    }
  }

  return { save: () => void save(), faults: tried ? faults : [], busy, refusal }
}
