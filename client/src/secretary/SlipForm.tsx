import { Alert, Button, Kbd, Text, Title } from '@mantine/core'
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { useLiveState, useServerNow } from '../live/LiveProgram.js'
import { MarkedTextarea } from '../questions/MarkedTextarea.js'
import { useHotlines } from '../questions/useHotlines.js'
import { span } from '../text/times.js'
import { useKeys } from '../ui/useKeys.js'
import { useSteady } from '../ui/useSteady.js'
import { CallerFields, OrganisationField } from './CallerFields.js'
import { Consents } from './Consents.js'
import { DiscardDialog } from './DiscardDialog.js'
import { DivertDialog } from './DivertDialog.js'
import { EarlierCalls } from './EarlierCalls.js'
import { LineField, useLine } from './LineField.js'
import { LoggedNumber } from './LoggedNumber.js'
import { PaperFields } from './PaperFields.js'
import { SamePhone } from './SamePhone.js'
import { SlipKeys } from './SlipKeys.js'
import { SortingFields } from './SortingFields.js'
import { TypingAids } from './TypingAids.js'
import { useUnsent } from './outbox/OutboxProvider.js'
import { useUnsentRows } from './outbox/useUnsentRows.js'
import classes from './Slip.module.css'
import { useFaultWords } from './useFaultWords.js'
import type { CallerDraft } from './caller.js'
import type { PaperDraft } from './paper.js'
import { sorting } from './slip.js'
import type { useSlip } from './useSlip.js'

export type SlipFocus = { focus: () => void }
type Props = {
  onDesk: ReturnType<typeof useSlip>
  line: ReturnType<typeof useLine>
  focusRef: Ref<SlipFocus>
}

