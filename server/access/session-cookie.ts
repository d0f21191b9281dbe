import { parseCookie, stringifySetCookie } from 'cookie'

const NAME = 'session'

/** The secret in a Cookie header, if any. */
export const secretIn = (header: string | undefined): string | undefined =>
  header ? parseCookie(header)[NAME] || undefined : undefined

/** The cookie of a session; a browser keeps it until it closes, the server decides how long it holds. */
export const sessionCookie = (secret: string, secure: boolean) =>
  stringifySetCookie({ name: NAME, value: secret, httpOnly: true, sameSite: 'strict', secure, path: '/' })

export const endedCookie = (secure: boolean) =>
  stringifySetCookie({
    name: NAME,
    value: '',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/',
    maxAge: 0,
  })
