// A chosen file is sent as it is, as the body of a request; the answer tells what became of each row.
(() => {
  'use strict';
  const form = document.querySelector('form[data-import]');
  const file = form?.querySelector('input[type="file"]');
  const outcome = document.getElementById('outcome');
  if (!file || !outcome) return;
  form.querySelector('[data-needs-script]').hidden = false;
  form.addEventListener('submit', async (event) => {
    if (!file.files.length || form.text.value.trim()) return;
    event.preventDefault();
    const query = new URLSearchParams({ institution: form.institution.value, deed: event.submitter?.value ?? 'look' });
    for (const box of form.querySelectorAll('input[type="checkbox"]:checked')) query.set(box.name, 'true');
    outcome.setAttribute('aria-busy', 'true');
    const answer = await fetch(`${form.dataset.import}?${query}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'HX-Request': 'true', Accept: 'text/html', 'Accept-Language': document.documentElement.lang },
      body: file.files[0],
    });
    outcome.innerHTML = await answer.text();
    outcome.removeAttribute('aria-busy');
    const heading = outcome.querySelector('[data-announce], h1, h2');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  });
})();