/** The slip of the call on the line. The cursor is in the phone field whenever it is blank. */
export function SlipForm({ onDesk, line: [line, setLine], focusRef }: Props) {
  const { t } = useTranslation()
  const { phase, intakeOpen } = useLiveState().program as Program
  const { typed, slip, change, send, divert, aside, discard, turnPaper, faults } = onDesk
  const { kept, logged } = useUnsent()
  const { waiting } = useUnsentRows()
  const faultOf = useFaultWords(typed, faults)
  const hotlines = useHotlines()
  const [asking, setAsking] = useState<'divert' | 'discard'>()
  const form = useRef<HTMLElement>(null)
  const phone = useRef<HTMLInputElement>(null)
  const number = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const left = useRef<Element>(null)

  const focus = () => (slip ? text : typed.paper ? number : phone).current?.focus()
  useImperativeHandle(focusRef, () => ({ focus }))

  // The next call begins where the cursor should be; a slip that came back is read and typed on.
  const settle = useEffectEvent(focus)
  const blank = slip === undefined
  const onPaper = typed.paper !== null
  const cameBack = slip?.refusal?.message
  useEffect(() => {
    if (blank || cameBack) settle()
  }, [blank, cameBack])
  useEffect(() => {
    if (onPaper) number.current?.focus()
    else settle()
  }, [onPaper])
  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [faults])

  // A slip begun before the books were closed may still arrive; the server knows whether it was.
  const shut = phase === 'draft' || (phase === 'closed' && !slip)
  const closedFor = phase === 'draft' || phase === 'closed' ? t(`secretary.shut.${phase}`) : null
  const notice = closedFor ?? (intakeOpen ? null : t('secretary.intakeClosed'))
  const idle = asking !== undefined || shut

  useKeys([['Alt+G', () => asking === undefined && turnPaper()]])

  function ask(what: 'divert' | 'discard') {
    left.current = document.activeElement
    setAsking(what)
  }

  /** Out of a dialog, to where the hand was; to the phone of the next call when this one is gone. */
  const back = useSteady(() => {
    setAsking(undefined)
    setTimeout(() => (left.current instanceof HTMLElement ? left.current : phone.current)?.focus())
  })

  function confirm(act: () => void) {
    left.current = null
    act()
    back()
  }

  // A letter draws again what it is shown in, and none of the fields beside it: they have nothing new.
  const { caller } = typed
  const changeAny = useSteady(change)
  const changeLine = useSteady(setLine)
  const changeCaller = useSteady((next: CallerDraft) => change({ caller: next }))
  const changePaper = useSteady((paper: PaperDraft) => change({ paper }))
  const sendIt = useSteady((how: 'logged' | 'advised') => void send(how))
  const askDivert = useSteady(() => ask('divert'))
  const putAside = useSteady(aside)
  const confirmDivert = useSteady(() => confirm(divert))
  const confirmDiscard = useSteady(() => confirm(discard))
  const besidePhone = useMemo(
    () => (
      <>
        <SamePhone phone={caller.phone} />
        <EarlierCalls caller={caller} onChange={changeCaller} phone={phone} idle={idle} />
      </>
    ),
    [caller, changeCaller, idle],
  )
  const organisation = useMemo(
    () => <OrganisationField caller={caller} onChange={changeCaller} error={faultOf('organisation')} />,
    [caller, changeCaller, faultOf],
  )

  return (
    <section className={classes.slip} aria-labelledby="slip-title" ref={form}>
      <div className={classes.head}>
        <Title order={2} size="h4" id="slip-title">
          {t(typed.paper ? 'slip.onPaper' : 'secretary.slip')} {!slip && <Kbd size="xs">Alt+P</Kbd>}
        </Title>
        <LoggedNumber logged={logged} small={slip !== undefined} waiting={waiting.length > 0} />
        {slip && <CallTime since={slip.takenAt} />}
        {slip && (
          <Button size="compact-sm" variant="default" onClick={() => ask('discard')}>
            {t('secretary.discard')}
          </Button>
        )}
        {!slip && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={turnPaper}
            rightSection={<Kbd size="xs">Alt+G</Kbd>}
          >
            {t(typed.paper ? 'slip.fromPhone' : 'slip.fromPaper')}
          </Button>
        )}
        <LineField line={line} onChange={changeLine} />
      </div>
      {!kept && (
        <Alert color="red" role="alert" p="xs">
          ▲ {t('slip.notKept')}
        </Alert>
      )}
      {notice && (
        <Text className={classes.notice} role="note">
          ▲ {notice}
        </Text>
      )}
      {slip?.refusal && (
        <Alert color="red" role="alert" p="xs">
          ▲ {t('slip.refused', { reason: slip.refusal.message })}
        </Alert>
      )}
      <div role="group" aria-labelledby="slip-title" className={classes.fields}>
        {typed.paper && (
          <PaperFields paper={typed.paper} onChange={changePaper} numberRef={number} faultOf={faultOf} />
        )}
        <CallerFields
          caller={caller}
          onChange={changeCaller}
          phoneRef={phone}
          faultOf={faultOf}
          besidePhone={besidePhone}
        />
        <MarkedTextarea
          ref={text}
          label={t('secretary.verbatim')}
          required
          autosize
          minRows={3}
          maxRows={8}
          value={typed.verbatim}
          error={faultOf('verbatim')}
          onChange={event => change({ verbatim: event.currentTarget.value })}
          description={slip && kept && t('secretary.kept')}
          allowed={hotlines}
        />
        <TypingAids
          text={typed.verbatim}
          phone={caller.phone}
          idle={idle}
          onJoin={lead => send('logged', { sameAsId: lead.id })}
          onDivert={askDivert}
        />
        <SortingFields {...sorting(typed)} onChange={changeAny} noteFault={faultOf('note')}>
          {organisation}
        </SortingFields>
        <Consents caller={caller} onChange={changeCaller} />
      </div>
      <div className={classes.foot}>
        <SlipKeys
          shut={shut}
          idle={asking !== undefined}
          begun={slip !== undefined}
          onSend={sendIt}
          onDivert={askDivert}
          onAside={putAside}
        />
      </div>
      <DivertDialog opened={asking === 'divert'} onConfirm={confirmDivert} onClose={back} />
      <DiscardDialog
        opened={asking === 'discard'}
        sent={slip?.sent === true}
        onConfirm={confirmDiscard}
        onClose={back}
      />
    </section>
  )
}

/** How long this call lasts, from its first key on. */
function CallTime({ since }: { since: string }) {
  const { t } = useTranslation()
  const now = useServerNow()
  return (
    <Text c="dark.2" className={classes.time}>
      {t('secretary.callTime', { time: span(now - Date.parse(since)) })}
    </Text>
  )
}
