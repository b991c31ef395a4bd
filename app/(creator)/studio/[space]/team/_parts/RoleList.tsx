import { useTranslations } from 'next-intl'

const roles = ['owner', 'admin', 'editor', 'reviewer', 'analyst'] as const

/** What each role may do. */
export function RoleList() {
  const t = useTranslations('team')
  const tRole = useTranslations('studio.role')
  return (
    <section aria-labelledby="roles">
      <h2 id="roles" className="text-section font-semibold">
        {t('rolesTitle')}
      </h2>
      <dl className="mt-3 grid gap-3 text-[0.9375rem]">
        {roles.map((role) => (
          <div key={role}>
            <dt className="font-medium">{tRole(role)}</dt>
            <dd className="text-muted">{t(`roles.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
