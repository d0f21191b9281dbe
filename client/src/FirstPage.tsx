import { useEffect, useState } from 'react'
import { paths } from '#protocol/paths.js'
import type { Account } from '#protocol/session.js'
import { ProgramList } from './programs/ProgramList.js'
import { SignInForm } from './session/SignInForm.js'
import { askServer } from './session/ask-server.js'
import { language, speak, words } from './text/words.js'

/** The way in: sign in, and see which programmes there are. */
export function FirstPage() {
  // Undefined until the server has said who holds this browser's session; null when nobody does.
  const [account, setAccount] = useState<Account | null>()

  useEffect(() => {
    document.documentElement.lang = language
    askServer<{ account: Account }>('GET', paths.session).then(
      answer => setAccount(answer.account),
      () => setAccount(null),
    )
  }, [])

  async function signOut() {
    await askServer('DELETE', paths.session).catch(() => {})
    setAccount(null)
  }

  return (
    <main>
      <header>
        <h1>{words.product}</h1>
        <p className="quiet">{words.about}</p>
      </header>
      {account === null && <SignInForm onSignedIn={setAccount} />}
      {account && (
        <>
          <p className="who">
            <span>{account.name}</span>
            <button type="button" onClick={() => void signOut()}>
              {words.signOut}
            </button>
          </p>
          <ProgramList />
        </>
      )}
      <footer>
        <button type="button" className="link" onClick={() => speak(language === 'vi' ? 'en' : 'vi')}>
          {words.otherLanguage}
        </button>
      </footer>
    </main>
  )
}
