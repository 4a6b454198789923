#!/usr/bin/env node
// Makes an administrator and a connector by the pages that staff use; prints its id and its secret.
import { readFileSync } from 'node:fs';

const [base, log, source] = process.argv.slice(2);
let cookie = '';
const ask = async (method, path, body) => {
  const answer = await fetch(base + path, {
    method,
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: base, Accept: 'text/html', 'Accept-Language': 'en' },
    body: body && new URLSearchParams(body),
  });
  const text = await answer.text();
  if (answer.status >= 400) throw new Error(`${answer.status} ${method} ${path}: ${text.slice(0, 2000)}`);
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return text || (answer.headers.get('Location') ?? '');
};
const code = readFileSync(log, 'utf8').match(/set-up#([\w-]+)/)[1];
const password = 'correct horse battery staple 7';
await ask('POST', '/admin/set-up', { code, name: 'Ada', email: 'ada@example.org', password, repeated: password });
const institution = (await ask('GET', '/admin/institutions')).match(/\/admin\/institutions\/([0-9a-f-]{36})/)[1];
const form = await ask('GET', `/admin/sources/new?institution=${institution}&source=${source}`);
const platform = form.match(/<option value="([0-9a-f-]{36})"/)[1];
const own = ['scores', 'outcomes'].includes(source) ? (await import(`./${source}.mjs`)).settings() : {};
const made = await ask('POST', '/admin/sources/new', { institution, source, platform, name: 'Bench', ...own });
console.log(made.match(/\/admin\/sources\/([0-9a-f-]{36})/)[1], made.match(/id="secret-shown">([\w-]+)</)?.[1] ?? '');
