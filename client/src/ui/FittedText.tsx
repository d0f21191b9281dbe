import { useLayoutEffect, useRef } from 'react'
import classes from './FittedText.module.css'

/** Shares of the stage's height that a text must not go below: at arm's length of a monitor, and at the worst. */
const LEGIBLE = 0.037
const SMALLEST = 0.026
/** Where nothing else helps: a small text is better than a cut one. */
const LAST_RESORT = 0.012

type Props = {
  text: string
  /** The largest letters, as a share of the stage's height. */
  ceiling?: number
  /** The most of the stage's height that the text may take; without it, the box it is in. */
  share?: number
}

/**
 * A text as large as its box allows, by measurement. The sizes are shares of the nearest `data-stage`, so that a
 * small picture of a screen breaks its lines where the screen does. When the text cannot stay legible, what is
 * marked `data-yields` on the stage gives way (`data-tight`), and only then the letters.
 *
 * It measures before the frame is drawn and again when the box changes or a font arrives: nobody sees it jump.
 */
export function FittedText({ text, ceiling = 0.12, share }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLParagraphElement>(null)

  useLayoutEffect(() => {
    let fitted = ''
    const fit = () => {
      // Fitting changes the box; only what somebody else changed is fitted anew.
      if (measures(box.current!, text) === fitted) return
      fitText(box.current!, words.current!, ceiling, share)
      fitted = measures(box.current!, text)
    }
    const fontArrived = () => {
      fitted = ''
      fit()
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(box.current!)
    observer.observe(stageOf(box.current!))
    document.fonts.addEventListener('loadingdone', fontArrived)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', fontArrived)
    }
  }, [text, ceiling, share])

  return (
    <div ref={box} className={share ? `${classes.box} ${classes.shrinking}` : classes.box}>
      <p ref={words} className={classes.words}>
        {text}
      </p>
    </div>
  )
}

const stageOf = (box: HTMLElement): HTMLElement =>
  box.closest<HTMLElement>('[data-stage]') ?? document.documentElement

const measures = (box: HTMLElement, text: string) => {
  const stage = stageOf(box)
  return [box.clientWidth, box.clientHeight, stage.clientWidth, stage.clientHeight, text].join(' ')
}

function fitText(box: HTMLElement, words: HTMLElement, ceiling: number, share: number | undefined): void {
  const stage = stageOf(box)
  const height = stage.clientHeight
  const breaking = classes.breaking!

  const fits = (size: number) => {
    words.style.fontSize = `${size}px`
    const room = share ? share * height : box.clientHeight
    return words.offsetHeight <= room && words.scrollWidth <= words.clientWidth
  }
  /** Sets the largest size from `floor` up, or says that not even the floor fits. */
  const largest = (floor: number): boolean => {
    let [low, high] = [floor * height, ceiling * height]
    if (!fits(low)) return false
    while (high - low > 0.5) {
      const middle = (low + high) / 2
      if (fits(middle)) low = middle
      else high = middle
    }
    return fits(low)
  }

  stage.removeAttribute('data-tight')
  words.classList.remove(breaking)
  if (largest(LEGIBLE)) return
  stage.setAttribute('data-tight', '')
  if (largest(LEGIBLE) || largest(SMALLEST)) return
  // A word wider than the screen is broken rather than cut off.
  words.classList.add(breaking)
  if (!largest(LEGIBLE) && !largest(SMALLEST)) largest(LAST_RESORT)
}
