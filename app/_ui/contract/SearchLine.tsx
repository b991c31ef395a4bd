/** Narrows a list below it while it is typed in. */
export function SearchLine({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      maxLength={200}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      className="mb-2 h-10 w-full min-w-0 rounded-[0.625rem] border border-edge bg-surface px-3.5 placeholder:text-faint"
    />
  )
}
