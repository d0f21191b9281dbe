import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../questions/StateMark.js'
import { type DeskQuestion, textOf } from '../questions/columns.js'
import type { Similar } from '../questions/similar.js'
import { KeyButton } from './KeyButton.js'
import classes from './OpenCard.module.css'

type Props = {
  question: DeskQuestion
  similar: readonly Similar[] | null
  merge: (intoId: string) => void
}

/** Earlier questions that may be the same, with their words to judge by. Nothing is merged by itself. */
export function LikelyDuplicates({ question, similar, merge }: Props) {
  const { t } = useTranslation()
  if (!similar?.length) return null
  const mayMerge = question.moves.includes('merge')
  return (
    <section aria-label={t('card.duplicates')}>
      <Text size="xs" c="dimmed">
        ≈ {t('card.duplicates')}
      </Text>
      <ul className={classes.entries}>
        {similar.map(({ lead: other, joinable, score, samePhone }) => (
          <li key={other.id} className={classes.duplicate}>
            <Text size="sm">
              <b>{t('question.number', { number: other.number })}</b> ({Math.round(score * 100)} %) ·{' '}
              <StateMark state={other.state} />
              {samePhone && ` · ${t('card.samePhone')}`} · {textOf(other)}
            </Text>
            {mayMerge && joinable && (
              <KeyButton size="compact-xs" onClick={() => merge(other.id)}>
                {t('moderator.mergeInto', { number: other.number })}
              </KeyButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
