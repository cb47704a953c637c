// The page says its language, for screen readers and hyphenation.
const tell = () => {
  const title = element.querySelector('[lang]');
  if (title) document.documentElement.lang = title.lang;
};
tell();
watch('value', tell);
