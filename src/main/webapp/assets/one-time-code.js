// A link's code stands behind the #, which browsers send to nobody: it goes into the form from here.
const code = document.getElementById('code');
if (code && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  document.getElementById('name')?.focus();
}
