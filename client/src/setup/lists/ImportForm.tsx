import { Alert, Button, FileInput, Group, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v4 as newId } from 'uuid'
import { IMPORT_BODY_LIMIT, type ImportReport, type ImportTable } from '#protocol/house-import.js'
import { paths } from '#protocol/paths.js'
import type { HouseList } from '#protocol/program.js'
import { askServer } from '../../session/ask-server.js'
import { faultsIn } from '../../session/faults.js'
import { asBase64 } from './as-base64.js'
import { Report } from './Report.js'

/** In base64 a file is a third longer; the rest of the body is small. */
const FILE_LIMIT = Math.floor(((IMPORT_BODY_LIMIT - 1024) * 3) / 4)

type Props = { list: HouseList; onClose: () => void; onTaken: () => void }

/** A table for a list, pasted or from a file: shown row by row first, then taken in. */
export function ImportForm({ list, onClose, onTaken }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [known, setKnown] = useState<ImportTable['known']>('skip')
  const [report, setReport] = useState<ImportReport>()
  const [taken, setTaken] = useState(false)
  const [refusal, setRefusal] = useState('')
  const [busy, setBusy] = useState(false)
  const tooLarge = file !== null && file.size > FILE_LIMIT

  async function send(preview: boolean) {
    setBusy(true)
    setRefusal('')
    try {
      const table = file ? { file: await asBase64(file) } : { text }
      const body = { id: newId(), preview, known, leaveOutFaulty: !preview, ...table }
      const answer = await askServer<{ report: ImportReport }>('POST', paths.houseImport(list), body)
      setReport(answer.report)
      setTaken(!preview)
      if (!preview) onTaken()
    } catch (error) {
      setReport(undefined)
      setRefusal([(error as Error).message, ...Object.values(faultsIn(error))].join(' '))
    } finally {
      setBusy(false)
    }
  }
  const anew = (change: () => void) => {
    change()
    setReport(undefined)
    setTaken(false)
  }
  const changing = report ? (report.counts.added ?? 0) + (report.counts.updated ?? 0) : 0

  return (
    <Modal
      opened
      onClose={onClose}
      title={`${t('houseLists.import')}: ${t(`houseLists.${list}`)}`}
      size="xl"
      withCloseButton={false}
    >
      <Stack>
        <Textarea
          label={t('houseLists.paste')}
          description={t('houseLists.pasteHow')}
          value={text}
          onChange={event => {
            const { value } = event.currentTarget
            anew(() => setText(value))
          }}
          disabled={file !== null}
          minRows={4}
          maxRows={8}
          autosize
          data-autofocus
        />
        <FileInput
          label={t('houseLists.file')}
          placeholder={t('houseLists.choose')}
          accept=".csv,.tsv,.txt,.xlsx"
          value={file}
          onChange={chosen => anew(() => setFile(chosen))}
          error={tooLarge && t('houseLists.fileTooLarge', { count: Math.floor(FILE_LIMIT / 1024 / 1024) })}
          clearable
          clearButtonProps={{ 'aria-label': t('houseLists.noFile') }}
        />
        <SegmentedControl
          aria-label={t('houseLists.known')}
          value={known}
          onChange={chosen => anew(() => setKnown(chosen as ImportTable['known']))}
          data={[
            { value: 'skip', label: t('houseLists.knownSkip') },
            { value: 'update', label: t('houseLists.knownUpdate') },
          ]}
        />
        {refusal && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        {report && <Report report={report} taken={taken} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(taken ? 'houseLists.done' : 'producer.cancel')}
          </Button>
          {report && !taken && changing > 0 ? (
            <Button loading={busy} onClick={() => void send(false)}>
              {t(report.faulty > 0 ? 'houseLists.takeGood' : 'houseLists.take', { count: changing })}
            </Button>
          ) : (
            !taken && (
              <Button
                loading={busy}
                disabled={tooLarge || (!file && !text.trim())}
                onClick={() => void send(true)}
              >
                {t('houseLists.preview')}
              </Button>
            )
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
