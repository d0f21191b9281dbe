import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '@mantine/core'
import classes from './OpenCard.module.css'
import { type Range, pieces } from './word-difference.js'

type Props = {
  text: string
  removed?: readonly Range[]
  added?: readonly Range[]
  private?: readonly Range[]
}

const NONE: readonly Range[] = []

/** A text with what was left out struck, what was put in underlined, and what is private in a frame. */
export function MarkedText({ text, removed = NONE, added = NONE, private: secret = NONE }: Props) {
  const { t } = useTranslation()
  return pieces(text, { removed, added, private: secret }).map(piece => {
    const words = piece.marks.includes('private') ? (
      <mark className={classes.private}>{piece.text}</mark>
    ) : (
      piece.text
    )
    if (piece.marks.includes('removed'))
      return (
        <del key={piece.from} className={classes.removed}>
          <VisuallyHidden component="span">{t('card.removed')} </VisuallyHidden>
          {words}
        </del>
      )
    if (piece.marks.includes('added'))
      return (
        <ins key={piece.from} className={classes.added}>
          <VisuallyHidden component="span">{t('card.added')} </VisuallyHidden>
          {words}
        </ins>
      )
    return <span key={piece.from}>{words}</span>
  })
}
