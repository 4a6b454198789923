// A chosen file is sent as it is, as the body of a request, instead of the form's text; the answer says
// what came of it. Hidden fields, ticks and the pressed button go into the query, fields with
// data-header into a header: what must not be in an address.
(() => {
  'use strict';
  const form = document.querySelector('form[data-file-to]');
  const file = form?.querySelector('input[type="file"]');
  const outcome = document.getElementById('outcome');
  if (!file || !outcome) return;
  form.querySelector('[data-needs-script]').hidden = false;
  form.addEventListener('submit', async (event) => {
    if (!file.files.length || form.querySelector('textarea').value.trim()) return;
    event.preventDefault();
    const query = new URLSearchParams();
    for (const each of form.querySelectorAll('input[type="hidden"], input[type="checkbox"]:checked')) query.set(each.name, each.value);
    if (event.submitter?.name) query.set(event.submitter.name, event.submitter.value);
    const headers = { 'Content-Type': 'application/octet-stream', 'HX-Request': 'true', Accept: 'text/html', 'Accept-Language': document.documentElement.lang };
    for (const each of form.querySelectorAll('[data-header]')) headers[each.dataset.header] = encodeURIComponent(each.value);
    outcome.setAttribute('aria-busy', 'true');
    const answer = await fetch(`${form.dataset.fileTo}?${query}`, { method: 'POST', headers, body: file.files[0] });
    outcome.innerHTML = await answer.text();
    outcome.removeAttribute('aria-busy');
    const heading = outcome.querySelector('[data-announce], h1, h2');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  });
})();
