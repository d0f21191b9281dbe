import { Button, type ButtonProps, Kbd } from '@mantine/core'

type Props = ButtonProps & {
  keys?: string | undefined
  onClick: () => void
  'aria-expanded'?: boolean | undefined
}

/** A small button that shows the key it has. */
export function KeyButton({ keys, children, ...rest }: Props) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      h="auto"
      styles={{ label: { whiteSpace: 'normal', flexWrap: 'wrap', height: 'auto' } }}
      {...rest}
    >
      {children}
      {keys && (
        <>
          {' '}
          <Kbd ml={6} size="xs">
            {keys}
          </Kbd>
        </>
      )}
    </Button>
  )
}
