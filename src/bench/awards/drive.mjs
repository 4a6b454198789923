#!/usr/bin/env node
// Awards a badge to many learners from a table, by the pages that staff use, and times it.
import { readFileSync } from 'node:fs';

const [base, log, learners] = [process.argv[2], process.argv[3], Number(process.argv[4])];
let cookie = '';
const ask = async (method, path, body, type = 'application/x-www-form-urlencoded') => {
  const answer = await fetch(base + path, {
    method,
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: base, Accept: 'text/html', 'Accept-Language': 'en', ...(body === undefined ? {} : { 'Content-Type': type }) },
    body: body instanceof Object && !(body instanceof Uint8Array) ? new URLSearchParams(body) : body,
  });
  const text = await answer.text();
  if (answer.status >= 400) throw new Error(`${answer.status} ${method} ${path}: ${text.slice(0, 2000)}`);
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return { text, place: answer.headers.get('Location')?.replace(base, '') };
};
const id = ({ place }) => place.match(/[0-9a-f-]{36}/)[0];
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const code = readFileSync(log, 'utf8').match(/set-up#([\w-]+)/)[1];
const password = 'correct horse battery staple 7';
await ask('POST', '/admin/set-up', { code, name: 'Ada', email: 'ada@example.org', password, repeated: password });
const institution = id(await ask('POST', '/admin/institutions', { name: 'University of Scale' }));
const badge = id(await ask('POST', '/admin/badges/new', {
  institution, name: 'Cohort', description: 'Finished the year.', criteria: 'Finish the year.',
  type: 'achievement', theme: 'community', language: 'en', publish: 'yes',
}));

const table = 'email,name\n' + Array.from({ length: learners }, (_, i) => `learner${i}@example.org,Learner ${i}\n`).join('');
let began = performance.now();
const batch = id(await ask('POST', `/admin/awards/${badge}/file`, new TextEncoder().encode(table), 'application/octet-stream'));
console.log(`a table of ${learners} rows read, judged and shown: ${seconds(began)}`);

began = performance.now();
await ask('POST', `/admin/award-tables/${batch}/start`, { from: '' });
for (;;) {
  const { text } = await ask('GET', `/admin/award-tables/${batch}/progress`);
  if (/notice (good|bad)/.test(text)) {
    console.log(`awarded: ${seconds(began)} (${text.match(/role="(?:status|alert)">([^<]+)/)[1]})`);
    break;
  }
  await new Promise((done) => setTimeout(done, 200));
}
