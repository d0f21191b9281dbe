import { Text } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findPrivateNumbers } from '#protocol/private-numbers.js'
import type { DeskQuestion } from '../questions/columns.js'
import { CorrectLogged } from './CorrectLogged.js'
import { KeyButton } from './KeyButton.js'
import { MarkedText } from './MarkedText.js'
import classes from './OpenCard.module.css'
import { hotlinesOf } from './air-view.js'
import { useDesk } from './moderator-desk.js'
import { useDeskKeys } from './useDeskKeys.js'
import { differences } from './word-difference.js'

/** States in which what was taken down may still be corrected. */
const CORRECTABLE = new Set(['pending', 'returned'])

type Props = { question: DeskQuestion; wording: string }

/** What the caller said, with what the wording leaves out struck; corrected in place while that is possible. */
export function Verbatim({ question, wording }: Props) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const [correcting, setCorrecting] = useState(false)
  const compared = useDeferredValue(wording)
  const text = question.verbatim ?? ''
  const removed = useMemo(() => differences(text, compared).removed, [text, compared])
  const numbers = useMemo(() => findPrivateNumbers(text, hotlinesOf(program)), [text, program])
  const open = CORRECTABLE.has(question.state)
  const toggle = () => setCorrecting(now => !now)
  useDeskKeys(open ? [['Alt+V', toggle]] : [])
  const id = `verbatim-${question.id}`
  return (
    <div data-wide={(correcting && open) || undefined}>
      <div className={classes.wordingHead}>
        <Text size="xs" c="dimmed" id={id}>
          {t('moderator.verbatim')}
        </Text>
        {open && (
          <KeyButton keys="Alt+V" size="compact-xs" variant="subtle" onClick={toggle}>
            {t('card.correctLogged')}
          </KeyButton>
        )}
      </div>
      {correcting && open ? (
        <CorrectLogged question={question} close={() => setCorrecting(false)} />
      ) : (
        <div className={classes.verbatim} role="group" aria-labelledby={id} tabIndex={0}>
          <MarkedText text={text} removed={removed} private={numbers} />
        </div>
      )}
    </div>
  )
}
