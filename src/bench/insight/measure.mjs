#!/usr/bin/env node
// Times the page of insight, one request after the other, mixed so that all share the same moments.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [base, count, log, ...psql] = [process.argv[2], Number(process.argv[3] ?? 200), ...process.argv.slice(4)];
const id = (kind, n) => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const sql = (text) => execFileSync(psql[0], [...psql.slice(1), '-At', '-c', text]).toString().trim();

const code = [...readFileSync(log, 'utf8').matchAll(/\/admin\/set-up#([A-Za-z0-9_-]+)/g)].pop()[1];
const password = 'correct horse battery staple 7';
const joined = await fetch(`${base}/admin/set-up`, {
  method: 'POST', redirect: 'manual', headers: { Origin: base, 'Content-Type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ code, name: 'Ada', email: 'ada@example.org', password, repeated: password }),
});
if (joined.status !== 303) throw new Error(`no set-up: ${joined.status}`);
const cookie = joined.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
const ask = async (path) => {
  const began = performance.now();
  const answer = await fetch(base + path, { headers: { Cookie: cookie, 'Accept-Language': 'en' }, redirect: 'manual' });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} ${path}`);
  return [performance.now() - began, text];
};

const institution = `institution=${id(1, 0)}`;
const first = await ask(`/admin?${institution}`);
console.log(`first look, which counts ${sql('select count(*) from direct_award')} awards: ${(first[0] / 1000).toFixed(1)} s; `
  + `cells: ${sql("select string_agg(grain || ' ' || n, ', ') from (select grain, count(*) as n from insight_figures group by grain) g")}`);
if (!first[1].includes('Claim rate')) throw new Error('no figures on the page');

const year = new Date().getUTCFullYear() - 2;
const pages = {
  'legend (a page beside)': () => '/legend',
  'everything': () => `/admin?${institution}`,
  'academic year': () => `/admin?${institution}&from=${year}-09-01&to=${year + 1}-08-31`,
  'period that cuts months': (i) => `/admin?${institution}&from=${year}-03-${10 + i % 10}&to=${year + 1}-05-${10 + i % 10}`,
  'issuer': (i) => `/admin?${institution}&issuer=${id(2, i % 10)}`,
  'badge class': (i) => `/admin?${institution}&badge=${id(3, i % 300)}`,
  'course': (i) => `/admin?${institution}&course=${id(6, i % 200)}`,
  'type and origin': (i) => `/admin?${institution}&type=competency&origin=RULE`,
  'everything, 20 awards changed': () => `/admin?${institution}`,
};
const times = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
for (let i = -30; i < count; i++) {
  for (const [name, path] of Object.entries(pages)) {
    if (name.includes('changed')) {
      sql(`insert into award_touch (id, institution_id, award_id) select gen_random_uuid(), institution_id, id from direct_award
        where id = any (select ('00000009-0000-4000-8000-' || lpad((${Math.abs(i)} * 4999 + n * 7)::text, 12, '0'))::uuid from generate_series(1, 20) n)`);
    }
    const [took] = await ask(path(Math.abs(i)));
    if (i >= 0) times[name].push(took);
  }
}
const at = (all, share) => [...all].sort((a, b) => a - b)[Math.floor((all.length - 1) * share)];
console.log('page'.padEnd(32), 'p50 ms', 'p95 ms');
for (const [name, all] of Object.entries(times)) {
  console.log(name.padEnd(32), at(all, 0.5).toFixed(1).padStart(6), at(all, 0.95).toFixed(1).padStart(6));
}
