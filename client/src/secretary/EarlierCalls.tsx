import { Button, Kbd, Text } from '@mantine/core'
import { type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime, day } from '../text/times.js'
import { useKeys } from '../ui/useKeys.js'
import classes from './EarlierCalls.module.css'
import type { CallerDraft } from './caller.js'
import { type EarlierCall, filledIn, knownAs } from './earlier-calls.js'
import { useEarlierCalls } from './useEarlierCalls.js'

/** As many as are shown; of the others there is the count. */
const SHOWN = 3

type Props = {
  caller: CallerDraft
  onChange: (caller: CallerDraft) => void
  /** The field of the number. */
  phone: RefObject<HTMLInputElement | null>
  /** A dialog has the keyboard, or the slip is on its way. */
  idle: boolean
}

/** Whose number it is, what became of their earlier calls, and one key that fills in who they are. */
export function EarlierCalls({ caller, onChange, phone, idle }: Props) {
  const { t } = useTranslation()
  const { calls, tooMany } = useEarlierCalls(caller.phone, useLeft(phone))
  const known = knownAs(calls)
  const filled = known && filledIn(caller, known)
  const fills = filled !== undefined && JSON.stringify(filled) !== JSON.stringify(caller)
  const fill = () => {
    if (fills && !idle) onChange(filled)
  }
  useKeys([['Alt+E', fill]])
  const who = known && [[known.honorific, known.name].filter(Boolean).join(' '), known.place?.text]

  return (
    <div className={classes.earlier} role="group" aria-label={t('aids.earlierCalls')}>
      <div className={classes.head}>
        <Text size="sm" role="status" className={classes.who}>
          {who && (
            <>
              <b>{who.filter(Boolean).join(' · ') || t('aids.unnamed')}</b>
              {` · ${t('aids.nthCall', { count: calls.length + 1 })}`}
            </>
          )}
          {tooMany && <span className={classes.quiet}>{t('aids.tooManyLookups')}</span>}
        </Text>
        {fills && (
          <Button
            size="compact-xs"
            variant="default"
            tabIndex={-1}
            aria-keyshortcuts="Alt+E"
            onClick={fill}
            rightSection={<Kbd size="xs">Alt+E</Kbd>}
          >
            {t('aids.fillIn')}
          </Button>
        )}
      </div>
      {calls.slice(0, SHOWN).map(call => (
        <CallLine key={call.questionId} call={call} />
      ))}
    </div>
  )
}

/** "câu 4 (09:12) đã gộp vào câu 12, đang trả lời — Đường trước nhà ngập…" */
function CallLine({ call }: { call: EarlierCall }) {
  const { t } = useTranslation()
  const { mergedInto } = call
  const became = mergedInto
    ? `${t('aids.joinedInto', mergedInto)}, ${t(`state.${mergedInto.state}`).toLocaleLowerCase('vi')}`
    : t(`state.${call.state}`).toLocaleLowerCase('vi')
  const when = call.here ? clockTime(call.loggedAt).slice(0, 5) : day(call.loggedAt)
  return (
    <Text size="sm" className={classes.call} title={call.text}>
      {t('aids.call', { number: call.number, when, became })}
      <span className={classes.quiet}> — {call.text}</span>
    </Text>
  )
}

/** Whether the hand is elsewhere than in the field. */
function useLeft(field: RefObject<HTMLInputElement | null>): boolean {
  const [left, setLeft] = useState(true)
  useEffect(() => {
    const input = field.current
    const hear = () => setLeft(document.activeElement !== input)
    hear()
    input?.addEventListener('focus', hear)
    input?.addEventListener('blur', hear)
    return () => {
      input?.removeEventListener('focus', hear)
      input?.removeEventListener('blur', hear)
    }
  }, [field])
  return left
}
