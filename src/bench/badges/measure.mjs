#!/usr/bin/env node
// Claims every badge on offer, one after the other; then verifies one of them many times.
import { readdirSync, readFileSync } from 'node:fs';
import { token } from './sessions.mjs';

const [base, file, verifications, pid] = [process.argv[2], process.argv[3], Number(process.argv[4]), process.argv[5]];
const offers = readFileSync(file, 'utf8').trim().split('\n').map((line) => line.split(' '));
const ask = async (method, path, person, expected) => {
  const headers = { 'Accept-Language': 'en', Accept: 'text/html' };
  if (person) headers.Cookie = `__Host-badgebridge=${token(person)}`;
  if (method === 'POST') Object.assign(headers, { Origin: base, 'Content-Type': 'application/x-www-form-urlencoded' });
  const began = performance.now();
  const answer = await fetch(base + path, { method, redirect: 'manual', headers, body: method === 'POST' ? '' : undefined });
  const text = await answer.text();
  if (answer.status !== expected) throw new Error(`${answer.status} ${method} ${path}: ${text.slice(0, 1000)}`);
  return [performance.now() - began, text];
};
/** Milliseconds of processor time that a process or thread has used, in its own code and in the system's. */
const used = (stat) => {
  const fields = stat.replace(/.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
};
/** Those of the whole server, and those of the threads that answer requests: not compiling, not collecting. */
const processor = () => ({
  server: used(readFileSync(`/proc/${pid}/stat`, 'utf8')),
  requests: readdirSync(`/proc/${pid}/task`)
    .map((thread) => readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8'))
    .filter((stat) => stat.includes('(http-thread-poo'))
    .reduce((sum, stat) => sum + used(stat), 0),
});
const at = (all, share) => [...all].sort((a, b) => a - b)[Math.floor((all.length - 1) * share)];
const line = (name, all) => console.log(`${name}: ${at(all, 0.5).toFixed(1)} / ${at(all, 0.95).toFixed(1)} ms`);

const warm = Math.floor(offers.length / 2);
const claimed = [];
let before;
for (const [i, [award, person]] of offers.entries()) {
  if (i === warm) before = processor();
  claimed.push((await ask('POST', `/backpack/${award}/claim`, person, 303))[0]);
}
const after = processor();
const each = (kind) => ((after[kind] - before[kind]) / (offers.length - warm)).toFixed(1);
line(`a claim, the last ${offers.length - warm} of ${offers.length}, median / 95th percentile`, claimed.slice(warm));
console.log(`processor time for each: ${each('requests')} ms to answer the request, ${each('server')} ms of the whole server`);

const [award, person] = offers[0];
await ask('POST', `/backpack/${award}/publish`, person, 303);
const page = (await ask('GET', `/backpack/${award}`, person, 200))[1];
const badge = page.match(/\/assertions\/[0-9a-f-]{36}/)[0];
const pages = { 'a page beside (legend)': '/legend', 'a public badge': badge, 'verifying it': `/verify?url=${encodeURIComponent(base + badge)}` };
const times = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
for (let i = -200; i < verifications; i++) {
  for (const [name, path] of Object.entries(pages)) {
    const [took, text] = await ask('GET', path, null, 200);
    if (i === 0 && name === 'verifying it' && !text.includes('data-state="VALID"')) throw new Error('not verified');
    if (i >= 0) times[name].push(took);
  }
}
for (const [name, all] of Object.entries(times)) line(name, all);
