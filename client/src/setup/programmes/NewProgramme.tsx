import { Select, Title } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { v4 as newId } from 'uuid'
import { paths } from '#protocol/paths.js'
import type { Program } from '#protocol/program.js'
import { dayAndTime } from '../../text/times.js'
import { useFetched } from '../useFetched.js'
import { ProgrammeForm } from './ProgrammeForm.js'
import { EMPTY, type ProgrammeDraft, nextAfter } from './programme-draft.js'
import { readProgramme } from './save-programme.js'
import { useProgrammeForm } from './useProgrammeForm.js'

/** A new programme, from an earlier one or from the house's lists alone. */
export function NewProgramme() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [address, setAddress] = useSearchParams()
  const from = address.get('from') ?? ''
  const { answer } = useFetched<{ programs: Program[] }>(paths.programs)
  const [draft, setDraft] = useState<ProgrammeDraft>()
  const id = useMemo(() => newId(), [])

  useEffect(() => {
    if (!from) return setDraft(EMPTY)
    readProgramme(from).then(
      ({ program, speakers }) => setDraft(nextAfter(program, speakers, Date.now())),
      () => setDraft(EMPTY),
    )
  }, [from])

  const form = useProgrammeForm({
    known: undefined,
    draft: draft ?? EMPTY,
    make: { id, copyOf: from || undefined },
    onSaved: ({ program }) => void navigate(`/setup/programmes/${program.id}?made=1`),
  })

  return (
    <>
      <Title order={2} size="h4" mb="md">
        {t('programme.new')}
      </Title>
      <Select
        label={t('programme.from')}
        mb="md"
        value={from || null}
        placeholder={t('programme.fromNothing')}
        clearable
        onChange={chosen => setAddress(chosen ? { from: chosen } : {}, { replace: true })}
        data={(answer?.programs ?? []).map(({ id, title, plannedStart }) => ({
          value: id,
          label: plannedStart ? `${title} (${dayAndTime(plannedStart)})` : title,
        }))}
      />
      {draft && <ProgrammeForm key={from} draft={draft} onChange={setDraft} {...form} onSave={form.save} />}
    </>
  )
}
