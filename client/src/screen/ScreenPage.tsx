export default function ScreenPage() {
  return <main />
}
