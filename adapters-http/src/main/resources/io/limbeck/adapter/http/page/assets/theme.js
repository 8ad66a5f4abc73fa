// Light or dark as the system has it, until a person says otherwise. Not a module: it runs before the
// page is painted, so that nothing flashes.
(() => {
  const KEY = 'limbeck.theme';
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);

  const kept = localStorage.getItem(KEY);
  if (kept) {
    root.dataset.theme = kept;
  }

  addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme');
    const tell = () => button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      localStorage.setItem(KEY, root.dataset.theme);
      tell();
    });
    system.addEventListener('change', tell);
    tell();
  });
})();
