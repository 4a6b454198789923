// What pages do beyond htmx: the session's bearer, focus, announcements, questions, copying,
// local times, the height of the frame, and forms that open a new tab. Nothing is stored.
(() => {
  'use strict';

  // The launch's answer carried the bearer in its body; it goes into a header and out of the page.
  const bearer = document.body.dataset.bearer;
  delete document.body.dataset.bearer;
  const authorization = bearer ? { Authorization: `Bearer ${bearer}` } : {};

  // Says that buttons work now: htmx binds them when the document is complete.
  document.addEventListener('DOMContentLoaded', () => setTimeout(() => { document.body.dataset.live = 'yes'; }));

  const announcer = document.getElementById('announcer');
  const announce = (words) => {
    if (!announcer || !words) return;
    announcer.textContent = '';
    setTimeout(() => { announcer.textContent = words; }, 50);
  };

  // requests

  let running = 0;
  const busy = (change) => {
    running = Math.max(0, running + change);
    document.body.classList.toggle('busy', running > 0);
    document.getElementById('content')?.setAttribute('aria-busy', String(running > 0));
  };
  let patience;
  const on = (event, listener) => document.addEventListener(event, listener);

  on('htmx:configRequest', (event) =>
    Object.assign(event.detail.headers, authorization, { 'Accept-Language': document.documentElement.lang }));
  on('htmx:beforeRequest', () => {
    busy(+1);
    clearTimeout(patience);
    patience = setTimeout(() => announce(announcer?.dataset.busy), 1000);
  });
  on('htmx:afterRequest', () => { busy(-1); clearTimeout(patience); });
  on('htmx:sendError', () => announce(announcer?.dataset.offline));
  on('htmx:timeout', () => announce(announcer?.dataset.offline));

  // a failure is told above what is there, and takes nothing away

  on('htmx:beforeSwap', (event) => {
    const content = document.getElementById('content');
    if (!event.detail.isError || !content) return;
    content.querySelectorAll(':scope > .problem').forEach((earlier) => earlier.remove());
    event.detail.target = content;
    event.detail.swapOverride = 'afterbegin';
  });

  // after a swap: where the reader is, and what changed

  const focusOn = (element) => {
    if (!element) return;
    if (!element.matches('a[href], button, input, select, textarea, summary, [tabindex]')) {
      element.setAttribute('tabindex', '-1');
    }
    element.focus({ preventScroll: false });
  };
  const lost = () => !document.activeElement || document.activeElement === document.body;
  const usable = (element) => element && !element.disabled && element.getClientRects().length > 0;

  // Faults first; then what the pressed element names in data-then, the first that is there; then
  // what the answer marks with data-focus; then its heading. A part of a page moves the focus only
  // if it took it away.
  const FAULTY = '[aria-invalid="true"], [data-fault] :is(input:not([type="hidden"]), button)';
  const landing = (place, cause) => {
    const then = (cause?.closest('[data-then]')?.dataset.then ?? '').split(',').filter(Boolean);
    const whole = place.id === 'content';
    return place.querySelector(`${FAULTY}, :scope > .problem [data-focus]`)
      ?? then.map((selector) => document.querySelector(selector)).find(usable)
      ?? place.querySelector('[data-focus]')
      ?? (whole ? place.querySelector('h1') ?? place : null)
      ?? (lost() ? place.querySelector('a[href], button, input, [tabindex]') ?? place : null);
  };

  // lists that were opened or closed stay so

  const openness = new Map();
  document.addEventListener('toggle', (event) => {
    if (event.target.matches?.('details[id]')) openness.set(event.target.id, event.target.open);
  }, true);
  const keepOpen = (place) => place.querySelectorAll('details[id]').forEach((details) => {
    if (openness.has(details.id)) details.open = openness.get(details.id);
  });

  const settled = new WeakSet(); // answers: htmx tells of each new element
  on('htmx:afterSettle', (event) => {
    prepare(event.target);
    if (settled.has(event.detail.xhr)) return;
    settled.add(event.detail.xhr);
    const place = event.detail.target?.isConnected ? event.detail.target : event.target;
    const cause = event.detail.requestConfig?.elt;
    place.querySelector('form[data-auto-submit]')?.submit();
    if (cause?.hasAttribute('data-refresh')) { // htmx gives the focus back by id
      if (lost()) focusOn(landing(place, null));
      return;
    }
    announce(place.querySelector('[data-announce]')?.textContent.trim());
    focusOn(landing(place, cause));
  });

  // a question before what cannot be taken back: data-confirm="…" on a button, link or form

  const dialog = document.getElementById('confirmation');
  const ask = (question) => new Promise((resolve) => {
    if (!dialog?.showModal) { resolve(window.confirm(question)); return; }
    dialog.querySelector('#confirmation-question').textContent = question;
    dialog.returnValue = 'no';
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
    dialog.showModal();
  });
  const questionOf = (element, submitter) =>
    submitter?.dataset.confirm ?? element?.closest('[data-confirm]')?.dataset.confirm;

  on('htmx:confirm', (event) => {
    if (dialog?.open) { // a page that follows its work waits for the answer
      event.preventDefault();
      dialog.addEventListener('close', () => event.detail.issueRequest(true), { once: true });
      return;
    }
    const question = questionOf(event.detail.elt, event.detail.triggeringEvent?.submitter);
    if (!question) return;
    event.preventDefault();
    ask(question).then((yes) => { if (yes) event.detail.issueRequest(true); });
  });

  const isHtmx = (form) => ['hx-post', 'hx-get', 'hx-put', 'hx-delete', 'hx-patch'].some((name) => form.hasAttribute(name));

  on('submit', (event) => {
    const form = event.target;
    const question = isHtmx(form) ? null : questionOf(form, event.submitter);
    if (question && !form.dataset.confirmed) {
      event.preventDefault();
      ask(question).then((yes) => {
        if (!yes) return;
        form.dataset.confirmed = 'yes';
        form.requestSubmit(event.submitter);
        delete form.dataset.confirmed;
      });
      return;
    }
    if (form.hasAttribute('data-post-new-tab')) openTab(event, form);
  });

  // A form that posts into a new tab. With data-fields-from its hidden fields are fetched first
  // (POST, with the bearer; the answer is a JSON object of strings), so that a single-use code is
  // fresh and no token ever stands in an address. The tab opens at once: browsers allow it only
  // in answer to the press.
  const openTab = (event, form) => {
    const source = form.dataset.fieldsFrom;
    if (!source) { form.target = '_blank'; return; }
    event.preventDefault();
    const name = `badgebridge-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
    const tab = window.open('about:blank', name);
    busy(+1);
    fetch(source, { method: 'POST', headers: { Accept: 'application/json', ...authorization } })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .then((fields) => {
        Object.entries(fields).forEach(([field, value]) => {
          const input = form.elements.namedItem(field) ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: field }));
          input.value = value;
        });
        form.target = tab ? name : '_blank';
        form.submit();
        Object.keys(fields).forEach((field) => form.elements.namedItem(field)?.remove());
      })
      .catch(() => { tab?.close(); announce(announcer?.dataset.offline); })
      .finally(() => busy(-1));
  };

  // copying: data-copy="text", or data-copy-from="#id"

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // frames may not use the clipboard; the old way still works there
      const area = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  };
  on('click', (event) => {
    const button = event.target.closest('[data-copy], [data-copy-from]');
    if (!button) return;
    const source = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
    copy(source ? (source.value ?? source.textContent) : button.dataset.copy).then(() => {
      announce(announcer?.dataset.copied);
      const label = button.querySelector('[data-label]') ?? button;
      const before = label.textContent;
      label.textContent = announcer?.dataset.copied ?? before;
      setTimeout(() => { label.textContent = before; button.focus(); }, 1500);
    });
  });

  // what a whole room reads: data-fullscreen="#id", where the LMS lets its frame; printing: data-print

  on('click', (event) => {
    const button = event.target.closest('[data-fullscreen], [data-print]');
    if (!button) return;
    if (button.dataset.print !== undefined) window.print();
    else document.querySelector(button.dataset.fullscreen)?.requestFullscreen().catch(() => { button.hidden = true; });
  });

  // Enter in a search that answers as one types must not send the form around it

  on('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input[type="search"]:is([hx-get], [hx-post])')) event.preventDefault();
  });

  // the drawing that follows a form: <img data-preview="/badge-preview.svg">; which fields it needs
  // says data-preview-fields, "word=name.en" where the drawing calls a field otherwise

  const preview = (form) => {
    const image = form.querySelector('img[data-preview]');
    if (!image) return;
    const values = new FormData(form);
    const [path, fixed] = image.dataset.preview.split('?');
    const query = new URLSearchParams(fixed);
    (image.dataset.previewFields ?? 'type theme name language artwork').split(' ').forEach((each) => {
      const [name, field = name] = each.split('=');
      const value = String(values.get(field) ?? form.elements.namedItem(field)?.value ?? '').slice(0, 200);
      if (name !== 'artwork') query.set(name, value);
      else if (values.get(field)) query.set(name, value);
    });
    const address = `${path}?${query}`;
    if (image.getAttribute('src') !== address) image.src = address;
  };
  let typing;
  on('input', (event) => {
    const form = event.target.form;
    if (!form?.querySelector('img[data-preview]')) return;
    clearTimeout(typing);
    typing = setTimeout(() => preview(form), 250);
  });

  // rows of fields: data-add="x" puts a copy of <template id="x-row"> into data-rows="x"; __key__ in
  // it becomes a new key, or what the select[data-add-key] beside the button says

  const changed = (form) => form?.dispatchEvent(new Event('input', { bubbles: true }));
  const addRow = (button) => {
    const place = button.closest('fieldset, details, form').querySelector(`[data-rows="${button.dataset.add}"]`);
    const select = button.parentElement.querySelector('select[data-add-key]');
    const key = select?.value ?? `n${crypto.getRandomValues(new Uint32Array(1))[0]}`;
    const there = select && place.querySelector(`[data-key="${key}"]`);
    if (there) { there.querySelector('input, textarea').focus(); return; }
    const holder = document.createElement('div');
    holder.innerHTML = document.getElementById(`${button.dataset.add}-row`).innerHTML
      .replaceAll('__key__', key).replaceAll('__title__', select?.selectedOptions[0].textContent ?? '');
    const row = place.appendChild(holder.firstElementChild);
    if (button.dataset.fills === undefined) row.querySelector('input:not([type="hidden"]), textarea, select')?.focus();
    else fillRow(row, button);
  };

  // a suggestion with data-fills adds a row and fills its fields: data-alignment-name="…" goes into
  // the field alignmentName; data-said is what a screen reader hears

  const fillRow = (row, button) => {
    row.querySelectorAll('input, textarea').forEach((field) => { field.value = button.dataset[field.name] ?? field.value; });
    const picker = button.closest('[data-picker]');
    const search = picker.querySelector('input[data-pick]');
    search.value = '';
    search.focus();
    clearTimeout(asking); // the focus asks as well
    picker.querySelector('[data-picks]').innerHTML = '';
    announce(button.dataset.said);
    changed(row.closest('form'));
  };
  const removeRow = (button) => {
    const row = button.closest('[data-row]');
    const next = row.nextElementSibling?.querySelector('button, input') ?? row.parentElement.parentElement.querySelector('[data-add], input[type="search"]');
    const form = row.closest('form');
    row.remove();
    focusOn(next);
    changed(form);
  };

  // choosing by search: input[data-pick] asks there for <li><button data-picked="id">name</button>

  let asking;
  const pick = (input) => {
    clearTimeout(asking);
    const list = input.closest('[data-picker]').querySelector('[data-picks]');
    asking = setTimeout(() => {
      const address = new URL(input.dataset.pick, location.href);
      address.searchParams.set('words', input.value);
      fetch(address, { headers: { 'Accept-Language': document.documentElement.lang } })
        .then((answer) => (answer.ok ? answer.text() : ''))
        .then((html) => { list.innerHTML = html; })
        .catch(() => announce(announcer?.dataset.offline));
    }, 250);
  };
  const choose = (button) => {
    const picker = button.closest('[data-picker]');
    const list = picker.querySelector('[data-chosen]');
    const search = picker.querySelector('input[data-pick]');
    if (!list.querySelector(`input[value="${CSS.escape(button.dataset.picked)}"]`)) {
      const row = Object.assign(document.createElement('li'), { innerHTML: '<input type="hidden"><span dir="auto"></span> <button type="button" class="button quiet" data-remove-row>×</button>' });
      row.dataset.row = '';
      const name = button.querySelector('[data-label]')?.textContent ?? button.textContent;
      Object.assign(row.firstElementChild, { name: list.dataset.name, value: button.dataset.picked });
      row.querySelector('span').textContent = name.trim();
      row.querySelector('button').setAttribute('aria-label', `${list.dataset.remove} ${name.trim()}`);
      list.append(row);
    }
    picker.querySelector('[data-picks]').innerHTML = '';
    search.value = '';
    search.dataset.quiet = 'yes';
    changed(list.closest('form'));
    search.focus();
  };
  on('input', (event) => { if (event.target.matches('input[data-pick]')) pick(event.target); });
  on('focusin', (event) => { // at first without a word; after a choice not until there is one
    if (event.target.matches('input[data-pick]:not([data-quiet])') && !event.target.value) pick(event.target);
  });
  on('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input[data-pick]')) event.preventDefault();
  });
  on('click', (event) => {
    const button = event.target.closest('[data-add], [data-remove-row], [data-picked]');
    if (!button) return;
    if (button.dataset.add) addRow(button);
    else if (button.dataset.picked) choose(button);
    else removeRow(button);
  });

  // a picture of one's own: <input type="file" data-upload="/…" data-into="#part"> sends the file as it
  // is, and the answer, a part of the form, replaces the inside of what it names; 201 leads to a page

  on('change', async (event) => {
    const input = event.target;
    if (!input.matches('input[type="file"][data-upload]') || !input.files.length) return;
    const place = document.querySelector(input.dataset.into);
    busy(+1);
    try {
      const answer = await fetch(input.dataset.upload, {
        method: 'POST',
        headers: { ...authorization, 'Content-Type': 'application/octet-stream', Accept: 'text/html', 'Accept-Language': document.documentElement.lang, 'X-File-Name': encodeURIComponent(input.files[0].name) },
        body: input.files[0],
      });
      if (answer.status === 201) { // it has a page of its own
        location.assign(answer.headers.get('Location'));
        return;
      }
      place.innerHTML = await answer.text();
      window.htmx?.process(place);
      preview(input.form);
      announce(place.querySelector('[data-announce]')?.textContent.trim());
    } catch {
      announce(announcer?.dataset.offline);
    } finally {
      input.value = '';
      busy(-1);
    }
  });

  // what new content needs: times in the reader's zone, tables that scroll by keyboard

  const prepare = (place) => {
    keepOpen(place);
    place.querySelectorAll('time[data-local]').forEach((time) => {
      const moment = new Date(time.dateTime);
      if (Number.isNaN(moment.getTime())) return;
      const style = time.dataset.local === 'day' ? { dateStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' };
      time.textContent = new Intl.DateTimeFormat(document.documentElement.lang || undefined, style).format(moment);
    });
    place.querySelectorAll('input[data-zone]').forEach(zoned);
    place.querySelectorAll('.table-wrap').forEach((wrap) => {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    });
    place.querySelectorAll('form').forEach(preview);
    place.querySelectorAll('[data-embed]').forEach(embed);
    if (!document.fullscreenEnabled) place.querySelectorAll('[data-fullscreen]').forEach((button) => { button.hidden = true; });
  };
  const zoned = (input) => { // a moment is typed in the reader's own time
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const moment = input.form.querySelector('input[data-instant]');
    input.value = timeZone;
    input.parentElement.querySelector('[data-zone-name]').textContent = timeZone;
    if (!moment || moment.value) return;
    const at = new Date(moment.dataset.instant);
    moment.value = new Date(at - at.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  };
  const embed = (area) => { // what to paste, with our address as the reader knows it
    const title = area.dataset.title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    area.value = `<iframe src="${new URL(area.dataset.embed, location.href).href.replaceAll('&', '&amp;')}" title="${title}" width="100%" height="320" loading="lazy"></iframe>`;
  };
  on('input', (event) => { // a block whose badges are being chosen
    const form = event.target.closest?.('form[data-build]');
    const area = form?.querySelector('[data-embed]');
    if (!area || event.target.matches('[data-pick]')) return;
    area.dataset.embed = `${form.dataset.build}?${new URLSearchParams(new FormData(form))}`;
    embed(area);
  });

  // the height of the frame (lti.frameResize): platforms differ in object or JSON string

  const framed = document.body.classList.contains('frame') && window.parent !== window;
  let told = 0;
  const tellHeight = () => {
    const bottom = Math.max(...['content', 'scheme-choice'].map((id) => document.getElementById(id)?.getBoundingClientRect().bottom ?? 0));
    const height = Math.ceil(bottom + window.scrollY) + 8;
    if (Math.abs(height - told) < 4) return;
    told = height;
    const message = { subject: 'lti.frameResize', height };
    window.parent.postMessage(message, '*');
    window.parent.postMessage(JSON.stringify(message), '*');
  };
  if (framed && window.ResizeObserver) {
    let settling;
    new ResizeObserver(() => {
      clearTimeout(settling);
      settling = setTimeout(tellHeight, 120);
    }).observe(document.getElementById('content'));
  }

  prepare(document);
  if (document.querySelector(FAULTY)) focusOn(document.querySelector(FAULTY));
})();
