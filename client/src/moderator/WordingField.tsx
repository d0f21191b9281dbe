import { Text } from '@mantine/core'
import { useDeferredValue, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ADVISED_WORDING, TextLimit, codePoints } from '#protocol/text.js'
import classes from './OpenCard.module.css'
import { type Range, differences, pieces, wordCount } from './word-difference.js'

type Props = {
  value: string
  /** What the words are compared with. */
  before: string
  numbers: readonly Range[]
  readOnly: boolean
  onChange: (wording: string) => void
}

/** The words for the air. Nothing that is typed is ever cut: what is too long is said. */
export function WordingField({ value, before, numbers, readOnly, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const length = codePoints(value.normalize('NFC').trim())
  const tooLong = length > TextLimit.wording
  const long = length > ADVISED_WORDING
  // Typing never waits for the comparison.
  const compared = useDeferredValue(value)
  const { removed, added } = useMemo(() => differences(before, compared), [before, compared])
  const changed =
    removed.length + added.length > 0 &&
    t('card.changed', { removed: wordCount(before, removed), added: wordCount(compared, added) })

  return (
    <div>
      <div className={classes.wordingHead}>
        <Text component="label" size="xs" c="dimmed" htmlFor={id}>
          {t('moderator.wording')}
        </Text>
        <Text size="xs" c={tooLong ? 'red.4' : long ? 'orange.4' : 'dimmed'} id={`${id}-about`}>
          {changed && `${changed} · `}
          {long && '▲ '}
          {t(tooLong ? 'moderator.tooLong' : long ? 'moderator.long' : 'moderator.length', {
            length,
            most: tooLong ? TextLimit.wording : ADVISED_WORDING,
          })}
        </Text>
      </div>
      <div className={classes.wording} data-invalid={tooLong || undefined}>
        <div className={classes.underlay} aria-hidden="true">
          {pieces(compared, { added, private: numbers }).map(piece => (
            <span key={piece.from} className={piece.marks.map(mark => classes[mark]).join(' ')}>
              {piece.text}
            </span>
          ))}
          {'\u200b'}
        </div>
        <textarea
          id={id}
          className={classes.words}
          // Whoever opens a card does it to word it.
          autoFocus={!readOnly}
          onFocus={event => event.currentTarget.setSelectionRange(value.length, value.length)}
          value={value}
          readOnly={readOnly}
          aria-invalid={tooLong}
          aria-describedby={`${id}-about`}
          onChange={event => onChange(event.currentTarget.value)}
        />
      </div>
    </div>
  )
}
