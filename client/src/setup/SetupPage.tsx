import { Anchor, Group, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink, Route, Routes } from 'react-router'
import { useSession } from '../session/Session.js'
import { language, speak } from '../text/language.js'
import { AccountsPage } from './accounts/AccountsPage.js'
import { AuditPage } from './audit/AuditPage.js'
import { ListsPage } from './lists/ListsPage.js'
import { EditProgramme } from './programmes/EditProgramme.js'
import { NewProgramme } from './programmes/NewProgramme.js'
import { ProgrammesPage } from './programmes/ProgrammesPage.js'
import classes from './Setup.module.css'

/** Programmes, lists, accounts and who did what. Reads no question. */
export default function SetupPage() {
  const { t } = useTranslation()
  const { account, signOut } = useSession()
  useEffect(() => {
    document.title = `${t('setup.title')} – ${t('product')}`
  }, [t])
  if (!account.roles.some(({ role }) => role === 'admin')) return <main>{t('setup.notYours')}</main>
  const forHouse = account.roles.some(({ role, programId }) => role === 'admin' && programId === null)
  return (
    <>
      <header className={classes.head}>
        <Group gap="lg">
          <Title order={1} size="h4">
            {t('setup.title')}
          </Title>
          <nav className={classes.nav} aria-label={t('setup.title')}>
            <NavLink to="/setup" end>
              {t('setup.programmes')}
            </NavLink>
            {forHouse && <NavLink to="/setup/lists">{t('setup.lists')}</NavLink>}
            {forHouse && <NavLink to="/setup/accounts">{t('setup.accounts')}</NavLink>}
            <NavLink to="/setup/audit">{t('setup.audit')}</NavLink>
          </nav>
        </Group>
        <Group>
          <Anchor component={NavLink} to="/" size="sm">
            {t('setup.desks')}
          </Anchor>
          <Anchor
            component="button"
            size="sm"
            c="dimmed"
            onClick={() => speak(language() === 'vi' ? 'en' : 'vi')}
          >
            {t('otherLanguage')}
          </Anchor>
          <Anchor component="button" size="sm" onClick={signOut}>
            {t('session.signOut')} {account.name}
          </Anchor>
        </Group>
      </header>
      <main className={classes.page}>
        <Routes>
          <Route index element={<ProgrammesPage forHouse={forHouse} />} />
          {forHouse && <Route path="new" element={<NewProgramme />} />}
          <Route path="programmes/:programId" element={<EditProgramme />} />
          {forHouse && <Route path="lists" element={<ListsPage />} />}
          {forHouse && <Route path="accounts" element={<AccountsPage />} />}
          <Route path="audit" element={<AuditPage />} />
        </Routes>
      </main>
    </>
  )
}
