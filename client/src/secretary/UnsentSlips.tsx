import { Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import { useKeys } from '../ui/useKeys.js'
import { DiscardDialog } from './DiscardDialog.js'
import { DivertDialog } from './DivertDialog.js'
import { UnsentRow } from './UnsentRow.js'
import { useOutbox } from './outbox/OutboxProvider.js'
import { isSetAside } from './outbox/stages.js'
import { useUnsentRows } from './outbox/useUnsentRows.js'
import type { Slip } from './slip.js'
import classes from './Unsent.module.css'

type Props = { onCopy: (slip: Slip) => void; onDone: () => void }

/** The slips of this account that the server does not have: come back, put aside, on their way. */
export function UnsentSlips({ onCopy, onDone }: Props) {
  const { t } = useTranslation()
  const { programId } = useLiveState()
  const outbox = useOutbox()
  const { waiting, refused, left } = useUnsentRows()
  const [asking, setAsking] = useState<{ what: 'divert' | 'discard'; slip: Slip }>()

  const rows = [...refused, ...left, ...waiting]
  const first = [...refused, ...left].find(slip => slip.programId === programId && slip.how !== 'diverted')
  const open = (slip: Slip) => {
    if (isSetAside(slip)) {
      onCopy(slip)
      onDone()
    } else void outbox.takeUp(slip.id).then(onDone)
  }
  useKeys([['Alt+L', () => first && open(first)]])

  function close() {
    setAsking(undefined)
    onDone()
  }

  return (
    <>
      {rows.length > 0 && (
        <section className={classes.unsent} aria-labelledby="unsent-title">
          <Title order={2} size="h6" id="unsent-title" className={classes.title}>
            {t('slip.unsent', { count: rows.length })}
          </Title>
          <ul className={classes.rows} tabIndex={0}>
            {rows.map(slip => (
              <UnsentRow
                key={slip.id}
                slip={slip}
                place={waiting.indexOf(slip) + 1}
                elsewhere={slip.programId !== programId}
                first={slip === first}
                onOpen={open}
                onAgain={one => outbox.divert(one)}
                onDivert={one => setAsking({ what: 'divert', slip: one })}
                onDiscard={one => setAsking({ what: 'discard', slip: one })}
              />
            ))}
          </ul>
        </section>
      )}
      <DivertDialog
        opened={asking?.what === 'divert'}
        onConfirm={() => {
          if (asking) outbox.divert(asking.slip)
          close()
        }}
        onClose={close}
      />
      <DiscardDialog
        opened={asking?.what === 'discard'}
        sent={asking?.slip.sent === true}
        onConfirm={() => {
          if (asking) outbox.remove(asking.slip.id)
          close()
        }}
        onClose={close}
      />
    </>
  )
}
