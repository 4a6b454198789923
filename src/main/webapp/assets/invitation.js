// An invitation's code stands behind the #, which browsers send to nobody: show what it promises.
const code = document.getElementById('code');
if (code && location.hash.length > 1) {
  code.value = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  code.form.submit();
}
