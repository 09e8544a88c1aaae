/* Runs before the first paint, so that a chosen theme, size or language never flashes. A file of its own because the
   content policy allows no inline script. The keys are those of src/kit/look.ts and src/app/language.tsx. */
(function () {
  var root = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = read('zhengyou.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (read('zhengyou.type') === 'large') root.dataset.type = 'large';
  if (read('zhengyou.language') === 'en') root.lang = 'en';
})();
