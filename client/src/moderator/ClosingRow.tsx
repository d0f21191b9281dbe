import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { TextLimit } from '#protocol/text.js'
import { StateMark } from '../questions/StateMark.js'
import { type DeskQuestion, textOf } from '../questions/columns.js'
import { type Choice, LAST_MOVES, type LastMove } from '../questions/undecided.js'
import classes from './ClosingDialog.module.css'
import { useDesk } from './moderator-desk.js'

type Props = {
  question: DeskQuestion
  choice: Choice
  /** It arrived after the list was made. */
  isNew: boolean
  refusal: string | undefined
  choose: (questionId: string, part: Partial<Choice>) => void
}

/** One undecided question: what it says, and what becomes of it. */
export function ClosingRow({ question, choice, isNew, refusal, choose }: Props) {
  const { t } = useTranslation()
  const { program } = useDesk()
  const { id, number } = question
  const agencies = program.agencies.filter(({ retiredAt }) => !retiredAt)
  const reasons = program.reasons.filter(({ code, retiredAt }) => code && !retiredAt)
  const field = (what: 'move' | 'agency' | 'reason' | 'words') => t(`closing.${what}Of`, { number })
  return (
    <li className={classes.row} data-new={isNew || undefined}>
      <div className={classes.text}>
        <Text component="span" size="sm" fw={700}>
          {t('question.number', { number })}
        </Text>{' '}
        <StateMark state={question.state} />{' '}
        {isNew && (
          <Text component="span" size="sm" c="orange.4" fw={700}>
            ▲ {t('closing.isNew')}
          </Text>
        )}
        <Text size="sm" lineClamp={2}>
          {textOf(question)}
        </Text>
        {refusal && (
          <Text size="sm" c="orange.4" role="alert">
            ▲ {refusal}
          </Text>
        )}
      </div>
      <div className={classes.choice}>
        <NativeSelect
          size="xs"
          aria-label={field('move')}
          value={choice.move}
          onChange={event => choose(id, { move: event.currentTarget.value as LastMove })}
          data={LAST_MOVES.filter(move => question.moves.includes(move)).map(move => ({
            value: move,
            label: t(`closing.move.${move}`),
          }))}
        />
        {choice.move === 'defer' && (
          <NativeSelect
            size="xs"
            aria-label={field('agency')}
            value={choice.agencyId}
            onChange={event => choose(id, { agencyId: event.currentTarget.value })}
            data={[
              { value: '', label: t('closing.noAgency') },
              ...agencies.map(agency => ({ value: agency.id, label: agency.name })),
            ]}
          />
        )}
        {choice.move === 'reject' && (
          <>
            <NativeSelect
              size="xs"
              aria-label={field('reason')}
              value={choice.reasonCode}
              onChange={event => choose(id, { reasonCode: event.currentTarget.value })}
              data={reasons.map(({ code, name }) => ({ value: code!, label: name }))}
            />
            <TextInput
              size="xs"
              aria-label={field('words')}
              placeholder={t('moderator.ownWords')}
              required={choice.reasonCode === 'other'}
              maxLength={TextLimit.reason}
              value={choice.reasonText}
              onChange={event => choose(id, { reasonText: event.currentTarget.value })}
            />
          </>
        )}
      </div>
    </li>
  )
}
