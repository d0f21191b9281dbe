import { type FormEvent, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { Account } from '#protocol/session.js'
import { words } from '../text/words.js'
import { askServer } from './ask-server.js'

/** Name and password. What was typed stays when it is refused. */
export function SignInForm({ onSignedIn }: { onSignedIn: (account: Account) => void }) {
  const [refusal, setRefusal] = useState('')
  const [busy, setBusy] = useState(false)

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    setBusy(true)
    setRefusal('')
    try {
      const { account } = await askServer<{ account: Account }>(
        'POST',
        paths.session,
        Object.fromEntries(typed),
      )
      onSignedIn(account)
    } catch (error) {
      setRefusal((error as Error).message)
      setBusy(false)
    }
  }

  return (
    <form className="sign-in" onSubmit={event => void signIn(event)}>
      <label htmlFor="username">{words.username}</label>
      <input id="username" name="username" autoComplete="username" autoCapitalize="none" required autoFocus />
      <label htmlFor="password">{words.password}</label>
      <input id="password" name="password" type="password" autoComplete="current-password" required />
      <p role="alert" className="refusal">
        {refusal}
      </p>
      <button type="submit" disabled={busy}>
        {words.signIn}
      </button>
    </form>
  )
}
