import { Textarea, type TextareaProps } from '@mantine/core'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { type AllowedNumbers, type PrivateNumber, findPrivateNumbers } from '#protocol/private-numbers.js'
import classes from './MarkedTextarea.module.css'
import { PrivateNumbers } from './PrivateNumbers.js'

type Props = Omit<TextareaProps, 'value' | 'classNames' | 'inputWrapperOrder'> & {
  value: string
  /** Numbers that are nobody's own: the hotlines, and what was allowed. */
  allowed: AllowedNumbers
}

/** A text field that marks the private numbers of its text where they stand, and names them beside the label. */
export function MarkedTextarea({ value, allowed, description, ...rest }: Props) {
  const permitted = allowed.join('\n')
  const numbers = useMemo(() => findPrivateNumbers(value, permitted.split('\n')), [value, permitted])
  const mirror = useMirror(value, numbers.length > 0)
  return (
    <div className={classes.root}>
      <Textarea
        {...rest}
        value={value}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={numbers.length > 0 ? <PrivateNumbers numbers={numbers} /> : description}
        classNames={{ root: classes.field, description: classes.description, input: classes.input }}
      />
      <div ref={mirror} className={classes.mirror} aria-hidden="true">
        {numbers.length > 0 && marked(value, numbers)}
      </div>
    </div>
  )
}

function marked(value: string, numbers: readonly PrivateNumber[]) {
  const ends = [0, ...numbers.map(number => number.to)]
  return [
    ...numbers.map(({ from, to }, index) => (
      <span key={from}>
        {value.slice(ends[index], from)}
        <mark>{value.slice(from, to)}</mark>
      </span>
    )),
    value.slice(ends.at(-1)),
  ]
}

/** Whatever decides where a line breaks and a letter stands. */
const LOOKS =
  'font-family font-size font-weight font-style font-stretch line-height letter-spacing word-spacing tab-size text-indent ' +
  'text-align direction padding-top padding-right padding-bottom padding-left'

/** A layer over the field that breaks its lines where the field does, at any size, zoom and scroll position. */
function useMirror(value: string, shown: boolean) {
  const mirror = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const layer = mirror.current!
    const field = layer.parentElement!.querySelector('textarea')!
    if (!shown) return
    const scroll = () => (layer.scrollTop = field.scrollTop)
    const fit = () => {
      const looks = getComputedStyle(field)
      for (const look of LOOKS.split(' ')) layer.style.setProperty(look, looks.getPropertyValue(look))
      const [at, origin] = [field.getBoundingClientRect(), layer.parentElement!.getBoundingClientRect()]
      layer.style.left = `${at.left - origin.left + field.clientLeft}px`
      layer.style.top = `${at.top - origin.top + field.clientTop}px`
      layer.style.width = `${field.clientWidth}px`
      layer.style.height = `${field.clientHeight}px`
      scroll()
    }
    fit()
    const sizes = new ResizeObserver(fit)
    sizes.observe(field)
    field.addEventListener('scroll', scroll)
    return () => {
      sizes.disconnect()
      field.removeEventListener('scroll', scroll)
    }
  }, [value, shown])
  return mirror
}
