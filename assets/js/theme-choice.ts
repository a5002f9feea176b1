/** Changes light and dark in place: following the link would load the page anew and lose what is typed. */
export function startThemeChoice(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('a[data-theme-choice]');
  for (const link of links) {
    link.addEventListener('click', (event) => {
      const choice = link.dataset['themeChoice'] ?? 'auto';
      event.preventDefault();
      const secure = location.protocol === 'https:' ? '; Secure' : '';
      document.cookie = `utseende=${choice}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
      document.documentElement.dataset['colorScheme'] = choice;
      for (const other of links) {
        if (other === link) other.setAttribute('aria-current', 'true');
        else other.removeAttribute('aria-current');
      }
    });
  }
}
