import { Anchor, Kbd } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLiveState } from '../live/LiveProgram.js'
import { useSession } from '../session/Session.js'
import classes from './List.module.css'

const KEYS = [
  ['Enter', 'open'],
  ['Alt+I', 'details'],
  ['Ctrl+P', 'print'],
] as const

/** The keys of a row, blank slips for the day the power fails, and who else takes calls. */
export function ListFoot() {
  const { t } = useTranslation()
  const { programId, people, questions } = useLiveState()
  const { account } = useSession()
  const others = people.filter(one => one.accountId !== account.id && one.roles.includes('secretary'))
  const said = others.map(({ name, editing }) => {
    const number = editing && questions.get(editing)?.number
    return number ? t('list.hasOpen', { name, number }) : name
  })
  return (
    <div className={classes.foot}>
      {said.length > 0 && (
        <span>
          {t('list.colleagues')}: {said.join(' · ')}
        </span>
      )}
      <span className={classes.legend}>
        {KEYS.map(([key, act]) => (
          <span key={key}>
            <Kbd size="xs">{key}</Kbd> {t(`list.act.${act}`)}
          </span>
        ))}
      </span>
      <Anchor href={`/secretary/paper?program=${programId}`} target="_blank" size="xs">
        {t('paper.blank')}
      </Anchor>
    </div>
  )
}
