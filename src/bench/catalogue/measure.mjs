#!/usr/bin/env node
// Times pages of the catalogue, one request after the other, mixed so that all share the same moments.
const [base, count] = [process.argv[2], Number(process.argv[3] ?? 200)];
const pages = {
  'legend (reference)': () => '/legend',
  'front page': () => '/catalogue',
  'one word': (i) => `/catalogue?words=${'dalimoretakusonevi'.slice(i % 8, i % 8 + 3)}`,
  'two words': (i) => `/catalogue?words=${'dalimoreta'.slice(i % 5, i % 5 + 3)}+${'kusonevipa'.slice(i % 5, i % 5 + 3)}`,
  'two pairs of letters': (i) => `/catalogue?words=${'dalimoreta'.slice(i % 5, i % 5 + 2)}+${'kusonevipa'.slice(i % 5, i % 5 + 2)}`,
  'a word nobody wrote': (i) => `/catalogue?words=xyz${i}`,
  'skill': () => '/catalogue?skill=skill+lidada',
  'issuer, type, language': () => '/catalogue?issuer=00000002-0000-4000-8000-000000000003&type=competency&language=nl',
  'JSON, one word': (i) => `/catalogue.json?words=${'dalimore'.slice(i % 5, i % 5 + 3)}`,
  'picker': (i) => `/catalogue/pick?institution=00000001-0000-4000-8000-000000000001&words=${'dalimore'.slice(i % 5, i % 5 + 2)}`,
};
const times = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
const ask = async (path) => {
  const began = performance.now();
  const answer = await fetch(base + path, { headers: { 'Accept-Language': 'en' } });
  await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return performance.now() - began;
};
for (let i = -50; i < count; i++) {
  for (const [name, path] of Object.entries(pages)) {
    const took = await ask(path(Math.abs(i)));
    if (i >= 0) times[name].push(took);
  }
}
const at = (all, share) => [...all].sort((a, b) => a - b)[Math.floor((all.length - 1) * share)];
const reference = at(times['legend (reference)'], 0.5);
console.log('page'.padEnd(28), 'p50 ms', 'p95 ms', 'of the legend (p50)');
for (const [name, all] of Object.entries(times)) {
  console.log(name.padEnd(28), at(all, 0.5).toFixed(1).padStart(6), at(all, 0.95).toFixed(1).padStart(6), (at(all, 0.5) / reference).toFixed(1).padStart(8));
}
