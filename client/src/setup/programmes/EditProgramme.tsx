import { Alert, Anchor, Group, Space, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { rolesFor, useSession } from '../../session/Session.js'
import { ProgrammeLists } from './ProgrammeLists.js'
import { ProgrammeForm } from './ProgrammeForm.js'
import { EMPTY, type ProgrammeDraft, draftOf } from './programme-draft.js'
import { Rehearsal } from './Rehearsal.js'
import { type Known, readProgramme } from './save-programme.js'
import { useProgrammeForm } from './useProgrammeForm.js'

/** A programme as it is, to be changed; and its rehearsal. */
export function EditProgramme() {
  const { t } = useTranslation()
  const { account } = useSession()
  const programId = useParams()['programId'] ?? ''
  const [made] = useSearchParams()
  const [known, setKnown] = useState<Known>()
  const [draft, setDraft] = useState<ProgrammeDraft>()
  const [said, setSaid] = useState(made.has('made') ? t('programme.made') : '')
  const [missing, setMissing] = useState('')

  function show(next: Known) {
    setKnown(next)
    setDraft(draftOf(next.program, next.speakers))
  }
  useEffect(() => {
    readProgramme(programId).then(show, (error: Error) => setMissing(error.message))
  }, [programId])

  const form = useProgrammeForm({
    known,
    draft: draft ?? EMPTY,
    onSaved: next => {
      show(next)
      setSaid(t('programme.saved'))
    },
  })
  if (missing) return <Alert color="red">{missing}</Alert>
  if (!known || !draft) return null
  return (
    <>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {t('programme.edit')}
        </Title>
        <Group>
          <Text>{t(`phase.${known.program.phase}`)}</Text>
          {rolesFor(account, programId).some(role => role !== 'admin') && (
            <Anchor component={Link} to={`/before-air?program=${programId}`}>
              {t('beforeAir.title')}
            </Anchor>
          )}
        </Group>
      </Group>
      <Text role="status" c="green.4" mb="sm">
        {said && `✓ ${said}`}
      </Text>
      <ProgrammeForm
        draft={draft}
        onChange={next => {
          setDraft(next)
          setSaid('')
        }}
        {...form}
        onSave={form.save}
      />
      <ProgrammeLists
        program={known.program}
        onChanged={lists => setKnown(now => now && { ...now, program: { ...now.program, ...lists } })}
      />
      <Space h="xl" />
      <Rehearsal program={known.program} onChanged={program => setKnown({ ...known, program })} />
    </>
  )
}
