import { useNavigate } from 'react-router'
import { ChangePassword } from './ChangePassword.js'

/** Where somebody who is signed in changes the password. */
export default function PasswordPage() {
  const navigate = useNavigate()
  const home = () => void navigate('/')
  return <ChangePassword oneTime={false} onChanged={home} onLeave={home} />
}
