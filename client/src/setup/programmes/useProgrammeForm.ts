import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListEntry, Program, Speaker } from '#protocol/program.js'
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

type Overtaken = { program?: Program; speakers?: Speaker[]; entries?: ListEntry[] }

/** What somebody else was faster to change, as it is now. */
export const overtakenBy = (error: unknown): Overtaken =>
  error instanceof Refused && error.code.endsWith('.stale') ? error.details : {}

/**
 * Saves a programme part by part: fields, panel, lines. What is typed stays when something is refused, and a second
 * press goes on where the first one ended.
 */
export function useProgrammeForm({ known, draft, make, onSaved }: Saving) {
  const { t } = useTranslation()
  /** What is known by now of one that was just made, or that somebody else changed meanwhile. */
  const [told, setTold] = useState<Known>()
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
    let present = told ?? known
    try {
      present ??= make && (await makeProgramme(make.id, fields, make.copyOf))
      if (!present) return
      const program = await saveFields(present, fields, newer?.version)
      // The lines that came with it may be somebody else's: what is put was typed over those that were read.
      present = { ...present, program: { ...program, lines: present.program.lines } }
      setNewer(undefined)
      present = { ...present, speakers: await saveSeats(present, seats) }
      await saveLines(present, lines)
      const saved = await readProgramme(program.id)
      setTold(undefined)
      onSaved(saved)
    } catch (error) {
      const { program, speakers, entries } = overtakenBy(error)
      if (program) setNewer(program)
      if (present && speakers) present = { ...present, speakers }
      if (present && entries) present = { ...present, program: { ...present.program, lines: entries } }
      setTold(present)
      const list = speakers ?? entries?.filter(({ retiredAt }) => !retiredAt)
      if (program) setRefusal(t('programme.stale', { title: program.title }))
      else if (list)
        setRefusal(
          t('programme.listStale', {
            list: t(speakers ? 'programme.panel' : 'programme.lines'),
            names: list.map(({ name }) => name).join(', ') || '–',
          }),
        )
      else setRefusal([(error as Error).message, ...Object.values(faultsIn(error))].join(' '))
    } finally {
      setBusy(false)
    }
  }

  return { save: () => void save(), faults: tried ? faults : [], busy, refusal }
}
