import { Button, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DeskQuestion } from '../questions/columns.js'
import classes from './List.module.css'
import type { RowAct, RowActs } from './useRowActs.js'

type Props = { question: DeskQuestion; acts: RowActs }

const KEYS: Record<RowAct, string> = {
  correct: 'Enter',
  advise: 'Alt+H',
  divert: 'Alt+K',
  answer: 'Alt+T',
  undo: 'Alt+Z',
  print: 'Ctrl+P',
}

/** What can be done with a logged question from here, each with the key that its row has too. */
export function RowActions({ question, acts }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.actions}>
      {acts.openTo(question).map(act => (
        <Button
          key={act}
          size="compact-sm"
          variant="default"
          onClick={() => acts.act(act, question)}
          rightSection={<Kbd size="xs">{KEYS[act]}</Kbd>}
        >
          {t(`list.act.${act}`)}
        </Button>
      ))}
    </div>
  )
}
