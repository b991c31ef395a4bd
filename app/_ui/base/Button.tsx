import type { ComponentProps } from 'react'
import { SiteLink } from './SiteLink.tsx'

type Look = 'primary' | 'quiet' | 'plain'
type Size = 'small' | 'medium' | 'large'

const looks: Record<Look, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-hover font-semibold',
  quiet: 'bg-surface text-ink border border-line hover:border-edge font-medium',
  plain: 'text-muted hover:text-ink hover:bg-sunken font-medium',
}

const sizes: Record<Size, string> = {
  small: 'h-8 px-3 text-sm rounded-lg gap-1.5',
  medium: 'h-10 px-4 text-[0.9375rem] rounded-[0.625rem] gap-2',
  large: 'h-12 px-6 text-base rounded-xl gap-2',
}

export function buttonClass(look: Look = 'primary', size: Size = 'medium', extra = ''): string {
  return `inline-flex shrink-0 items-center justify-center whitespace-nowrap transition-colors duration-150 disabled:opacity-55 ${looks[look]} ${sizes[size]} ${extra}`
}

type ButtonProps = ComponentProps<'button'> & { look?: Look; size?: Size }

export function Button({ look = 'primary', size = 'medium', className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, size, className)} {...rest} />
}

type ButtonLinkProps = ComponentProps<typeof SiteLink> & { look?: Look; size?: Size }

export function ButtonLink({ look = 'primary', size = 'medium', className = '', ...rest }: ButtonLinkProps) {
  return <SiteLink className={buttonClass(look, size, className)} {...rest} />
}
