import { Center, Loader } from '@mantine/core'
import { type ReactNode, createContext, useContext, useEffect, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { Role } from '#protocol/roles.js'
import type { Account } from '#protocol/session.js'
import { ChangePassword } from './ChangePassword.js'
import { SignIn } from './SignIn.js'
import { askServer, onSignedOut, signedOut } from './ask-server.js'
import { hintAccount, hintedAccount, onHint } from './hint.js'

type Session = { account: Account; signOut: () => void }
const SessionContext = createContext<Session | null>(null)

/** Who is signed in at this desk. Inside it there is always somebody. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('nobody is signed in here')
  return session
}

/** The roles the account holds for a programme, and for the house. */
export const rolesFor = (account: Account, programId: string): Role[] => [
  ...new Set(
    account.roles
      .filter(grant => grant.programId === null || grant.programId === programId)
      .map(grant => grant.role),
  ),
]

const withOwnPassword = ({ id, name, roles }: Account): Account => ({ id, name, roles })

/** Shows what is inside to whoever is signed in; to others the form, and afterwards the same place again. */
export function SignedIn({ children }: { children: ReactNode }) {
  const [account, setAccount] = useState<Account | null>()
  const [ended, setEnded] = useState(false)

  useEffect(() => {
    // Asked only where somebody did sign in: a browser writes every refusal into its console.
    if (!hintedAccount()) setAccount(null)
    else
      askServer<{ account: Account }>('GET', paths.session).then(
        answer => signIn(answer.account),
        () => setAccount(null),
      )
    return onSignedOut(() =>
      setAccount(known => {
        if (known) setEnded(true)
        return null
      }),
    )
  }, [])

  // The windows of a browser share one session: what this one sends is sent by whoever signed in last.
  const accountId = account?.id
  useEffect(
    () =>
      onHint(hinted => {
        if (accountId && hinted !== accountId) signedOut()
      }),
    [accountId],
  )

  function signIn(signedIn: Account) {
    hintAccount(signedIn.id)
    setAccount(signedIn)
  }

  function signOut() {
    hintAccount(null)
    // Where the server is away the session ends by its age; nothing more is sent from here.
    void askServer('DELETE', paths.session)
      .catch(() => undefined)
      .finally(() => {
        setAccount(null)
        setEnded(false)
      })
  }

  if (account === undefined)
    return (
      <Center h="100vh">
        <Loader aria-label="…" />
      </Center>
    )
  if (account === null) return <SignIn ended={ended} onSignedIn={signIn} />
  if (account.passwordChangeNeeded)
    return <ChangePassword oneTime onLeave={signOut} onChanged={() => setAccount(withOwnPassword(account))} />
  return <SessionContext value={{ account, signOut }}>{children}</SessionContext>
}
