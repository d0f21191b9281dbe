import { Alert, Button, Kbd, Text, Title } from '@mantine/core'
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Program } from '#protocol/program.js'
import { TextLimit } from '#protocol/text.js'
import { useLiveState, useServerNow } from '../live/LiveProgram.js'
import { MarkedTextarea } from '../questions/MarkedTextarea.js'
import { useHotlines } from '../questions/useHotlines.js'
import { span } from '../text/times.js'
import { CallerFields } from './CallerFields.js'
import { Consents } from './Consents.js'
import { DiscardDialog } from './DiscardDialog.js'
import { DivertDialog } from './DivertDialog.js'
import { EarlierCalls } from './EarlierCalls.js'
import { LineField, useLine } from './LineField.js'
import { LoggedNumber } from './LoggedNumber.js'
import { SlipKeys } from './SlipKeys.js'
import { SortingFields } from './SortingFields.js'
import { TypingAids } from './TypingAids.js'
import classes from './Slip.module.css'
import { useSlip } from './useSlip.js'

export type SlipFocus = { focus: () => void }

/** The slip of the call on the line. The cursor is in the phone field whenever it is blank. */
export function SlipForm({ focusRef }: { focusRef: Ref<SlipFocus> }) {
  const { t } = useTranslation()
  const { phase, intakeOpen } = useLiveState().program as Program
  const [line, setLine] = useLine()
  const { typed, slip, change, send, divert, discard, sending, refusal, logged } = useSlip(line)
  const [asking, setAsking] = useState<'divert' | 'discard'>()
  const phone = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const left = useRef<Element>(null)

  const focus = () => (slip ? text : phone).current?.focus()
  useImperativeHandle(focusRef, () => ({ focus }))

  // After each send the next call can begin; after a refusal the hand is where it was.
  const settle = useEffectEvent(() => {
    if (slip && left.current instanceof HTMLElement) left.current.focus()
    else focus()
  })
  useEffect(() => {
    if (!sending) settle()
  }, [sending])

  // A slip begun before the books were closed may still arrive; the server knows whether it was.
  const shut = phase === 'draft' || (phase === 'closed' && !slip)
  const closedFor = phase === 'draft' || phase === 'closed' ? t(`secretary.shut.${phase}`) : null
  const notice = closedFor ?? (intakeOpen ? null : t('secretary.intakeClosed'))
  const opened = asking === 'divert' || slip?.diverting === true
  const idle = asking !== undefined || opened || sending || shut

  function ask(what: 'divert' | 'discard') {
    left.current = document.activeElement
    setAsking(what)
  }

  /** Out of a dialog, to where the hand was; to the phone of the next call when this one is gone. */
  function back() {
    setAsking(undefined)
    setTimeout(() => (left.current instanceof HTMLElement ? left.current : phone.current)?.focus())
  }

  async function sendAs(how: 'logged' | 'advised', sameAsId?: string) {
    if (shut || opened) return
    left.current = document.activeElement
    if (typed.verbatim.trim() === '') text.current?.focus()
    await send(how, sameAsId)
  }

  return (
    <section className={classes.slip} aria-labelledby="slip-title">
      <div className={classes.head}>
        <Title order={2} size="h4" id="slip-title">
          {t('secretary.slip')} <Kbd size="xs">Alt+P</Kbd>
        </Title>
        {slip && (
          <>
            <CallTime since={slip.takenAt} />
            <Button size="compact-sm" variant="default" disabled={sending} onClick={() => ask('discard')}>
              {t('secretary.discard')}
            </Button>
          </>
        )}
        <LineField line={line} onChange={setLine} />
      </div>
      <LoggedNumber logged={logged} small={slip !== null} />
      {notice && (
        <Text className={classes.notice} role="note">
          ▲ {notice}
        </Text>
      )}
      <fieldset disabled={sending} className={classes.fields}>
        <legend className={classes.hidden}>{t('secretary.slip')}</legend>
        <CallerFields
          caller={typed.caller}
          onChange={caller => change({ caller })}
          phoneRef={phone}
          beside={
            <EarlierCalls
              caller={typed.caller}
              onChange={caller => change({ caller })}
              phone={phone}
              idle={idle}
            />
          }
        />
        <MarkedTextarea
          ref={text}
          label={t('secretary.verbatim')}
          required
          autosize
          minRows={3}
          maxRows={8}
          maxLength={TextLimit.verbatim}
          value={typed.verbatim}
          onChange={event => change({ verbatim: event.currentTarget.value })}
          description={slip && t('secretary.kept')}
          allowed={useHotlines()}
        />
        <TypingAids
          text={typed.verbatim}
          phone={typed.caller.phone}
          idle={idle}
          onJoin={lead => void sendAs('logged', lead.id)}
          onDivert={() => ask('divert')}
        />
        <SortingFields typed={typed} onChange={change} />
        <Consents caller={typed.caller} onChange={caller => change({ caller })} />
      </fieldset>
      <div className={classes.foot}>
        {refusal && !opened && (
          <Alert color="red" role="alert" p="xs">
            {refusal}
          </Alert>
        )}
        <SlipKeys
          sending={sending}
          shut={shut}
          idle={asking !== undefined || opened}
          onSend={sendAs}
          onDivert={() => ask('divert')}
        />
      </div>
      <DivertDialog
        opened={opened}
        sending={sending}
        refusal={refusal}
        confirmed={slip?.diverting === true}
        onConfirm={async () => {
          left.current = null
          await divert()
          back()
        }}
        onClose={back}
      />
      <DiscardDialog
        opened={asking === 'discard'}
        onClose={back}
        onConfirm={() => {
          left.current = null
          discard()
          back()
        }}
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
